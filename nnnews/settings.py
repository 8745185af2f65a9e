"""Scrapy's settings. Ours stand under NNNEWS_ and come from `nnnews.toml` and the environment; `-s` overrules both."""

import gc
import sys
from typing import Any

# First of all: it looks through all modules and frames that there are, three times (a fifth of an empty run, last).
import scrapy.core.downloader.contextfactory  # noqa: F401
from scrapy.settings import Settings, default_settings

from nnnews import __version__
from nnnews.config import OPTIONS, PREFIX, Config, load_config
from nnnews.errors import ConfigError
from nnnews.hours import Hours

# What is imported is no garbage: to look for some at every 700 new objects took a twentieth of an empty run.
gc.set_threshold(20_000, 20, 20)

BOT_NAME = "nnnews"
COMMANDS_MODULE = "nnnews.crawl.commands"
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

DEFAULT_DROPITEM_LOG_LEVEL = "INFO"
STATS_CLASS = "nnnews.spiders.statistics.Statistics"
LOG_FORMATTER = "nnnews.spiders.log_formatter.PageLogFormatter"

# asyncio's loop written in C: a page costs a twenty-fifth less.
ASYNCIO_EVENT_LOOP = "uvloop.Loop"

# Parts of Scrapy that we have no use for. Named None they would still be imported at every start, and so would aiohttp,
# Twisted's SSH and requests: a sixth of the time of a run that finds nothing. So they go from Scrapy's own lists.
_UNUSED = (
    "scrapy.extensions.remote_control.RemoteControl",  # lets other processes run code here
    "scrapy.extensions.telnet.TelnetConsole",  # the same
    "scrapy.extensions.memdebug.MemoryDebugger",  # for those who look for leaks
    "scrapy.extensions.spiderstate.SpiderState",  # of JOBDIR; our state is in the store
    "scrapy.extensions.throttle.AutoThrottle",  # the delay is set, and the host may ask for more
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware",  # DeclaredHostsMiddleware is stricter
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware",  # RobotsMiddleware is made of it
    "scrapy.downloadermiddlewares.httpauth.HttpAuthMiddleware",  # no site has a password
    "scrapy.downloadermiddlewares.cookies.CookiesMiddleware",  # we keep no cookies
    "scrapy.downloadermiddlewares.httpcache.HttpCacheMiddleware",  # the archive and the validators do its work
    "scrapy.spidermiddlewares.start.StartSpiderMiddleware",  # no request of ours is told apart as one of the first
    "scrapy.spidermiddlewares.depth.DepthMiddleware",  # depth is that of the paging, which has its own ceiling
    "scrapy.spidermiddlewares.metacopy.MetaCopyDetectionMiddleware",  # of a mistake that our spiders do not make
)


def _used(parts: dict[str, int]) -> dict[str, int]:
    return {name: place for name, place in parts.items() if name not in _UNUSED}


EXTENSIONS_BASE = _used(default_settings.EXTENSIONS_BASE)
DOWNLOADER_MIDDLEWARES_BASE = _used(default_settings.DOWNLOADER_MIDDLEWARES_BASE)
SPIDER_MIDDLEWARES_BASE = _used(default_settings.SPIDER_MIDDLEWARES_BASE)

DOWNLOADER_MIDDLEWARES = {
    "nnnews.spiders.middlewares.DeclaredHostsMiddleware": 50,
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
