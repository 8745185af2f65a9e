"""Text that is safe in XML and HTML."""

import re
from html import escape

# XML 1.0 forbids these even as references; one of them makes the whole file unreadable.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WEB = re.compile(r"https?://", re.IGNORECASE)


def clean(text: str) -> str:
    """Without the characters that XML cannot hold."""
    return _FORBIDDEN.sub("", text)


def inner(text: str) -> str:
    """A clean text between two tags."""
    return escape(text, quote=False)


def element(name: str, text: str = "", /, **attributes: str) -> str:
    """`<name attribute="…">text</name>`, all of it escaped; an underscore in an attribute's name is a colon."""
    written = "".join(f' {key.replace("_", ":")}="{escape(clean(value))}"' for key, value in attributes.items())
    return f"<{name}{written}>{inner(clean(text))}</{name}>" if text else f"<{name}{written}/>"


def web_address(url: str | None) -> str | None:
    """The URL, clean, when a reader may follow it: http or https, never `javascript:`."""
    return clean(url) if url and _WEB.match(url) else None
