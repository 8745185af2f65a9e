"""A loopback server that answers for all hosts, and what a crawl of it yielded."""

from dataclasses import dataclass, field
from typing import Any

Answer = tuple[int, dict[str, str], bytes]


@dataclass
class Portal:
    """Answers by address; what is not there is a 404. `asked` holds (address, headers) in order."""

    answers: dict[str, list[Answer]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    port: int = 0

    def put(self, url: str, body: str | bytes, status: int = 200, **headers: str) -> None:
        """One more answer for the address; the last one is given again and again."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        raw = body.encode() if isinstance(body, str) else body
        self.answers.setdefault(url, []).append((status, {"Content-Type": "text/html", **named}, raw))

    def answer(self, url: str, headers: dict[str, str]) -> Answer:
        """The next answer for the address; 304 where the validator fits."""
        self.asked.append((url, headers))
        waiting = self.answers.get(url, [(404, {}, b"")])
        status, sent, body = waiting.pop(0) if len(waiting) > 1 else waiting[0]
        if sent.get("ETag") and headers.get("If-None-Match") == sent["ETag"]:
            return 304, sent, b""
        return status, sent, body

    def urls(self) -> list[str]:
        """The addresses asked for, without robots.txt."""
        return [url for url, _ in self.asked if not url.endswith("/robots.txt")]


@dataclass
class Crawled:
    """What a crawl yielded and counted."""

    items: list[dict[str, Any]]
    stats: dict[str, Any]
    log: str

    @property
    def articles(self) -> dict[str, dict[str, Any]]:
        """Articles under their keys."""
        return {item["key"]: item for item in self.items if "kind" not in item}

    @property
    def problems(self) -> dict[str, str]:
        """Kinds of the problems under their addresses."""
        return {item["url"]: item["kind"] for item in self.items if "kind" in item}
