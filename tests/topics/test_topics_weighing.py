"""Whether an article is about a congress. The texts in invented.jsonl are made up: people, events and figures."""

import json
from pathlib import Path

import pytest

from nnnews.items import Congress
from nnnews.topics import explain, weigh

TEXTS = [json.loads(line) for line in Path(__file__).with_name("invented.jsonl").read_text("utf-8").splitlines()]
CORPUS = Path(__file__).resolve().parents[2].parent / "shared" / "corpus" / "articles.jsonl"


@pytest.mark.parametrize("item", TEXTS, ids=lambda item: item["title"] or item["text"][:12])
def test_an_invented_text_is_judged_as_a_reader_would(item: dict) -> None:
    congress = weigh(item["title"], item["text"])
    assert congress.relevant == item["is"], explain(item["title"], item["text"]).lines
    assert {*item.get("topics", ())} <= {*congress.topics}


def test_the_set_holds_as_many_traps_as_congress_news() -> None:
    relevant = sum(item["is"] for item in TEXTS)
    assert len(TEXTS) >= 100
    assert 0.4 < relevant / len(TEXTS) < 0.6


def test_the_labelled_corpus_is_all_about_congresses() -> None:
    if not CORPUS.exists():
        pytest.skip("../shared/corpus is absent")
    items = [json.loads(line) for line in CORPUS.read_text("utf-8").splitlines()]
    assert all(weigh(item["title"], item["clean_body"]).relevant for item in items)


def test_no_word_of_a_congress_scores_nothing() -> None:
    assert weigh("青秀区新增三所幼儿园", "今年新增学位1080个。") == Congress(False, 0.0, ())


def test_more_evidence_never_lowers_the_score() -> None:
    passing = weigh(None, "村里修路，大家出力。县人大代表也来了。").score
    acting = weigh(None, "县人大代表也来了。村里修路，大家出力。").score
    titled = weigh("县人大代表修路", "县人大代表也来了。村里修路，大家出力。").score
    assert 0 < passing < acting < titled <= 1


def test_topics_come_heaviest_first() -> None:
    text = "隆安县人大常委会开展执法检查，检查组抽查企业九家，形成审议意见。县人大代表参加检查。"
    assert weigh("隆安县人大常委会开展执法检查", text).topics[0] == "监督"


def test_an_article_about_something_else_has_no_topics() -> None:
    assert weigh("某公司选举监事", "职工代表大会选举监事。").topics == ()


def test_explain_names_the_words_and_why_they_weigh_less() -> None:
    explanation = explain("某同志的一生", "他历任县人大常委会副主任、县长。")
    assert not explanation.congress.relevant
    assert [(found.word, found.rule) for found in explanation.evidence] == [("人大", "a career")]
    assert explanation.lines[0] == "title: 0.00"


def test_the_same_words_weigh_less_in_a_longer_text() -> None:
    words = "开场白不提此事。市人大代表看了路灯。"
    assert weigh(None, words + "街上车来车往，行人不断。" * 60).score < weigh(None, words).score
