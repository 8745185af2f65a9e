"""What one run is asked to do."""

from dataclasses import dataclass
from datetime import date

from nnnews.errors import UsageError


@dataclass(frozen=True, slots=True)
class Plan:
    """Sites by name (none: all that are set), the earliest day wanted, and articles a site at most.

    `full` asks again for all that is known.
    """

    sites: tuple[str, ...] = ()
    since: date | None = None
    limit: int | None = None
    full: bool = False
    export: bool = True
    verbose: bool = False


def choose_sites(wanted: tuple[str, ...], known: tuple[str, ...]) -> tuple[str, ...]:
    """The sites wanted, each once, or all. Raises UsageError for a name no site file has."""
    unknown = [name for name in wanted if name not in known]
    if unknown:
        raise UsageError(f"unknown site {unknown[0]!r}; known: {', '.join(known)}")
    return tuple(dict.fromkeys(wanted)) or known
