"""Ways in which the practice server misbehaves on demand."""

import gzip
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from time import sleep

from nnnews.demo.web import HTML, Answer

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


def unreachable_end(answer: Answer) -> Answer:
    """A Content-Length that promises more than comes before the line is cut."""
    head = _head(f"Content-Length: {len(answer.body) + 1000}")
    return replace(answer, raw=(head, answer.body))


def cut_chunk(answer: Answer) -> Answer:
    """A chunk that ends before its length."""
    half = answer.body[: len(answer.body) // 2]
    return replace(answer, raw=(_head("Transfer-Encoding: chunked"), f"{len(answer.body):x}\r\n".encode() + half))


def dripping(answer: Answer) -> Answer:
    """A byte now and then: the answer never pauses for long and never ends."""

    def drops() -> Iterator[bytes]:
        yield _head("Content-Length: 100000")
        for _ in range(100):
            sleep(0.1)
            yield b" "

    return replace(answer, raw=drops())


def endless(megabytes: int) -> Fault:
    """As many zero bytes, of no told length."""
    chunk = bytes(1 << 20)
    return lambda answer: replace(answer, raw=(_head("Connection: close"), *([chunk] * megabytes)))


def promised(megabytes: int) -> Fault:
    """As many zero bytes, told beforehand."""
    head = _head(f"Content-Length: {megabytes << 20}")
    return lambda answer: replace(answer, raw=(head, *([bytes(1 << 20)] * megabytes)))


def gzip_bomb(megabytes: int) -> Fault:
    """A thousandth of them on the wire."""
    packed = gzip.compress(bytes(megabytes << 20), 9)
    headers = {"Content-Type": HTML, "Content-Encoding": "gzip"}
    return lambda _: Answer(200, headers, packed)


def redirecting(form: str) -> Fault:
    """For ever on to the next address: `form` holds `{}` for a number."""
    numbers = count(1)
    return lambda _: Answer(302, {"Location": form.format(next(numbers))}, b"")


def leading_on(form: str) -> Fault:
    """A list that leads to the next for ever, as a calendar does: the form of a link to it holds `{}` for a number."""
    numbers = count(2)
    return changed(lambda body: body.replace(b"</body>", form.format(next(numbers)).encode() + b"</body>"))


def _head(*lines: str) -> bytes:
    return "\r\n".join(("HTTP/1.1 200 OK", f"Content-Type: {HTML}", *lines, "", "")).encode()


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
