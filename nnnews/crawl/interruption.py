"""SIGINT and SIGTERM end a run in good order: what is under way is finished, what waits stays in the store."""

import signal
from collections.abc import Callable
from types import FrameType

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Interruption:
    """Context manager: the first signal calls `stop` and is remembered, the second ends the process at once."""

    def __init__(self, stop: Callable[[], None]) -> None:
        self.signal: int | None = None
        self._stop = stop
        self._former: dict[int, object] = {}

    def __enter__(self) -> "Interruption":
        self._former = {number: signal.signal(number, self._receive) for number in _SIGNALS}
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._former.items():
            signal.signal(number, handler)  # type: ignore[arg-type]

    def _receive(self, number: int, _frame: FrameType | None) -> None:
        self.signal = number
        for each in _SIGNALS:
            signal.signal(each, signal.SIG_DFL)
        self._stop()
