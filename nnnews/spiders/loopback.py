"""A download handler for practice: every request goes to one loopback server, under its real address.

NNNEWS_LOOPBACK is HOST:PORT, or https://HOST:PORT for practice with certificates. The server reads the site from the
Host header, the scheme from X-Forwarded-Proto.
"""

from urllib.parse import urlsplit

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Response


class LoopbackDownloadHandler(HTTP11DownloadHandler):
    """Everything above it, and every answer, has the real address."""

    lazy = False

    def __init__(self, crawler: Crawler) -> None:
        scheme, _, self.server = crawler.settings.get("NNNEWS_LOOPBACK", "").rpartition("://")
        self.scheme = scheme or "http"
        if not self.server:
            raise NotConfigured("NNNEWS_LOOPBACK names no HOST:PORT")
        super().__init__(crawler)

    async def download_request(self, request: Request) -> Response:
        """The answer of the loopback server, as if the site had given it."""
        parts = urlsplit(request.url)
        sent = request.replace(url=parts._replace(scheme=self.scheme, netloc=self.server).geturl())
        sent.headers["Host"] = parts.netloc
        sent.headers["X-Forwarded-Proto"] = parts.scheme
        response = await super().download_request(sent)
        request.meta["download_latency"] = sent.meta.get("download_latency")
        return response.replace(url=request.url)
