"""The command `nnnews`: a thin shell over the rooms.

What a command needs is imported inside it: `nnnews --help` shall not pay for Scrapy.
"""

import sys

from nnnews.errors import NnnewsError


def main() -> None:
    """Run the command; a mistake we can name is one line on standard error and its exit code."""
    from nnnews.cli.app import app

    try:
        app()
    except NnnewsError as error:
        print(f"nnnews: {error}", file=sys.stderr)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
