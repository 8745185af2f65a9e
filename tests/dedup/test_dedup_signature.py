"""Signatures: the same in every run, alike for texts that are alike."""

import subprocess
import sys

import pytest
from dedup_texts import FEATURE, NOTICE
from hypothesis import given, settings
from hypothesis import strategies as st

from nnnews.dedup.candidates import is_candidate
from nnnews.dedup.fingerprint import fold
from nnnews.dedup.signature import BANDS, LEADS, PASSAGES, SLOTS, Signature, are_enough, keys, resemblances, sign


def signed(text: str) -> Signature:
    signature = sign(fold(text))
    assert signature is not None
    return signature


def test_a_signature_is_stored_so_its_bits_never_change() -> None:
    signature = sign("南宁市人大常委会")
    assert signature is not None
    assert signature.grams == 5
    assert signature.sketch[:8].hex() == "58e2d1174a4dc382"


def test_a_text_shorter_than_a_gram_has_none() -> None:
    assert sign("人大") is None


def test_resemblance_is_near_the_share_of_grams_in_common() -> None:
    whole, half = fold(NOTICE + FEATURE), fold(NOTICE)
    grams = [{text[k : k + 4] for k in range(len(text) - 3)} for text in (whole, half)]
    jaccard = len(grams[0] & grams[1]) / len(grams[0] | grams[1])
    one, two = signed(NOTICE + FEATURE), signed(NOTICE)
    assert resemblances(one.sketch, [two.sketch, one.sketch]) == [pytest.approx(jaccard, abs=0.15), 1.0]
    assert (one.grams, two.grams) == (len(grams[0]), len(grams[1]))


def test_a_cut_shares_a_key_with_its_full_text_and_a_stranger_shares_none() -> None:
    full, cut, other = (set(keys(signed(text).sketch)) for text in (NOTICE, NOTICE.partition("\n")[0], FEATURE))
    assert are_enough(full & cut)
    assert not full & other


def test_a_lead_is_met_behind_the_line_of_another_outlet() -> None:
    lead = NOTICE[:90]
    found = [
        set(keys(signed(text).sketch)) for text in (NOTICE + FEATURE * 3, "邕江晚报讯（记者某某 通讯员某某）" + lead)
    ]
    assert are_enough(set.intersection(*found))


def test_one_sentence_in_common_is_not_enough() -> None:
    assert not are_enough({-7})
    assert are_enough({-7, -9})
    assert are_enough({7})


def test_a_short_lead_is_a_candidate_because_the_whole_holds_it() -> None:
    assert is_candidate(0.25, 100, 400)
    assert is_candidate(0.06, 60, 1000)
    assert not is_candidate(0.25, 400, 400)
    assert not is_candidate(0.02, 10, 1000)


@settings(max_examples=40, deadline=None)
@given(st.text(min_size=4, max_size=60))
def test_any_text_has_slots_and_keys_of_the_stored_size(text: str) -> None:
    signature = sign(text)
    assert signature is not None
    assert len(signature.sketch) == 2 * SLOTS + 4 * (PASSAGES + LEADS)
    found = keys(signature.sketch)
    assert len(found) == BANDS + PASSAGES + LEADS
    assert all(-(2**31) <= key < 2**31 for key in found)
    assert 1 <= signature.grams <= len(text) - 3


def test_numpy_is_imported_by_the_first_signature_only() -> None:
    code = "import sys, nnnews.dedup.decision, nnnews.dedup.signature; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
