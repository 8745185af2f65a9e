"""Every exception of nnnews.

NnnewsError                     exit_code
├── UsageError                      2   a wrong argument, an unknown site or id
├── ConfigError                    78   a setting that is missing, malformed or cannot work
│   └── DatabaseVersionError       78   the store was written by a newer nnnews
├── LockedError                    75   another run holds the data folder
├── OutputError                    74   an export, the store or the archive cannot be written
├── DeliveryError                   1   a message that a service did not take
│   ├── Refused                         it answered, with an error
│   └── Unanswered                      it did not answer, or could not be reached
└── PageError                       1   one page that cannot be read; the run goes on
    ├── UndecodablePage                 bytes that are no text
    ├── NotFetched                      no answer that holds a page: http-404, robots, timeout, private-address …
    ├── BlockPage                       captcha, login wall, firewall notice, soft 404, empty shell
    └── MissingField                    the page has no title or no body
"""

from typing import Literal


class NnnewsError(Exception):
    """A mistake we can name; `exit_code` is what the command ends with."""

    exit_code = 1


class UsageError(NnnewsError):
    """The command was called wrongly."""

    exit_code = 2


class ConfigError(NnnewsError):
    """A setting is missing, malformed or cannot work; the message says how to mend it."""

    exit_code = 78


class DatabaseVersionError(ConfigError):
    """The store has a schema revision this version does not know."""


class LockedError(NnnewsError):
    """Another run holds the data folder."""

    exit_code = 75


class OutputError(NnnewsError):
    """An export, the store or the archive could not be written."""

    exit_code = 74


class DeliveryError(NnnewsError):
    """A service did not take a message. The words never hold the address, which is the key to it."""


class Refused(DeliveryError):
    """The service answered with an error; a `passing` one is worth another try soon."""

    def __init__(self, reason: str, *, passing: bool) -> None:
        super().__init__(reason)
        self.passing = passing


class Unanswered(DeliveryError):
    """No answer came; `taken` says whether the service may have the message all the same."""

    def __init__(self, reason: str, *, taken: Literal["no", "perhaps"]) -> None:
        super().__init__(reason)
        self.taken = taken


class PageError(NnnewsError):
    """One page that cannot be read. `kind` is the word counted and stored."""

    kind = "page"

    def __init__(self, url: str, reason: str) -> None:
        super().__init__(f"{url}: {reason}")
        self.url = url
        self.reason = reason


class NotFetched(PageError):
    """The address brought no page; `kind` is that of the failure: http-403, robots, no-such-host …"""

    def __init__(self, url: str, kind: str, reason: str) -> None:
        super().__init__(url, reason)
        self.kind = kind


class UndecodablePage(PageError):
    """The bytes are no text in any charset that a Chinese page uses."""

    kind = "undecodable"


class BlockPage(PageError):
    """An answer with status 200 that is no article; `block` says which sort, e.g. `captcha`."""

    kind = "blocked"

    def __init__(self, url: str, block: str, reason: str) -> None:
        super().__init__(url, f"{block}: {reason}")
        self.block = block


class MissingField(PageError):
    """A required field was not found."""

    kind = "missing"

    def __init__(self, url: str, field: str) -> None:
        super().__init__(url, f"no {field} found")
        self.field = field
