"""Two orders of the practice portal's pages in every run of the tests; twenty, after a crawl, by `make torture`."""

from pathlib import Path

import shuffle_stories

from nnnews.demo.portal import Portal


def test_planted_stories_come_out_whatever_the_order_and_after_kills(tmp_path: Path) -> None:
    portal = Portal(7)
    assert shuffle_stories.shuffle(tmp_path, shuffle_stories.printed(portal), portal, orders=2) == []
