"""A password stands in no message."""

import pytest

from nnnews.errors import ConfigError
from nnnews.storage import open_store
from nnnews.storage.redacting import redact


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("postgresql://office:geheim@db/news", "postgresql://office:***@db/news"),
        ("postgresql://office:ge@he:im/@db/news", "postgresql://office:***@db/news"),
        ("postgresql://db/news?user=office&password=geheim", "postgresql://db/news?user=office&password=***"),
        ("postgresql://db/news", "postgresql://db/news"),
        ("sqlite:///data/nnnews.sqlite3", "sqlite:///data/nnnews.sqlite3"),
    ],
)
def test_a_url_is_shown_without_its_password(url: str, shown: str) -> None:
    assert redact(url) == shown


@pytest.mark.parametrize(
    "url",
    [
        "oracel://office:geheim@db/news",
        "mysql+mysqldb://office:geheim@db/news",
        "postgresql://office:geheim/7@db/news",
        "postgresql://office:geheim@db:port/news",
    ],
)
def test_an_error_shows_no_password(url: str) -> None:
    with pytest.raises(ConfigError) as caught:
        open_store(url)
    assert "geheim" not in str(caught.value)
