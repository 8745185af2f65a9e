"""Batches handed out to processes. Each holds one end of a pipe and ends with it, however this process ended."""

import signal
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from itertools import islice
from multiprocessing import forkserver, get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerContext

from nnnews.errors import NnnewsError
from nnnews.replay.work import Done, Task, Worker

_MOST, _LEAST = 50, 10  # keys in a batch


def work_through(task: Task, keys: Sequence[str], processes: int) -> Generator[Done]:
    """All keys, in their order, on so many processes; in this one when there is too little for several."""
    batches = list(_batches(keys, processes))
    if processes < 2 or len(batches) < 2:
        worker = Worker(task)
        yield from map(worker.work, batches)
        worker.close()
        return
    with _started(task, min(processes, len(batches))) as pipes:
        try:
            yield from _in_order(_hand_out(batches, pipes))
        except (EOFError, ConnectionError) as error:
            raise NnnewsError("a process that was reading has ended: killed, or short of memory") from error


def _batches(keys: Sequence[str], processes: int) -> Iterator[Sequence[str]]:
    """Smaller ones towards the end: no process has much to do when there is nothing left for the others."""
    start = 0
    while start < len(keys):
        size = min(_MOST, max(_LEAST, (len(keys) - start) // (4 * processes)))
        yield keys[start : start + size]
        start += size


@contextmanager
def _started(task: Task, processes: int) -> Iterator[list[Connection]]:
    """Our ends of their pipes."""
    # Forked children of this process would share the locks of its threads. Those of the server start clean, with all
    # imported, and leave without taking it down piece by piece.
    context = get_context("forkserver")
    context.set_forkserver_preload([__name__])
    with _deaf():
        forkserver.ensure_running()
    with ExitStack() as stack:
        yield [stack.enter_context(_reader(context, task)) for _ in range(processes)]


@contextmanager
def _reader(context: ForkServerContext, task: Task) -> Iterator[Connection]:
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, task), daemon=True)
    process.start()
    theirs.close()
    try:
        yield ours
    finally:
        ours.close()
        process.join()


@contextmanager
def _deaf() -> Iterator[None]:
    """A process started meanwhile does not hear Ctrl-C, nor do its children: this one answers it."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _serve(pipe: Connection, task: Task) -> None:
    worker = None
    with suppress(EOFError, ConnectionError):  # the other end is closed
        while True:
            keys = pipe.recv()
            try:
                worker = worker or Worker(task)
                pipe.send(worker.work(keys))
            except NnnewsError as error:
                pipe.send(error)


def _hand_out(batches: Iterable[Sequence[str]], pipes: Sequence[Connection]) -> Iterator[tuple[int, Done]]:
    """What is done as it comes, with the number of its batch. A process has one batch at a time."""
    waiting = enumerate(batches)
    busy: dict[Connection, int] = {}

    def give(pipe: Connection) -> None:
        for number, batch in islice(waiting, 1):
            pipe.send(batch)
            busy[pipe] = number

    for pipe in pipes:
        give(pipe)
    while busy:
        for pipe in set(busy).intersection(wait(list(busy))):
            answer = busy.pop(pipe), _receive(pipe)
            give(pipe)  # before its answer is looked at
            yield answer


def _receive(pipe: Connection) -> Done:
    answer: Done | NnnewsError = pipe.recv()
    if isinstance(answer, NnnewsError):
        raise answer
    return answer


def _in_order(numbered: Iterable[tuple[int, Done]]) -> Iterator[Done]:
    early: dict[int, Done] = {}
    following = 0
    for number, done in numbered:
        early[number] = done
        while following in early:
            yield early.pop(following)
            following += 1
