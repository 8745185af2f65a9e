"""A redesigned site is repaired out of what the archive knows: right on pages that the repair never saw."""

from collections.abc import Iterable

import pytest
from redesigns import REDESIGNS, Redesign, RedesignedPortal
from repair_lab import PORTAL, TODAY, Web, list_pages, remembered, repair

from nnnews.errors import NotFetched
from nnnews.items import Page
from nnnews.kit.repair.evidence import Sample, read_fields
from nnnews.kit.repair.past import Past
from nnnews.kit.repair.proposing import divide
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


def test_addresses_that_are_gone_leave_the_general_reader_as_weaker_evidence() -> None:
    redesign = next(one for one in REDESIGNS if one.name == "nanning_gov-names")
    site, web = all_sites()[redesign.site], Web(RedesignedPortal(PORTAL, redesign))
    known = remembered(site)[:8]
    gone = {page.url for _, page in known}

    def fetch(urls: Iterable[str]) -> list[Page | NotFetched]:
        return [NotFetched(url, "http-404", "") if url in gone else web.answer(url) for url in urls]

    found = mend(site, Past(known, (), list_pages(site)), fetch, TODAY)
    assert (found.gone, found.is_better) == (8, True)
    assert found.proposal is not None
    assert not found.proposal.surely


def test_what_was_learnt_in_the_new_form_is_no_evidence_of_the_old() -> None:
    redesign = next(one for one in REDESIGNS if one.name == "nnnews-wrong-body")
    site, web = all_sites()[redesign.site], Web(RedesignedPortal(PORTAL, redesign))
    pages = [page for _, page in remembered(site) if "www.nnnews.net/p/" in page.url][:9]
    wrong = [(read_fields(new, site), new) for page in pages[6:] if isinstance(new := web.answer(page.url), Page)]
    samples = [
        Sample(known, old, new)
        for old in pages[:6]
        if (known := read_fields(old, site)) and isinstance(new := web.answer(old.url), Page)
    ]
    samples += [Sample(known, new, new) for known, new in wrong if known]
    broken, standing = divide(site, samples)
    assert (len(samples), len(broken), len(standing)) == (9, 6, 0)
