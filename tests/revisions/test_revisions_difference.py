"""Pieces: nothing is lost, numbers and names change whole, and cuts stand where a reader would cut."""

from hypothesis import given, settings
from hypothesis import strategies as st

from nnnews.revisions.change import after, before
from nnnews.revisions.difference import differ
from nnnews.revisions.tokens import split

WORDS = st.lists(
    st.sampled_from(("人大", "代表", "会议", "审议", "36条", "1.2亿元", "，", "。\n", "青秀区", "三十二名")),
    max_size=60,
)


def shown(old: str, new: str, *names: str) -> str:
    marks = {"same": "{}", "out": "[-{}-]", "in": "[+{}+]"}
    return "".join(marks[piece.op].format(piece.text) for piece in differ(old, new, names))


@settings(max_examples=120, deadline=None)
@given(WORDS, WORDS)
def test_the_pieces_are_both_texts(old: list[str], new: list[str]) -> None:
    pieces = differ("".join(old), "".join(new))
    assert (before(pieces), after(pieces)) == ("".join(old), "".join(new))


@settings(max_examples=60, deadline=None)
@given(WORDS)
def test_a_text_does_not_differ_from_itself(words: list[str]) -> None:
    assert {piece.op for piece in differ("".join(words), "".join(words))} <= {"same"}


def test_tokens_joined_are_the_text_and_a_number_has_its_unit() -> None:
    text = "青秀区3.5万户，增长12.6%，第三十二次会议。"
    tokens = split(text, ("青秀区",))
    assert "".join(tokens) == text
    assert {"青秀区", "3.5万户", "12.6%", "三十二次"} <= set(tokens)


def test_a_number_changes_whole() -> None:
    assert shown("代表提出建议36条，投入1.2亿元。", "代表提出建议63条，投入1.25亿元。") == (
        "代表提出建议[-36条-][+63条+]，投入[-1.2亿元-][+1.25亿元+]。"
    )


def test_a_name_of_the_gazetteer_changes_whole() -> None:
    assert shown("代表视察西乡塘区学校。", "代表视察江南区学校。", "西乡塘区", "江南区") == (
        "代表视察[-西乡塘区-][+江南区+]学校。"
    )


def test_characters_that_stayed_by_chance_are_told_as_changed_too() -> None:
    assert (
        shown("会议听取了专项工作报告。", "会议审议了财政决算报告。")
        == "会议[-听取了专项工作-][+审议了财政决算+]报告。"
    )


def test_a_new_paragraph_begins_at_its_beginning() -> None:
    old = "南宁市人大常委会召开会议。\n南宁市人大代表参加。"
    assert shown(old, old.replace("\n", "\n南宁市人大常委会机关干部列席。\n")) == (
        "南宁市人大常委会召开会议。\n[+南宁市人大常委会机关干部列席。\n+]南宁市人大代表参加。"
    )


def test_a_text_that_was_rewritten_is_one_change() -> None:
    old, new = "".join(map(chr, range(0x4E00, 0x5200))), "".join(map(chr, range(0x6000, 0x6400)))
    assert [piece.op for piece in differ(old, new)] == ["out", "in"]
