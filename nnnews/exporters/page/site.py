"""What every page shows or needs: names, addresses, counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from nnnews.exporters.headings import TOPICS, districts
from nnnews.exporters.page.sources import digest
from nnnews.exporters.snapshot import Snapshot
from nnnews.sites import all_sites
from nnnews.storage import facets
from nnnews.storage.story_digests import story_digests


@dataclass(frozen=True)
class Site:
    """The exported site. Districts and topics go by their Chinese names to those in addresses, sites to titles."""

    snapshot: Snapshot
    title: str
    districts: Mapping[str, str]
    topics: Mapping[str, str]
    sites: Mapping[str, str]

    @cached_property
    def stories(self) -> Mapping[int, str]:
        """By article that is not alone in its story, what changes when the story does."""
        return story_digests(self.snapshot.connection)

    @cached_property
    def made_of(self) -> str:
        """Changes with what stands on every page."""
        names = (*self.districts.items(), *self.topics.items(), *self.sites.items())
        return digest(self.title, *map(str, names))

    def count(self, kind: str) -> dict[str, int]:
        """Articles by district, topic or site."""
        return facets.count(self.snapshot.connection, kind)


def site_of(snapshot: Snapshot) -> Site:
    """The names as the store and the settings have them."""
    titles = {site.name: site.title for site in all_sites().values()}
    return Site(snapshot, snapshot.config.feed_title, districts(snapshot), TOPICS, titles)
