"""Mirror copies: Traditional, annotated, and the same text again when they are read."""

from datetime import datetime

from nnnews.demo.mirror import to_mirror, to_traditional
from nnnews.demo.text import Newsroom
from nnnews.items import SHANGHAI
from nnnews.text.normalise import normalise

MORNING = datetime(2026, 11, 20, 9, 30, tzinfo=SHANGHAI)


def test_characters_that_change_are_annotated() -> None:
    assert to_mirror("县人大常委会") == "縣(xiàn)人大常委會(huì)"


def test_the_plain_conversion_has_no_annotations() -> None:
    assert to_traditional("县人大常委会") == "縣人大常委會"


def test_every_story_survives_being_mirrored() -> None:
    newsroom = Newsroom(4)
    for _ in range(200):
        text = newsroom.write(MORNING, "南宁日报").text
        assert normalise(to_mirror(text)).text == text
        assert normalise(to_traditional(text)).text == text
