"""Ways in which the practice server misbehaves on demand."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from time import sleep

from nnnews.demo.web import Answer

Fault = Callable[[Answer], Answer]
"""Takes the right answer and gives the wrong one."""


def delayed(seconds: float) -> Fault:
    """The right answer, late."""

    def fault(answer: Answer) -> Answer:
        sleep(seconds)
        return answer

    return fault


def with_status(status: int, **headers: str) -> Fault:
    """Another status, no body; `retry_after="30"` sends Retry-After."""
    named = {name.replace("_", "-").title(): value for name, value in headers.items()}
    return lambda _: Answer(status, named, b"")


def changed(change: Callable[[bytes], bytes]) -> Fault:
    """The page rewritten: an edit, a redesign, a truncation. Validators go, as the bytes are no longer theirs."""

    def fault(answer: Answer) -> Answer:
        kept = {name: value for name, value in answer.headers.items() if name not in ("ETag", "Last-Modified")}
        return replace(answer, headers=kept, body=change(answer.body))

    return fault


class Faults:
    """The faults in force, by address: `host/path` and everything below it. They may change while serving."""

    def __init__(self) -> None:
        self._by_prefix: dict[str, Fault] = {}

    def set(self, prefix: str, fault: Fault) -> None:
        """One fault a prefix; a later one replaces it."""
        self._by_prefix[prefix] = fault

    def __iter__(self) -> Iterator[str]:
        """The prefixes."""
        return iter(self._by_prefix)

    def clear(self, prefix: str) -> None:
        """Raises KeyError when there was none."""
        del self._by_prefix[prefix]

    def apply(self, host: str, path: str, answer: Answer) -> Answer:
        """The longest prefix decides."""
        address = host + path
        prefixes = [prefix for prefix in self._by_prefix if address.startswith(prefix)]
        return self._by_prefix[max(prefixes, key=len)](answer) if prefixes else answer
