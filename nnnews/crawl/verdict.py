"""A run in one word, and the exit code that follows: both are decided here and nowhere else.

ok          0   every site answered, also when nothing is new
partial     1   some sites failed
failed      1   every site failed, or gave nothing
unwritten  74   the store or the archive could not be written; what was not stored is fetched again
stopped   130   by SIGINT; by SIGTERM 143; what was not fetched waits for the next run
"""

from collections.abc import Sequence
from dataclasses import dataclass

from nnnews.crawl.report import SiteReport
from nnnews.errors import OutputError


@dataclass(frozen=True, slots=True)
class Verdict:
    """The word that stands in the store, the log and the message, and the code the command ends with."""

    word: str
    code: int


def judge(reports: Sequence[SiteReport], signal: int | None = None) -> Verdict:
    """What stopped the run weighs more than what failed in it."""
    if any(report.unwritten for report in reports):
        return Verdict("unwritten", OutputError.exit_code)
    if signal:
        return Verdict("stopped", 128 + signal)
    failed = sum(bool(report.failure) for report in reports)
    if not failed:
        return Verdict("ok", 0)
    return Verdict("failed" if failed == len(reports) else "partial", 1)
