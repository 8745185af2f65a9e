"""The grammar of a credit: `南宁日报记者 张三 李四/文 通讯员 王五/图`.

    credit = { office | roles names | names roles | names }
    roles  = role { ("/" | "、") role }

A string is a credit only when the grammar takes all of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import takewhile

from nnnews.byline.names import is_handle, split_names
from nnnews.byline.offices import is_office, is_outlet, office_and_rest
from nnnews.byline.roles import Roles
from nnnews.byline.tokens import Token, tokens_of
from nnnews.items import Person
from nnnews.text.expressions import expression

_PICTURE: Roles = ("photographer",)
_TITLES: tuple[Roles, ...] = (("reporter",), ("correspondent",), ("contributor",))
_SLASH = expression(r"[/／]")
_COLON = expression(r"\s*[:：/／|｜丨]")


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
        """Roles before their names; of two in a row the second is a title.

        So 图/本报记者 张三 took the picture, and 文/图 本报记者 张三 wrote and took it.
        """
        self.settle()
        pending = self.scope if self.scope and not self.latest and roles in _TITLES else ()
        self.scope = pending if pending == _PICTURE else roles + tuple(role for role in pending if role in _PICTURE)
        self.latest = ()

    def close(self, token: Token) -> None:
        """Roles behind their names; with a title, 文 says nothing new: 记者 张三 文/图.

        本报记者 张三 摄 names a photographer, 记者 张三 摄影报道 one who wrote too. In 记者 张三 李四/图 it was 李四.
        """
        roles = token.roles or ()
        if roles == _PICTURE and token.text != "摄影报道":
            if self.scope in _TITLES and _SLASH.search(token.before):
                self.latest = self.latest[-1:]
            titled = [one for one in self.people if one.name in self.latest and (one.role,) in _TITLES]
            self.people = [one for one in self.people if one not in titled]
        named = {one.name for one in self.people}
        self.people += [
            Person(name, role) for name in self.latest for role in roles if role != "author" or name not in named
        ]
        self.waiting = self.latest = ()
        self.scope = None

    def settle(self) -> None:
        """Names that no role came to: authors, or reporters of the outlet before them (广西日报覃海明)."""
        self.add(self.waiting, ("reporter",) if self.outlet else ("author",))
        self.waiting = ()


@lru_cache(maxsize=512)  # a line is asked more than once, and a newsroom's editors sign every article
def parse_credit(text: str, bare: bool = False) -> Credit | None:
    """The credit that the whole of `text` is, else None. `bare`: names without any role will do."""
    tokens = tokens_of(text)
    has_roles = any(token.roles is not None for token in tokens)
    if not tokens or not (has_roles or bare):
        return None
    made = _Assembly()
    for index, token in enumerate(tokens):
        if token.roles is not None:
            _take_roles(made, token, tokens[index + 1 :])
        elif not _take_run(made, token):
            return None
    made.settle()
    wanted = {role for token in tokens if token.roles for role in token.roles}
    only_took = all(token.text != "摄影报道" for token in tokens)
    pictures = has_roles and only_took and set(_PICTURE) in ({one.role for one in made.people}, wanted)
    return Credit(tuple(dict.fromkeys(made.people)), None if pictures else made.source, has_roles)


def _take_roles(made: _Assembly, token: Token, following: Sequence[Token]) -> None:
    if made.latest and token.trailing and _stands_behind(made, token, following):
        made.close(token)
    else:
        made.open(token.roles or ())


def _stands_behind(made: _Assembly, token: Token, following: Sequence[Token]) -> bool:
    """Whether the role belongs to the names before it (张三/文) and not to those behind (文/张三)."""
    if _SLASH.search(token.before):
        return True
    if not following or following[0].roles is not None:
        return True
    if _COLON.match(token.after):
        return False
    return bool(made.waiting) or _has_own_role(following)


def _has_own_role(following: Sequence[Token]) -> bool:
    """记者 张三 文 李四 摄: the next names end the credit with a role behind them, so 文 is 张三's."""
    return len(following) == 2 and following[1].trailing and following[1].roles == _PICTURE


def _take_run(made: _Assembly, token: Token) -> bool:
    """Takes names and offices; False when the run is neither."""
    if made.scope == ("editor",) and is_handle(token.text):
        made.latest = (token.text,)
        made.add(made.latest, made.scope)
        return True
    labelled = (made.scope is not None and bool(token.before)) or _SLASH.search(token.after) is not None
    parts = _office_and_names(token.text, labelled)
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
    """`隆安县人大办 卢敏思`, or the other way round, as office and names. None when there is anything else."""
    words = run.split()
    before = list(takewhile(_is_place_of_work, words))
    behind = list(takewhile(_is_place_of_work, reversed(words[len(before) :])))[::-1]
    office = " ".join(before or behind) or None
    rest = " ".join(words[len(before) : len(words) - len(behind)])
    if not rest:
        return office, ()
    if names := split_names(rest, labelled):
        return office, names
    parted = office_and_rest(rest) if not office else None
    if parted and (names := split_names(parted[1])):
        return parted[0], names
    return None


def _is_place_of_work(word: str) -> bool:
    return is_outlet(word) or is_office(word)
