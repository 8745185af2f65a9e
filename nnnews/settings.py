"""Scrapy's settings. Ours stand under NNNEWS_ and come from `nnnews.toml` and the environment; `-s` overrules both."""

import sys
from typing import Any

from scrapy.settings import Settings

from nnnews import __version__
from nnnews.config import OPTIONS, PREFIX, Config, load_config
from nnnews.errors import ConfigError
from nnnews.hours import Hours

BOT_NAME = "nnnews"
SPIDER_LOADER_CLASS = "nnnews.spiders.loader.SiteSpiderLoader"

# Polite: one request at a time to a host, robots obeyed, certificates checked.
ROBOTSTXT_OBEY = True
CONCURRENT_REQUESTS = 1  # to the hosts of one site: what a killed run has under way is asked for again
CONCURRENT_REQUESTS_PER_DOMAIN = 1
SCRAPER_SLOT_MAX_ACTIVE_SIZE = 1  # nothing more is fetched while an answer waits to be stored
DOWNLOAD_VERIFY_CERTIFICATES = True
RETRY_TIMES = 2
COOKIES_ENABLED = False
TWISTED_DNS_RESOLVER = "nnnews.spiders.resolving.PublicResolver"

# Scrapy 2.19 starts this many tasks for every answer; its ordinary 100 cost a third of the processor time.
CONCURRENT_ITEMS = 1

# For every answer Scrapy would parse the source of the callback; mypy has seen what it looks for.
WARN_ON_GENERATOR_RETURN_VALUE = False

# Both let other processes run code in this one.
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False

DEFAULT_DROPITEM_LOG_LEVEL = "INFO"

DOWNLOADER_MIDDLEWARES = {
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
    "nnnews.spiders.middlewares.DeclaredHostsMiddleware": 50,
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "nnnews.spiders.middlewares.RobotsMiddleware": 100,
    "nnnews.spiders.middlewares.PatienceMiddleware": 560,
    "nnnews.spiders.allowance.AllowanceMiddleware": 570,
    "nnnews.spiders.archiving.ArchivingMiddleware": 999,
}

SPIDER_MIDDLEWARES = {"nnnews.spiders.leasing.LeaseMiddleware": 10}

# In the order of the flow; the store pipeline deduplicates as well.
ITEM_PIPELINES = {
    "nnnews.pipelines.CheckPipeline": 100,
    "nnnews.pipelines.BoilerplatePipeline": 200,
    "nnnews.pipelines.BylinePipeline": 300,
    "nnnews.pipelines.DistrictPipeline": 400,
    "nnnews.pipelines.FiguresPipeline": 500,
    "nnnews.pipelines.CongressPipeline": 600,
    "nnnews.pipelines.TallyPipeline": 650,
    "nnnews.pipelines.StorePipeline": 700,
    "nnnews.pipelines.PublishPipeline": 800,
    # Scrapy closes the last one first: the exports are written when nothing waits.
    "nnnews.pipelines.SearchPipeline": 900,
    "nnnews.pipelines.StoryPipeline": 950,
}

EXTENSIONS = {
    "nnnews.spiders.guarding.WriteGuard": 0,
    "nnnews.crawl.folder_guard.FolderGuard": 0,
}

NNNEWS_LOCK = True  # a spider holds the data folder
NNNEWS_PUBLISH = True  # write the exports when a spider closes
NNNEWS_MEMORY = "nnnews.spiders.store_memory.StoreMemory"


def project_settings() -> Settings:
    """These settings wherever the command is called; Scrapy itself finds them by scrapy.cfg, in the checkout only."""
    settings = Settings()
    settings.setmodule(__name__, priority="project")
    return settings


def configured(config: Config) -> dict[str, Any]:
    """The settings that follow from the configuration. Raises ConfigError."""
    Hours.read(config.hours)
    loopback = "nnnews.spiders.loopback.LoopbackDownloadHandler"
    return {
        **{PREFIX + name.upper(): getattr(config, name) for name in OPTIONS},
        "USER_AGENT": f"nnnews/{__version__} (+{config.contact or 'no contact set'})",
        # Scrapy's jitter goes both ways; ours only makes the delay longer.
        "DOWNLOAD_DELAY": config.delay * (1 + config.jitter / 2),
        "DOWNLOAD_DELAY_JITTER": config.jitter / (2 + config.jitter),
        "DOWNLOAD_MAXSIZE": config.size_limit << 20,
        "DOWNLOAD_WARNSIZE": config.size_limit << 20,
        "DOWNLOAD_TIMEOUT": config.timeout,
        "DOWNLOAD_HANDLERS": {"http": loopback, "https": loopback} if config.loopback else {},
        "LOG_LEVEL": config.log_level,
    }


try:
    globals().update(configured(load_config()))
except ConfigError as error:
    # Scrapy imports this file in all its commands and would print a traceback.
    print(f"nnnews: {error}", file=sys.stderr)
    sys.exit(error.exit_code)
