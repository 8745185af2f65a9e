"""`nnnews export` and `nnnews serve`: the exports written, and looked at on this machine."""

from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from rich.console import Console
from rich.progress import track

from nnnews.config import Config
from nnnews.crawl.publish import publish
from nnnews.errors import UsageError
from nnnews.exporters import SECTIONS


def run_export(config: Config, only: str | None, to: Path | None) -> None:
    """Write the sections and print what was written and removed; a bar on a terminal shows how far it is."""
    if only and only not in SECTIONS:
        raise UsageError(f"--only {only!r} is no section; write {' or '.join(SECTIONS)}")
    console = Console(stderr=True)
    watch = partial(track, description="exporting", console=console, transient=True, disable=not console.is_terminal)
    folder = replace(config, exports=to) if to else config
    changes = publish(folder, [only] if only else list(SECTIONS), watch)
    for path in changes.written:
        print(f"written {path}")
    for path in changes.removed:
        print(f"removed {path}")


def serve_exports(folder: Path, port: int) -> None:
    """Answer on loopback until interrupted. Raises UsageError when the port is taken or there is nothing to show."""
    if not folder.is_dir():
        raise UsageError(f"{folder} is absent; run `nnnews export` first")
    handler = partial(SimpleHTTPRequestHandler, directory=str(folder))
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError as error:
        raise UsageError(f"port {port} cannot be used ({error.strerror}); name another with --port") from error
    with server:
        print(f"http://127.0.0.1:{server.server_port}/feeds/  (Ctrl-C ends)", flush=True)
        server.serve_forever()
