"""Why a request brought no page, in the words that are counted and stored."""

from http import HTTPStatus

from scrapy import exceptions
from scrapy.exceptions import IgnoreRequest
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

NETWORK_ERRORS = (
    exceptions.CannotResolveHostError,
    exceptions.DownloadCancelledError,
    exceptions.DownloadConnectionRefusedError,
    exceptions.DownloadFailedError,
    exceptions.DownloadTimeoutError,
    exceptions.ResponseDataLossError,
)
FETCH_ERRORS = (*NETWORK_ERRORS, IgnoreRequest, exceptions.NotSupported, exceptions.UnsupportedURLSchemeError)


_KINDS = {
    exceptions.DownloadTimeoutError: "timeout",
    exceptions.ResponseDataLossError: "truncated",
    exceptions.CannotResolveHostError: "no-such-host",
    exceptions.DownloadConnectionRefusedError: "refused",
}


class OffsiteError(IgnoreRequest):
    """The address is on no host of the site."""


class RetryLaterError(IgnoreRequest):
    """The host asked for more patience than a run has."""


class PostponedError(IgnoreRequest):
    """The run may ask no more; the address stays as it is and waits for the next run."""


def name_failure(error: BaseException) -> tuple[str, str]:
    """Kind and reason: http-404, robots, offsite, postponed, retry-later, too-large, those in _KINDS, else fetch."""
    if isinstance(error, HttpError):
        return name_status(error.response.status)
    if isinstance(error, PostponedError):
        return "postponed", str(error)
    if isinstance(error, OffsiteError):
        return "offsite", str(error)
    if isinstance(error, RetryLaterError):
        return "retry-later", str(error)
    if isinstance(error, exceptions.DownloadCancelledError) or "DOWNLOAD_MAXSIZE" in str(error):
        return "too-large", "larger than size_limit"
    if isinstance(error, IgnoreRequest):
        return "robots", str(error) or "not allowed"
    kinds = (word for classes, word in _KINDS.items() if isinstance(error, classes))
    kind = "tls" if "SSL" in str(error) else next(kinds, "network" if isinstance(error, NETWORK_ERRORS) else "fetch")
    return kind, f"{type(error).__name__}: {error}"


def error_of(failure: Failure) -> BaseException:
    """The error that Scrapy hands to an errback."""
    return failure.value if failure.value is not None else RuntimeError("failed without an error")


def name_status(status: int) -> tuple[str, str]:
    """http-404 and its phrase."""
    try:
        phrase = HTTPStatus(status).phrase
    except ValueError:
        phrase = "no status of HTTP"
    return f"http-{status}", phrase
