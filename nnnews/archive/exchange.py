"""What a server answered, as it came over the wire."""

from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus

# The body is kept without its transfer coding (RFC 9112, 7), so the header that tells of one goes.
_HOP = b"transfer-encoding"


@dataclass(frozen=True, slots=True)
class Exchange:
    """One answer. `body` still has its content coding; `link_title` is what the list called the article."""

    url: str
    status: int
    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes
    fetched: datetime
    protocol: str = "HTTP/1.1"
    ip: str | None = None
    link_title: str = ""

    def head(self) -> bytes:
        """Status line and headers, with the empty line; the reason phrase is the standard's."""
        lines = [f"{self.protocol} {self.status} {reason(self.status)}".rstrip().encode("latin-1")]
        lines += [name + b": " + value for name, value in self.headers if name.lower() != _HOP]
        return b"\r\n".join(lines) + b"\r\n\r\n"

    def header(self, name: bytes) -> str:
        """The last value of the header; empty when absent."""
        values = [value for key, value in self.headers if key.lower() == name]
        return values[-1].decode("latin-1") if values else ""

    @property
    def mime(self) -> str:
        """Content-Type without its parameters."""
        return self.header(b"content-type").partition(";")[0].strip().lower()


def reason(status: int) -> str:
    """The standard's phrase; empty for a status it does not know."""
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""
