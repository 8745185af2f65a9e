"""The words of a credit: role words, and runs of words that should be names or offices."""

from dataclasses import dataclass

from nnnews.byline.roles import REPORT_WORDS, ROLES, Roles, may_trail, next_role, role_at
from nnnews.text.expressions import expression

_SIGNS = expression(r"[\s、，,;；:：/／|｜丨&＆*＊\-—_。\[\]【】()（）]*")
_WORD_END = expression(
    rf"[\s、，,;；:：/／|｜丨&＆*＊。\[\]【】()（）]|(?:{'|'.join(REPORT_WORDS)}|摄)(?![\u3400-\u9fff])"
)
_REPORT = expression("|".join(REPORT_WORDS))
_JOINT = expression(r"[/／、&＆]?")


@dataclass(slots=True)
class Token:
    """A group of roles, or a run of words; with the signs before and behind it."""

    text: str
    before: str
    roles: Roles | None = None
    trailing: bool = False
    after: str = ""


def tokens_of(text: str) -> list[Token]:
    """The tokens in their order; 报道 and its like are left out."""
    tokens: list[Token] = []
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


def _next_token(text: str, position: int, before: str, tokens: list[Token]) -> int:
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
        tokens.append(Token(word, before))
    return end


def _append_role(tokens: list[Token], role: str, before: str) -> None:
    """文/图 is one group of two roles; 责编：审核： are two, the first without a name."""
    last = tokens[-1] if tokens else None
    if last and last.roles is not None and may_trail(role) and _JOINT.fullmatch(before):
        last.roles = tuple(dict.fromkeys(last.roles + ROLES[role]))
        last.trailing = last.trailing or may_trail(role)
        last.after = ""
    else:
        tokens.append(Token(role, before, ROLES[role], may_trail(role)))


def _word_end(text: str, position: int) -> int:
    sign = _WORD_END.search(text, position + 1)
    return min(sign.start() if sign else len(text), next_role(text, position + 1))
