"""The practice portal: all the sites, built in memory from one seed."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime, time

from nnnews.demo.sites import epaper, epaper_old, gxnews, gxrb, gxrd, nanning_gov, nnnews
from nnnews.demo.text import Newsroom
from nnnews.demo.truth import Expected, Planted
from nnnews.demo.web import HTML, Answer, SiteMap
from nnnews.items import SHANGHAI

BASE = date(2026, 11, 20)
_NOT_FOUND = "<html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1><hr>nginx</body></html>"


class Portal:
    """Same seed and same `base`, the day of the newest papers: same bytes."""

    def __init__(self, seed: int = 2026, base: date = BASE) -> None:
        self.base = base
        self.site_map = SiteMap()
        newsroom = Newsroom(seed)
        evening = datetime.combine(base, time(18, 0), SHANGHAI)
        for site in (epaper_old, epaper, nnnews, nanning_gov, gxnews, gxrd, gxrb):
            site.publish(self.site_map, newsroom, evening)

    @property
    def hosts(self) -> frozenset[str]:
        """Every host that the portal answers for."""
        addresses = (*self.site_map.resources, *self.site_map.handlers)
        return frozenset(address.partition("/")[0] for address in addresses)

    def answer(self, host: str, path: str, headers: Mapping[str, str]) -> Answer:
        """The answer to GET; `path` with its query, `host` with or without a port."""
        resource = self.site_map.find(host.partition(":")[0].lower(), path)
        if resource is None:
            return Answer(404, {"Content-Type": HTML}, _NOT_FOUND.encode())
        return resource.answer(headers)

    def planted(self) -> tuple[Planted, ...]:
        """Every story with all its pages."""
        return self.site_map.planted()

    def expected(self) -> Expected:
        """The counts that a whole crawl must reach."""
        planted = self.planted()
        copies = sum(len(entry.copies) for entry in planted)
        return Expected(len(planted), copies, Counter(self.site_map.troubles.values()))
