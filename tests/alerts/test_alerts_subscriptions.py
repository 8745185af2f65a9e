"""Subscriptions in the settings file: read as written, a mistake named, no secret shown."""

from datetime import datetime, time
from pathlib import Path

import pytest

from nnnews.config import Config, load_config, scoped_config
from nnnews.errors import ConfigError
from nnnews.hours import Hours
from nnnews.items import SHANGHAI
from nnnews.settings import configured
from nnnews.subscriptions import Channel, Schedule, Secret, Subscription

MINIMUM = 'channel = "wecom"\naddress = "key-of-the-robot"\n'


def load(folder: Path, text: str) -> Config:
    file = folder / "nnnews.toml"
    file.write_text(text, "utf-8")
    return load_config(file, environ={})


def test_every_key_is_read(tmp_path: Path) -> None:
    text = """
    feeds.budget.all = ["预算"]
    [alerts.office]
    channel = "dingtalk"
    address_env = "OFFICE_WEBHOOK"
    secret = "SEC1"
    base_url = "http://relay.example:8080/"
    audience = "staff"
    searches = "budget"
    schedule = "weekly fri 9:05"
    quiet = "22:00-07:00"
    most = 5
    template = "{标题}\\n{链接}"
    """
    channel = Channel("dingtalk", Secret("", "OFFICE_WEBHOOK"), Secret("SEC1"), "http://relay.example:8080")
    rest = (Schedule(7, time(9, 5), 4), Hours(time(22), time(7)), 5, "{标题}\n{链接}")
    assert load(tmp_path, text).alerts == (Subscription("office", channel, "staff", ("budget",), *rest),)


def test_staff_are_told_in_the_morning_and_maintainers_at_once(tmp_path: Path) -> None:
    text = f'[alerts.a]\n{MINIMUM}[alerts.b]\naudience = "maintainers"\n{MINIMUM}'
    assert [one.schedule for one in load(tmp_path, text).alerts] == [Schedule(1, time(8, 30)), Schedule(0, time(8, 30))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[alerts.Office]\n" + MINIMUM, "write the name in a-z"),
        ("[alerts]\nx = 3", r"\[alerts.x\] wants keys"),
        ("alerts = 3", "'alerts' wants tables"),
        ("[alerts.x]\nadress = 'k'", "did you mean address?"),
        ("[alerts.x]\naddress = 'k'", "lacks 'channel'; write one of wecom, dingtalk"),
        ("[alerts.x]\nchannel = 'wechat'\naddress = 'k'", "'channel' wants one of wecom"),
        ("[alerts.x]\nchannel = 'wecom'", "lacks 'address'"),
        ("[alerts.x]\naddress_env = 'A'\n" + MINIMUM, "both 'address' and 'address_env'"),
        ("[alerts.x]\nsecret = 's'\n" + MINIMUM, "wecom takes none"),
        ("[alerts.x]\nchannel = 'wecom'\naddress_env = 'NNNEWS_KEY'", "does not begin with NNNEWS_"),
        ("[alerts.x]\nbase_url = 'relay'\n" + MINIMUM, "'base_url' wants an address like"),
        ("[alerts.x]\naudience = 'everybody'\n" + MINIMUM, "'audience' wants one of staff, maintainers"),
        ("[alerts.x]\nsearches = ['budgte']\n" + MINIMUM, "no saved search 'budgte'; there is no"),
        ("[alerts.x]\nsearches = 3\n" + MINIMUM, "'searches' wants names"),
        ("[alerts.x]\nschedule = 'hourly'\n" + MINIMUM, "'schedule' wants 'at once', 'daily 08:30'"),
        ("[alerts.x]\nschedule = 'daily 25:00'\n" + MINIMUM, "'schedule' wants"),
        ("[alerts.x]\nquiet = 'at night'\n" + MINIMUM, "'quiet' wants two times"),
        ("[alerts.x]\nmost = 0\n" + MINIMUM, "'most' wants a whole number"),
        ("[alerts.x]\ntemplate = '{标题'\n" + MINIMUM, "a brace without its partner"),
        ("[alerts.x]\ntemplate = '{标题.__class__}'\n" + MINIMUM, "wants a text with the fields 标题, 链接"),
        ("[alerts.x]\ntemplate = '{}'\n" + MINIMUM, "wants a text with the fields"),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(ConfigError, match=words.replace("?", r"\?")):
        load(tmp_path, text)


def test_no_error_and_no_repr_shows_an_address(tmp_path: Path) -> None:
    assert "key-of-the-robot" not in repr(load(tmp_path, f"[alerts.x]\n{MINIMUM}"))
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, f"[alerts.x]\naddress_env = 'A'\n{MINIMUM}")
    assert "key-of-the-robot" not in str(caught.value)


def test_a_variable_is_asked_for_when_something_is_sent() -> None:
    assert Secret(variable="HOOK").reveal({"HOOK": "k"}) == "k"
    with pytest.raises(ConfigError, match="variable HOOK is not set"):
        Secret(variable="HOOK").reveal({})


def test_subscriptions_pass_through_the_settings_of_scrapy(tmp_path: Path) -> None:
    config = load(tmp_path, f"[alerts.x]\n{MINIMUM}")
    assert scoped_config(configured(config)).alerts == config.alerts


@pytest.mark.parametrize(
    ("written", "now", "due"),
    [
        ("at once", "2026-11-23 10:00", "2026-11-23 10:00"),
        ("daily 08:30", "2026-11-23 08:30", "2026-11-23 08:30"),
        ("daily", "2026-11-23 08:29", "2026-11-22 08:30"),
        ("weekly wed 18:00", "2026-11-23 10:00", "2026-11-18 18:00"),
        ("weekly mon 10:01", "2026-11-23 10:00", "2026-11-16 10:01"),
        ("weekly", "2026-11-23 08:30", "2026-11-23 08:30"),
    ],
)
def test_what_is_due_was_due_at_the_last_time_of_its_schedule(written: str, now: str, due: str) -> None:
    moment, wanted = (datetime.fromisoformat(text).replace(tzinfo=SHANGHAI) for text in (now, due))
    assert Schedule.read(written, "schedule").last_due(moment) == wanted
