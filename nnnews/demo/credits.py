"""The forms in which local outlets print who wrote an article."""

from random import Random
from typing import NamedTuple

from nnnews.demo.people import invent_name, printed_name
from nnnews.items import Person, Role


class _Form(NamedTuple):
    """`{0}`, `{1}` … are the people, in the order of `roles`; `{outlet}` is the paper's own name."""

    lead: str
    tail: str
    roles: tuple[Role, ...]


class Credit(NamedTuple):
    """The credits of one story, as printed and as meant."""

    lead: str
    tail: str
    editor: str
    people: tuple[Person, ...]


_PAPER_FORMS = (
    _Form("本报讯（记者 {0} 通讯员 {1}）", "", ("reporter", "correspondent")),
    _Form("本报讯（记者 {0}）", "", ("reporter",)),
    _Form("{outlet}讯（记者 {0} {1} 通讯员 {2}）", "", ("reporter", "reporter", "correspondent")),
    _Form("{outlet}讯（见习记者 {0} 通讯员 {1}）", "", ("reporter", "correspondent")),
    _Form("", "（记者 {0} 通讯员 {1}）", ("reporter", "correspondent")),
    _Form("本报记者 {0} 通讯员 {1}\n", "", ("reporter", "correspondent")),
    _Form("{outlet}讯（全媒体记者 {0}）", "", ("reporter",)),
)
_OFFICE_FORMS = (
    _Form("", "（{0}）", ("author",)),
    _Form("", "（通讯员 {0}）", ("correspondent",)),
    _Form("", "（{0} {1}）", ("author", "author")),
    _Form("", "（{outlet} {0}）", ("author",)),
    _Form("", "", ()),
)
_PHOTO_FORM = _Form("", "（{0} 摄）", ("photographer",))
_EDITOR_LINES = ("编辑：{0}", "责任编辑：{0}", "[责任编辑：{0}]", "（责任编辑：{0}）")
_PAPERS = ("南宁日报", "南宁晚报", "南宁新闻网", "广西新闻网", "广西日报", "人民代表报")


def invent_credit(rng: Random, source: str, *, photo: bool = False) -> Credit:
    """Papers sign with a lead or a bracket, offices with a bracket or not at all; every third names its editor."""
    form = _PHOTO_FORM if photo else rng.choice(_PAPER_FORMS if source in _PAPERS else _OFFICE_FORMS)
    names = [invent_name(rng) for _ in form.roles]
    shown = [printed_name(name, rng.random() < 0.5) for name in names]
    people = tuple(Person(name, role) for name, role in zip(names, form.roles, strict=True))
    editor = ""
    if rng.random() < 0.35:
        name = invent_name(rng)
        editor = rng.choice(_EDITOR_LINES).format(name)
        people += (Person(name, "editor"),)
    return Credit(form.lead.format(*shown, outlet=source), form.tail.format(*shown, outlet=source), editor, people)
