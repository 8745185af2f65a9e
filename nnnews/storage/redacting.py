"""Database URLs as messages may show them."""

import re

# As far as the last @, whatever the password holds: also where it should have been percent-encoded.
_USER_INFO = re.compile(r"(?<=://)([^:@/]*):.*(?=@)", re.DOTALL)
_PARAMETER = re.compile(r"(?i)(?<=[?&])((?:ssl)?password|passwd|pwd)=[^&]*")


def redact(url: str) -> str:
    """The URL with `***` for its password: `postgresql://nnnews:***@db/news`."""
    return _PARAMETER.sub(r"\1=***", _USER_INFO.sub(r"\1:***", url))
