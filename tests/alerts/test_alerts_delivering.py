"""From the outbox to the service: nothing is lost, and nothing that was taken is sent again."""

import os
import signal
import subprocess
import sys
from dataclasses import replace
from threading import Event

import pytest
from chat_service import Behaviour, Handler, Service, drip, eventually, half, ok, saying, silence
from newsroom import Newsroom

from nnnews.alerts.delivering import A_MINUTE, Patience
from nnnews.alerts.run import Means, alert
from nnnews.items import Article
from nnnews.subscriptions import Channel, Secret

LONG = "议" * 1500
REFUSED = saying(200, '{"errcode":93000,"errmsg":"invalid webhook url"}')


def test_what_was_taken_is_not_sent_again(newsroom: Newsroom) -> None:
    newsroom.put(("甲", "乙"), ("丙",))
    assert newsroom.alert().sent == 3
    assert newsroom.texts == ["甲", "乙", "丙"]
    assert newsroom.alert().sent == 0
    assert newsroom.texts == []


def test_fifteen_hundred_characters_arrive_whole_in_posts_that_wecom_takes(newsroom: Newsroom, visit: Article) -> None:
    newsroom.subscribe(template="{标题}")
    newsroom.add(replace(visit, title=LONG, text=visit.text + LONG))
    newsroom.alert()
    texts = newsroom.texts
    assert len(texts) >= 3 and all(len(text.encode()) <= 2048 for text in texts)
    assert "".join(texts).endswith("\n\n" + LONG)


@pytest.mark.parametrize("failure", [REFUSED, saying(500, "busy"), silence, drip, half])
def test_what_was_not_taken_waits_and_the_run_says_so(
    newsroom: Newsroom, failure: Behaviour, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nnnews.alerts.senders.robot.__defaults__", (0.3,))
    newsroom.put(("甲", "乙"))
    newsroom.service.behaviours = [ok, failure]
    outcome = newsroom.alert()
    assert outcome.sent == 1 and len(outcome.problems) == 1
    assert newsroom.waiting == ["乙"]
    newsroom.service.posts.clear()
    newsroom.service.behaviours = [ok]
    assert newsroom.alert().problems == []
    assert newsroom.texts == ["乙"]


def test_a_passing_error_is_asked_again_under_the_same_name(newsroom: Newsroom) -> None:
    newsroom.put(("甲",))
    newsroom.service.behaviours = [saying(503, ""), saying(200, '{"errcode":45009}'), ok]
    assert newsroom.alert().sent == 1
    assert len({headers["Idempotency-Key"] for _, headers, _ in newsroom.service.posts}) == 1


def test_a_silent_service_is_not_asked_twice_in_a_run(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nnnews.alerts.senders.robot.__defaults__", (0.2,))
    newsroom.put(("甲",), ("乙",))
    newsroom.service.behaviours = [silence]
    newsroom.alert()
    assert newsroom.texts == ["甲"]


def test_a_message_that_is_refused_holds_up_no_other(newsroom: Newsroom) -> None:
    newsroom.put(("坏", "坏二"), ("好",))
    newsroom.service.behaviours = [REFUSED, ok]
    newsroom.alert()
    assert newsroom.texts == ["坏", "好"]
    assert newsroom.waiting == ["坏", "坏二"]


def test_a_channel_that_refuses_everything_is_left_alone_soon(newsroom: Newsroom) -> None:
    newsroom.put(*[(str(number),) for number in range(9)])
    newsroom.service.behaviours = [REFUSED]
    assert len(newsroom.alert().problems) == len(newsroom.texts) == 3


class Clock(Event):
    """Never stops anything; remembers for how long it was waited."""

    def __init__(self) -> None:
        super().__init__()
        self.waits: list[float] = []

    def wait(self, timeout: float | None = None) -> bool:
        self.waits.append(timeout or 0)
        return False


def test_no_more_than_twenty_go_out_in_a_minute(newsroom: Newsroom) -> None:
    newsroom.put(tuple("甲" * (A_MINUTE + 1)))
    clock = Clock()
    assert alert(newsroom.config, Means({}, Patience(stop=clock))).sent == A_MINUTE + 1
    assert len(clock.waits) == 1 and 50 < clock.waits[0] <= 60


def test_a_run_that_is_stopped_finishes_the_part_under_way(newsroom: Newsroom) -> None:
    newsroom.put(("甲", "乙"))
    patience = Patience()

    def answer_and_stop(handler: Handler) -> None:
        patience.stop.set()
        ok(handler)

    newsroom.service.behaviours = [answer_and_stop]
    assert alert(newsroom.config, Means({}, patience)).sent == 1
    assert newsroom.waiting == ["乙"]
    assert newsroom.alert().notes == []


def test_a_channel_without_its_key_keeps_no_other_waiting(newsroom: Newsroom) -> None:
    broken = replace(newsroom.config.alerts[0], name="broken", channel=Channel("wecom", Secret(variable="HOOK")))
    newsroom.config = replace(newsroom.config, alerts=(broken, *newsroom.config.alerts))
    newsroom.put(("甲",))
    outcome = newsroom.alert()
    assert outcome.problems == [("broken", "alerts: the environment variable HOOK is not set")]
    assert newsroom.texts == ["甲"]


def test_a_wrong_address_leaves_nothing_in_doubt(newsroom: Newsroom) -> None:
    newsroom.put(("甲",))
    newsroom.subscribe(channel=Channel("wecom", Secret("ftp://robot")))
    assert len(newsroom.alert().problems) == 1
    newsroom.subscribe(channel=Channel("wecom", Secret("key"), base_url=newsroom.service.url))
    assert newsroom.alert().notes == []
    assert newsroom.texts == ["甲"]


SENDER = """
import sys
from nnnews.alerts.run import Means, alert
from nnnews.config import load_config
alert(load_config())
"""


def start(newsroom: Newsroom) -> subprocess.Popen[bytes]:
    file = newsroom.config.data / "nnnews.toml"
    channel = f'channel = "wecom"\naddress = "key"\nbase_url = "{newsroom.service.url}"\nschedule = "at once"\n'
    file.write_text(f'data = "."\ndatabase = "{newsroom.config.database}"\n[alerts.office]\n{channel}', "utf-8")
    return subprocess.Popen([sys.executable, "-c", SENDER], env={**os.environ, "NNNEWS_CONFIG": str(file)})


def test_a_killed_run_is_taken_up_where_it_was(newsroom: Newsroom, service: Service) -> None:
    """Killed while the answer to the third part was awaited: only that part comes twice, under one name."""
    newsroom.put(("甲", "乙", "丙", "丁"), ("戊",))
    service.behaviours = [ok, ok, silence]
    process = start(newsroom)
    eventually(lambda: len(service.posts) == 3)
    process.send_signal(signal.SIGKILL)
    process.wait()
    service.behaviours = [ok]
    outcome = newsroom.alert()
    assert [words for _, words in outcome.notes] == [
        "a part was under way when an earlier run was killed; it may arrive twice"
    ]
    assert service.texts == ["甲", "乙", "丙", "丙", "丁", "戊"]
    names = [headers["Idempotency-Key"] for _, headers, _ in service.posts]
    assert names[2] == names[3] and len(set(names)) == 5


def test_two_runs_at_once_send_everything_once(newsroom: Newsroom, service: Service) -> None:
    newsroom.put(tuple("甲乙丙丁"))
    processes = [start(newsroom) for _ in range(2)]
    assert [process.wait() for process in processes] == [0, 0]
    assert service.texts == list("甲乙丙丁")
