"""Lists are asked for what is new, and written down when they are read."""

from collections.abc import Iterator
from typing import Any

from scrapy import Request
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from nnnews.errors import BlockPage, OutputError, UndecodablePage
from nnnews.platforms.base import Link
from nnnews.spiders.article_spider import ArticleSpider, Output
from nnnews.spiders.failures import PostponedError, error_of, name_failure
from nnnews.spiders.memory import Known
from nnnews.spiders.pages import asked_of, page_of, validators_of

_REFUSALS = ("captcha", "waf", "login")
_OR_UNCHANGED = {"handle_httpstatus_list": [304]}


class SiteSpider(ArticleSpider):
    """The spider of one site; the loader makes a subclass for each."""

    def parse(self, response: Response, **kwargs: Any) -> Output:
        """A page of either kind, as `scrapy parse` and `scrapy shell` have it."""
        key = self.site.article_key(response.url)
        return self.parse_article(response, Link(key, response.url)) if key else self.parse_list(response, **kwargs)

    def parse_list(self, response: Response, **kwargs: Any) -> Output:
        """The articles of a list, and where it goes on."""
        raise NotImplementedError

    def follow_list(self, url: str, **kwargs: Any) -> Iterator[Request]:
        """A list is written down, once in a run; it is asked for while articles are wanted.

        Unless old or all articles are wanted, the server may answer that the list has not changed.
        """
        if self.list_key(url) in self._seen:
            return
        self._seen.add(self.list_key(url))
        self.memory.found(Known(self.list_key(url), url, "list"))
        headers = {} if self.goes_back else dict(self.memory.validators(url))
        if not self.is_full:
            yield Request(
                url, self.parse_list, headers=headers, meta=_OR_UNCHANGED, errback=self.list_failed, cb_kwargs=kwargs
            )

    def list_key(self, url: str) -> str:
        """A list is known by its address."""
        return f"{self.site.name}/{self.site.canonical(url)}"

    def list_failed(self, failure: Failure) -> Output:
        """A list that should be there is a problem; the end of a numbered one is not, and is not looked for again."""
        request: Request = failure.request  # type: ignore[attr-defined]
        error, key = error_of(failure), self.list_key(request.url)
        if isinstance(error, PostponedError):
            return
        if isinstance(error, OutputError):
            raise error
        if request.cb_kwargs.get("expected", True):
            self.count("lists_failed")
            yield self.problem(key, request.url, *name_failure(error))
        elif isinstance(error, HttpError):
            self.memory.fetched(key, request.url, error.response.status, {})
            self.memory.done(key)

    def refusal(self, response: Response) -> str | None:
        """What keeps us from the list behind an answer 200: a captcha, a firewall, a login."""
        from nnnews.extract import extract  # a list without links is seldom

        try:
            extract(page_of(response))
        except BlockPage as error:
            return error.reason if error.block in _REFUSALS else None
        except UndecodablePage:
            return None
        return None

    def keep_list(self, response: Response) -> None:
        """Its links are written down: from now on the server need not send it unless it changes."""
        page, key = page_of(response), self.list_key(asked_of(response))
        for name in ("unchanged", "lists_unchanged") if page.status == 304 else ("lists",):
            self.count(name)
        self.memory.fetched(key, page.url, page.status, validators_of(page))
        self.memory.done(key)
