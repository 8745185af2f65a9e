"""The grammar of a credit: `南宁日报记者 张三 李四/文 通讯员 王五/图`.

    credit = { office | roles names | names roles | names }
    roles  = role { ("/" | "、") role }

A string is a credit only when the grammar takes all of it.
"""

import re
from dataclasses import dataclass, field

from nnnews.byline.names import is_handle, split_names
from nnnews.byline.offices import is_office, is_outlet, office_and_rest
from nnnews.byline.roles import LONG_ROLE, REPORT_WORDS, ROLES, Roles, may_trail, role_at
from nnnews.items import Person

_SIGNS = re.compile(r"[\s、，,;；:：/／|｜丨&＆*＊\-—_。\[\]【】()（）]*")
_WORD_END = re.compile(
    rf"[\s、，,;；:：/／|｜丨&＆*＊。\[\]【】()（）]|(?:{'|'.join(REPORT_WORDS)}|摄)(?![\u3400-\u9fff])"
)
_REPORT = re.compile("|".join(REPORT_WORDS))
_JOINT = re.compile(r"[/／、&＆]?")
_SLASH = re.compile(r"[/／]")
_COLON = re.compile(r"\s*[:：/／|｜丨]")


@dataclass(frozen=True, slots=True)
class Credit:
    """Who is credited, and the office or outlet named beside them. `roles`: whether a role word stands in it."""

    people: tuple[Person, ...]
    source: str | None
    roles: bool

    @property
    def blank(self) -> bool:
        """A row of labels without a name: 责编：  校对：."""
        return self.roles and not self.people and self.source is None


@dataclass(slots=True)
class _Token:
    """A group of roles, or a run of words; with the signs before and behind it."""

    text: str
    before: str
    roles: Roles | None = None
    trailing: bool = False
    after: str = ""


@dataclass(slots=True)
class _Assembly:
    """The credit while it is put together."""

    people: list[Person] = field(default_factory=list)
    source: str | None = None
    outlet: bool = False
    scope: Roles | None = None
    latest: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()

    def add(self, names: tuple[str, ...], roles: Roles) -> None:
        self.people += [Person(name, role) for name in names for role in roles]

    def open(self, roles: Roles) -> None:
        """Roles before their names. In 图/本报记者 张三 the second is a title, and 张三 took the picture."""
        self.settle()
        pending = self.scope == ("photographer",) and not self.latest
        if not (pending and roles in (("reporter",), ("correspondent",))):
            self.scope = roles
        self.latest = ()

    def close(self, roles: Roles, pictures_only: bool) -> None:
        """Roles behind their names; with a title, 文 says nothing new: 记者 张三 文/图.

        本报记者 张三 摄 names a photographer, 记者 张三 摄影报道 one who wrote too.
        """
        if pictures_only:
            self.people = [
                one for one in self.people if one.name not in self.latest or one.role in ("author", "editor")
            ]
        titled = {one.name for one in self.people}
        self.people += [
            Person(name, role) for name in self.latest for role in roles if role != "author" or name not in titled
        ]
        self.waiting = self.latest = ()
        self.scope = None

    def settle(self) -> None:
        """Names that no role came to: authors, or reporters of the outlet before them (广西日报覃海明)."""
        self.add(self.waiting, ("reporter",) if self.outlet else ("author",))
        self.waiting = ()


def parse_credit(text: str, bare: bool = False) -> Credit | None:
    """The credit that the whole of `text` is, else None. `bare`: names without any role will do."""
    tokens = _tokens(text)
    has_roles = any(token.roles is not None for token in tokens)
    if not tokens or not (has_roles or bare):
        return None
    made = _Assembly()
    for index, token in enumerate(tokens):
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if token.roles is not None:
            _take_roles(made, token, following)
        elif not _take_run(made, token):
            return None
    made.settle()
    return Credit(tuple(dict.fromkeys(made.people)), made.source, has_roles)


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    position = 0
    while True:
        signs = _SIGNS.match(text, position)
        before = signs[0] if signs else ""
        position += len(before)
        if tokens:
            tokens[-1].after += before
        if position == len(text):
            return tokens
        position = _next_token(text, position, before, tokens)


def _next_token(text: str, position: int, before: str, tokens: list[_Token]) -> int:
    """Appends the token that begins here, or lengthens the last one; returns where it ends."""
    if role := role_at(text, position):
        _append_role(tokens, role[0], before)
        return role[1]
    if report := _REPORT.match(text, position):
        return report.end()
    end = _word_end(text, position)
    word = text[position:end]
    last = tokens[-1] if tokens else None
    if last and last.roles is None and not set(before) & set(":：|｜"):
        last.text += (" " if before.isspace() else before) + word
        last.after = ""
    else:
        tokens.append(_Token(word, before))
    return end


def _append_role(tokens: list[_Token], role: str, before: str) -> None:
    """文/图 is one group of two roles; 责编：审核： are two, the first without a name."""
    last = tokens[-1] if tokens else None
    if last and last.roles is not None and may_trail(role) and _JOINT.fullmatch(before):
        last.roles = tuple(dict.fromkeys(last.roles + ROLES[role]))
        last.trailing = last.trailing or may_trail(role)
        last.after = ""
    else:
        tokens.append(_Token(role, before, ROLES[role], may_trail(role)))


def _word_end(text: str, position: int) -> int:
    sign = _WORD_END.search(text, position + 1)
    role = LONG_ROLE.search(text, position + 1)
    return min(sign.start() if sign else len(text), role.start() if role else len(text))


def _take_roles(made: _Assembly, token: _Token, following: _Token | None) -> None:
    roles = token.roles or ()
    if made.latest and token.trailing and _stands_behind(made, token, following):
        made.close(roles, pictures_only=roles == ("photographer",) and token.text != "摄影报道")
    else:
        made.open(roles)


def _stands_behind(made: _Assembly, token: _Token, following: _Token | None) -> bool:
    """Whether the role belongs to the names before it (张三/文) and not to those behind (文/张三)."""
    if _SLASH.search(token.before):
        return True
    if following is None or following.roles is not None:
        return True
    return bool(made.waiting) and not _COLON.match(token.after)


def _take_run(made: _Assembly, token: _Token) -> bool:
    """Takes names and offices; False when the run is neither."""
    if made.scope == ("editor",) and is_handle(token.text):
        made.latest = (token.text,)
        made.add(made.latest, made.scope)
        return True
    parts = _office_and_names(token.text, labelled=made.scope is not None and bool(token.before))
    if parts is None:
        return False
    office, names = parts
    if office and made.scope != ("editor",) and made.scope != ():
        made.source = made.source or office
        made.outlet = is_outlet(office)
    made.latest = names
    if made.scope is None:
        made.settle()
        made.waiting = names
    else:
        made.add(names, made.scope)
    return True


def _office_and_names(run: str, labelled: bool) -> tuple[str | None, tuple[str, ...]] | None:
    """`隆安县人大办 卢敏思` as office and names; either may be missing, nothing else may be there."""
    words = run.split()
    count = next((i for i, word in enumerate(words) if not (is_outlet(word) or is_office(word))), len(words))
    office = " ".join(words[:count]) or None
    rest = " ".join(words[count:])
    if not rest:
        return office, ()
    if names := split_names(rest, labelled):
        return office, names
    parted = office_and_rest(rest) if not office else None
    if parted and (names := split_names(parted[1])):
        return parted[0], names
    return None
