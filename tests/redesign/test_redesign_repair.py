"""A redesigned site is repaired out of what the archive knows: right on pages that the repair never saw."""

import pytest
from redesigns import REDESIGNS, Redesign
from repair_lab import AFTER, BEFORE, PORTAL, article_urls, fetch, repair

from nnnews.kit.repair.evidence import Sample, read_fields
from nnnews.kit.repair.proposing import Evidence, propose
from nnnews.sites import all_sites

SHORT = ("nnnews-hashes", "nnnews-wrong-body", "nnrb-title-twice", "gxnews-boxes", "gxnews-today", "gxrb-notice")


@pytest.mark.parametrize("redesign", [one for one in REDESIGNS if one.name in SHORT], ids=lambda one: one.name)
def test_a_redesigned_site_is_right_again_on_pages_that_the_repair_never_saw(redesign: Redesign) -> None:
    outcome = repair(redesign)
    assert outcome.stood < outcome.right == outcome.kept
    assert outcome.past_right == outcome.past


def test_nothing_is_proposed_for_a_site_that_is_read_as_before() -> None:
    site = all_sites()["nanning_gov"]
    before = [fetch(PORTAL, url, BEFORE) for url in list(article_urls(site))[:6]]
    known = [(article, page) for page in before if (article := read_fields(page, site))]
    same = [Sample(article, page, fetch(PORTAL, page.url, AFTER)) for article, page in known]
    assert propose(site, Evidence(same), "nanning_gov-2026") is None
