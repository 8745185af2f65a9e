"""Ordinary days of the practice sites: weekends, holidays, slow days, and the noise of real pages and servers."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from math import exp
from random import Random
from urllib.parse import urlsplit

from lab_crawl import Crawl, News, Reader, Web
from redesign_pages import PLACES, Served
from redesign_portal import HOSTS

from nnnews.crawl.report import SiteReport
from nnnews.demo.portal import Portal
from nnnews.demo.web import HTML, Answer
from nnnews.items import SHANGHAI
from nnnews.platforms.base import Site
from nnnews.platforms.epaper_api import EpaperApi
from nnnews.sites import all_sites
from nnnews.spiders.memory import Known

FIRST = date(2026, 8, 25)
HOURS = (12, 20)
KNOWN = 5  # articles that a run asks for again; the more, the better for the monitor
CAPTCHA = "<html><head><title>安全验证</title></head><body><p>请输入验证码后继续访问</p></body></html>".encode()
# National Day with Mid-Autumn, New Year, the Spring Festival: the days off, and a weekend that was worked for them.
_HOLIDAYS = [(date(2026, 9, 25), 3), (date(2026, 10, 1), 8), (date(2027, 1, 1), 3), (date(2027, 2, 5), 9)]
_WORKED = {date(2026, 9, 20), date(2026, 10, 10), date(2027, 2, 14)}
_OFFICES = {"gxrd": 3.0, "nanning_gov": 6.0}
_NEWSROOMS = {"nnnews": 12.0, "nnrb": 10.0, "nnwb": 10.0, "gxnews": 8.0, "gxrb": 6.0}
_WEEKLY = {"rmdbw": 9.0}
_ISSUES = (1, 3, 5)  # weekdays of the weekly's issues
_SOURCE = re.compile("(?:信息)?来源：[^<\\s]*".encode())
_SOURCE_GBK = re.compile("来源：[^<\\s&]*".encode("gbk"))
_LONG = 150  # bytes
_PARAGRAPH = re.compile(rb"<p[^>]*>[^\x00]*?</p>")


@dataclass(frozen=True, slots=True)
class Noise:
    """How often what goes wrong, of pages if nothing else is said."""

    no_source: float = 0.08
    brief: float = 0.06
    odd_template: float = 0.005
    advert: float = 0.1
    dead: float = 0.02
    captcha: float = 0.003
    no_answer: float = 0.003
    site_away: float = 0.01  # of the runs of a site
    list_failed: float = 0.015  # of the runs of a site, one of its lists
    list_short: float = 0.02
    odd_day: float = 0.03  # of the days of a site: half of the pages lack a source or are briefs
    slow_day: float = 0.08
    network_away: float = 0.005  # of the days: no site answers in a run


class NoisyWeb:
    """A portal on one day: `answer` is the portal's, with the noise of the day, the same at every request."""

    def __init__(self, portal: Web, site: Site, rng: Random, noise: Noise, *, away: bool) -> None:
        self._portal, self._site, self._seed, self._noise, self._away = portal, site, rng.random(), noise, away
        self._lists = frozenset(url.partition("://")[2] for url in site.lists)

    def answer(self, host: str, path: str, headers: Mapping[str, str]) -> Answer | None:
        """As a real server would: nothing, another status, or a page that differs a little."""
        if self._away:
            return None
        answer = self._portal.answer(host, path, headers)
        rng = Random(f"{self._seed}{host}{path}")
        if answer is None or answer.status != 200 or not answer.headers.get("Content-Type", "").startswith("text/html"):
            return answer
        if host + path in self._lists:
            return self._list(answer, rng)
        return self._article(answer, rng) if self._site.article_key(f"http://{host}{path}") else answer

    def _list(self, answer: Answer, rng: Random) -> Answer | None:
        if rng.random() < self._noise.list_failed:
            return rng.choice([None, Answer(502, {"Content-Type": HTML}, b"")])
        if rng.random() < self._noise.list_short:
            items = re.findall(rb"<li>[^\x00]*?</li>", answer.body)
            body = answer.body
            for item in rng.sample(items, len(items) // 4):
                body = body.replace(item, b"", 1)
            return replace(answer, body=body)
        return answer

    def _article(self, answer: Answer, rng: Random) -> Answer | None:
        draw, noise = rng.random(), self._noise
        for share, other in (
            (noise.dead, Answer(404, {"Content-Type": HTML}, b"<html><body>404</body></html>")),
            (noise.captcha, replace(answer, body=CAPTCHA)),
            (noise.no_answer, None),
        ):
            if draw < share:
                return other
            draw -= share
        body = answer.body
        for share, change in (
            (noise.no_source, _without_source),
            (noise.brief, _brief),
            (noise.odd_template, _odd_template),
            (noise.advert, _advertised),
        ):
            if rng.random() < share:
                body = change(body)
        return replace(answer, body=body)


def _without_source(body: bytes) -> bytes:
    return _SOURCE_GBK.sub(b"", _SOURCE.sub(b"", body))


def _brief(body: bytes) -> bytes:
    """Of the long paragraphs two are left."""
    for paragraph in [one for one in _PARAGRAPH.findall(body) if len(one) > _LONG][2:]:
        body = body.replace(paragraph, b"", 1)
    return body


def _odd_template(body: bytes) -> bytes:
    """A special page: names of its own for everything."""
    return re.sub(rb'(class|id)="', rb'\1="special-', body)


def _advertised(body: bytes) -> bytes:
    return body.replace(b"</p>", b'</p><div class="ad"><a href="/ad/1">AD</a></div>', 1)


class City:
    """The practice sites over many days. The same seed is the same year."""

    def __init__(self, seed: int, noise: Noise = Noise()) -> None:
        self.seed, self.noise = seed, noise
        self.portal = Portal(2026 + seed)
        self.reader = Reader()

    @cached_property
    def current(self) -> dict[str, list[tuple[str, str]]]:
        """Keys and addresses of the articles of each site that are in its present template."""
        return {name: [one for one in self._urls(name) if self._is_current(name, one[1])] for name in HOSTS}

    @cached_property
    def pools(self) -> dict[str, list[str]]:
        """Their keys."""
        return {name: [key for key, _ in known] for name, known in self.current.items()}

    def _urls(self, name: str) -> list[tuple[str, str]]:
        site = all_sites()[name]
        pages = [page for one in self.portal.planted() for page in (one.original, *one.copies)]
        own = [page for page in pages if page.key.startswith(f"{name}/") and page.script == "simplified"]
        resolved = [
            (page.key, site.resolve(page.url, page.url) if isinstance(site, EpaperApi) else page.url) for page in own
        ]
        return [(key, url) for key, url in resolved if urlsplit(url).hostname == HOSTS[name]]

    def _is_current(self, name: str, url: str) -> bool:
        parts = urlsplit(url)
        answer = self.portal.answer(parts.netloc, parts.path + (f"?{parts.query}" if parts.query else ""), {})
        return answer.status == 200 and Served.read(answer.body, PLACES[name]).is_article

    def number(self, name: str, day: date, rng: Random) -> int:
        """New articles of a day."""
        if name in _WEEKLY:
            mean = _WEEKLY[name] if day.weekday() in _ISSUES and not _is_off(day) else 0.0
        elif name in _OFFICES:
            mean = _OFFICES[name] * (0.02 if _is_off(day) or _is_weekend(day) else 1.0)
        else:
            mean = _NEWSROOMS[name] * (0.25 if _is_off(day) else 0.6 if _is_weekend(day) else 1.0)
        if rng.random() < self.noise.slow_day:
            mean *= 0.3
        return min(_poisson(rng, mean * rng.gammavariate(8, 1 / 8)), len(self.pools[name]))

    def fresh(self, name: str, number: int, rng: Random) -> frozenset[str]:
        """That many articles; of a paper, its issues are open."""
        issues = {f"{name}/issue/{self.portal.base - timedelta(days=back)}" for back in range(10)} if number else set()
        return frozenset(issues | set(rng.sample(self.pools[name], number)))

    def known(self, name: str, fresh: frozenset[str], rng: Random) -> list[Known]:
        """Articles of earlier days that a run asks for again."""
        old = [(key, url) for key, url in self.current[name] if key not in fresh]
        return [Known(key, url, by_layout=True) for key, url in rng.sample(old, min(KNOWN, len(old)))]

    def crawl(self, name: str, web: Web, fresh: frozenset[str], known: Sequence[Known] = ()) -> SiteReport:
        """A run of one site."""
        return Crawl(all_sites()[name], web, News(fresh, known), self.reader).run()

    def run(self, day: date, hour: int) -> list[SiteReport]:
        """A run of all sites on an ordinary day."""
        network_away = Random(f"{self.seed}{day}").random() < self.noise.network_away and hour == HOURS[0]
        return [self.crawl(name, *self.visit(name, day, hour, network_away)) for name in HOSTS]

    def visit(
        self, name: str, day: date, hour: int, network_away: bool = False
    ) -> tuple[NoisyWeb, frozenset[str], list[Known]]:
        """What a run of the site meets on that day, what is new to it, and what it asks for again."""
        rng = Random(f"{self.seed}{name}{day}")
        number, odd = self.number(name, day, rng), rng.random() < self.noise.odd_day
        split = [number // 2, number - number // 2]
        rng = Random(f"{self.seed}{name}{day}{hour}")
        away = network_away or rng.random() < self.noise.site_away
        noise = replace(self.noise, no_source=0.5, brief=0.5) if odd else self.noise
        web = NoisyWeb(self.portal, all_sites()[name], rng, noise, away=away)
        fresh = self.fresh(name, split[HOURS.index(hour)], rng)
        return web, fresh, self.known(name, fresh, rng)


def _is_off(day: date) -> bool:
    return any(start <= day < start + timedelta(days=long) for start, long in _HOLIDAYS)


def _is_weekend(day: date) -> bool:
    return day.weekday() >= 5 and day not in _WORKED


def _poisson(rng: Random, mean: float) -> int:
    """Knuth's way."""
    limit, product, number = exp(-mean), rng.random(), 0
    while product > limit:
        number, product = number + 1, product * rng.random()
    return number


def moment(day: date, hour: int) -> datetime:
    """The hour in Nanning."""
    return datetime.combine(day, time(hour, 10), SHANGHAI).astimezone(UTC)
