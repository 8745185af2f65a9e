"""`python -m nnnews.demo --port 8123`: the practice portal for a look with the browser."""

import argparse
from collections.abc import Sequence

from nnnews.demo.portal import Portal
from nnnews.demo.redesign import redesign
from nnnews.demo.server import PracticeServer


def main(argv: Sequence[str] | None = None) -> None:
    """Serves until interrupted."""
    parser = argparse.ArgumentParser(prog="python -m nnnews.demo", description=__doc__)
    parser.add_argument("--port", type=int, default=8123, help="port on 127.0.0.1, 0 for a free one")
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--redesign", action="store_true", help="www.nnnews.net has new page templates")
    options = parser.parse_args(argv)
    with PracticeServer(Portal(options.seed), options.port) as server:
        if options.redesign:
            redesign(server.faults)
        print(f"{server.url}/ lists the practice sites; Ctrl-C ends.")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print()


if __name__ == "__main__":
    main()
