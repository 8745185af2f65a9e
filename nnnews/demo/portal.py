"""The practice portal: all the sites, built in memory from one seed."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime, time

from nnnews.demo.sites import epaper, epaper_old, gxnews, gxrb, gxrd, hengjiang, nanning_gov, nnnews, qingling
from nnnews.demo.text import Newsroom
from nnnews.demo.truth import Expected, Planted
from nnnews.demo.web import HTML, Answer, SiteMap
from nnnews.items import SHANGHAI

BASE = date(2026, 11, 20)
_NOT_FOUND = "<html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1><hr>nginx</body></html>"


class Portal:
    """Same seed and same `base`, the day of the newest papers: same bytes.

    `strangers` are two sites that no site file knows, for practice with the kit; they are not counted as planted.
    """

    def __init__(self, seed: int = 2026, base: date = BASE) -> None:
        self.base = base
        self.site_map = SiteMap()
        newsroom = Newsroom(seed)
        evening = datetime.combine(base, time(18, 0), SHANGHAI)
        for site in (epaper_old, epaper, nnnews, nanning_gov, gxnews, gxrd, gxrb):
            site.publish(self.site_map, newsroom, evening)
        self.strangers = SiteMap()
        apprentices = Newsroom(seed + 1)
        for stranger in (qingling, hengjiang):
            stranger.publish(self.strangers, apprentices, evening)

    @property
    def hosts(self) -> frozenset[str]:
        """Every host that the portal answers for."""
        maps = (self.site_map, self.strangers)
        addresses = (address for one in maps for address in (*one.resources, *one.handlers))
        return frozenset(address.partition("/")[0] for address in addresses)

    def answer(self, host: str, path: str, headers: Mapping[str, str]) -> Answer:
        """The answer to GET; `path` with its query, `host` with or without a port."""
        name = host.partition(":")[0].lower()
        resource = self.site_map.find(name, path) or self.strangers.find(name, path)
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
