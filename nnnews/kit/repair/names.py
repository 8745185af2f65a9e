"""Which classes, ids and attributes will still be there tomorrow."""

import re

# css-1a2b3c, jsx-77aa01, sc-bdVaJa: what frameworks call things.
_FRAMEWORK = re.compile(r"_?(?:css|sc|jsx|jss|svelte|emotion|styled|data-v|chakra|mui\w*)[-_][\w-]*", re.I)
_HASH = re.compile(r"(?=[a-z]*\d)(?=\d*[a-z])[0-9a-z]{5,}|[0-9a-f]{6,}|\d{3,}", re.I)
_MIXED = re.compile(
    r"(?=.*[a-z].*[A-Z].*[a-z].*[A-Z])(?=.*\d)[A-Za-z0-9]{5,}|(?=.*\d)[A-Za-z0-9]*[a-z]\d[A-Z][A-Za-z0-9]*"
)
_PARTS = re.compile(r"[-_]+")
# What a class says of looks and not of meaning: mx-auto, text-sm, leading-7, flex-col, fs14, lh30, clearfix.
_LOOKS = re.compile(
    r"(?:-?[mp][trblxy]?|w|h|min|max|gap|space|leading|tracking|z|top|left|right|bottom|inset|order|col|row|basis)-[\w./-]+"
    r"|(?:text|font|bg|border|flex|grid|items|justify|self|float|align|rounded|shadow|overflow)-[\w-]+"
    r"|flex|grid|block|inline|hidden|static|fixed|absolute|relative|clear(?:fix)?|fl|fr|left|right|center|bold|red"
    r"|(?:fs|lh|mt|mb|ml|mr|pt|pb|pl|pr|fz|f|w|h|s)\d+(?:px)?"
)
_NAME = re.compile(r"[A-Za-z_][\w-]*")
_STEM = re.compile(r"(?P<stem>[A-Za-z].*[A-Za-z](?:__|--|_|-))[A-Za-z0-9]{4,10}")
LANDMARKS = frozenset(("h1", "h2", "h3", "article", "main", "header", "footer", "section", "time", "figure", "aside"))


def is_stable(name: str) -> bool:
    """Whether a class or id was given by a person: no hash of a build, no number of an article."""
    if not _NAME.fullmatch(name) or _FRAMEWORK.fullmatch(name):
        return False
    return not any(_HASH.fullmatch(part) or _MIXED.fullmatch(part) for part in _PARTS.split(name))


def is_about_looks(name: str) -> bool:
    """Whether a class names a size, a place or a colour: such ones stand everywhere and go with the next fashion."""
    return _LOOKS.fullmatch(name) is not None


def stable_stem(name: str) -> str:
    """What a bundler left of the name that a person gave: `detail_title__` of `detail_title__x8fK2`; else empty."""
    found = None if is_stable(name) or _FRAMEWORK.fullmatch(name) else _STEM.fullmatch(name)
    return found["stem"] if found and is_stable(found["stem"].rstrip("-_")) else ""
