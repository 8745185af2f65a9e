"""A redesigned site is repaired out of what the archive knows: right on pages that the repair never saw."""

import pytest
from redesigns import REDESIGNS, Redesign
from repair_lab import PORTAL, TODAY, Web, list_pages, remembered, repair

from nnnews.kit.repair.past import Past
from nnnews.kit.repair.repairing import mend
from nnnews.sites import all_sites

SHORT = (
    *("nnnews-hashes", "nnnews-wrong-body", "nnrb-title-twice", "gxnews-boxes", "gxnews-today", "gxrb-notice"),
    *("nnwb-addresses", "gxrd-load-more"),
)


@pytest.mark.parametrize("redesign", [one for one in REDESIGNS if one.name in SHORT], ids=lambda one: one.name)
def test_a_redesigned_site_is_right_again_on_pages_that_the_repair_never_saw(redesign: Redesign) -> None:
    outcome = repair(redesign)
    assert outcome.is_right
    assert not outcome.is_worse


def test_nothing_is_proposed_for_a_site_that_is_read_as_before() -> None:
    site = all_sites()["nanning_gov"]
    past = Past(remembered(site)[:6], (), list_pages(site)[:2])
    found = mend(site, past, Web(PORTAL), TODAY)
    assert (found.proposal, found.lists, found.unchanged) == (None, None, 6)
