"""What the senders believe, and what they never tell."""

import logging
import traceback
from collections.abc import Callable

import pytest
from chat_service import Service, drip, half, saying, silence

from nnnews.alerts import dingtalk, feishu
from nnnews.alerts.robot import Robot
from nnnews.alerts.senders import SENDERS
from nnnews.errors import ConfigError, DeliveryError, Refused, Unanswered

KEY = "693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa"


def webhook(service: Service, timeout: float = 5.0, secret: str = "") -> Robot:
    return Robot(f"{service.url}/cgi-bin/webhook/send?key={KEY}", secret, timeout=timeout)


@pytest.mark.parametrize("kind", ["wecom", "dingtalk", "feishu"])
def test_a_text_arrives_as_it_is_under_the_name_of_its_part(service: Service, kind: str) -> None:
    SENDERS[kind].send(webhook(service), "会议“开”了 😀\n", "m-0")
    assert service.texts == ["会议“开”了 😀\n"]
    assert service.posts[0][1]["Idempotency-Key"] == "m-0"


@pytest.mark.parametrize(
    ("kind", "answer", "passing"),
    [
        ("wecom", '{"errcode":93000,"errmsg":"invalid webhook url"}', False),
        ("wecom", '{"errcode":45009,"errmsg":"api freq out of limit"}', True),
        ("dingtalk", '{"errcode":310000,"errmsg":"sign not match"}', False),
        ("feishu", '{"code":19021,"msg":"sign match fail","data":{}}', False),
        ("feishu", '{"StatusCode":0,"code":11232,"msg":"too many"}', True),
        ("wecom", '{"errcode":false}', False),
        ("wecom", "{}", False),
    ],
)
def test_status_200_with_an_error_is_refused(service: Service, kind: str, answer: str, passing: bool) -> None:
    service.behaviours = [saying(200, answer)]
    with pytest.raises(Refused) as caught:
        SENDERS[kind].send(webhook(service), "会议", "m-0")
    assert caught.value.passing == passing


def test_both_forms_of_success_at_feishu_are_believed(service: Service) -> None:
    service.behaviours = [saying(200, '{"StatusCode":0,"StatusMessage":"success"}'), saying(200, '{"code":0}')]
    for part in ("m-0", "m-1"):
        SENDERS["feishu"].send(webhook(service), "会议", part)


@pytest.mark.parametrize(("status", "passing"), [(500, True), (429, True), (404, False), (204, False), (302, False)])
def test_another_status_is_refused_and_no_redirect_followed(service: Service, status: int, passing: bool) -> None:
    service.behaviours = [saying(status, '{"errcode":0}', Location=f"{service.url}/elsewhere")]
    with pytest.raises(Refused) as caught:
        SENDERS["wecom"].send(webhook(service), "会议", "m-0")
    assert caught.value.passing == passing
    assert len(service.posts) == 1


@pytest.mark.parametrize("behaviour", [silence, drip, half, saying(200, "<html>login</html>")])
def test_silence_a_slow_drip_and_half_an_answer_are_no_answer(service: Service, behaviour: Callable[..., None]) -> None:
    service.behaviours = [behaviour]
    with pytest.raises(Unanswered) as caught:
        SENDERS["wecom"].send(webhook(service, timeout=0.4), "会议", "m-0")
    assert caught.value.taken == "perhaps"


def test_a_service_that_is_not_there_has_taken_nothing() -> None:
    with pytest.raises(Unanswered, match="cannot be reached") as caught:
        SENDERS["wecom"].send(Robot(f"http://127.0.0.1:9/{KEY}", timeout=0.5), "会议", "m-0")
    assert caught.value.taken == "no"


def test_a_base_url_stands_for_the_service(service: Service) -> None:
    for address in (KEY, f"https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key={KEY}"):
        SENDERS["wecom"].send(Robot(address, base_url=service.url), "会议", "m-0")
    assert [path for path, _, _ in service.posts] == [f"/cgi-bin/webhook/send?key={KEY}"] * 2


@pytest.mark.parametrize(
    "address", ["ftp://x/SECRETKEY", "http://[x/SECRETKEY", "https://:80x/SECRETKEY", "SECRET KEY"]
)
def test_what_is_no_address_is_named_and_not_quoted(address: str) -> None:
    with pytest.raises(ConfigError, match="no key and no http") as caught:
        SENDERS["wecom"].send(Robot(address), "会议", "m-0")
    assert "SECRET" not in "".join(traceback.format_exception(caught.value))


def test_posts_are_signed_as_the_services_ask() -> None:
    # Computed with `openssl dgst -sha256 -hmac`.
    assert dingtalk.signed("SEC1", 1)["sign"] == "xLlywIuSvlBMcbHM7O4JN3u5Z7ES0PnaL8hM5mors/g="
    assert feishu.signed("SEC1", 1)["sign"] == "R85I337lYhDDjF/nltQapDHKJdvNFpZIP6fKRNNYdos="


def test_a_signature_travels_where_the_service_looks_for_it(service: Service) -> None:
    SENDERS["dingtalk"].send(webhook(service, secret="SEC1"), "会议", "m-0")
    SENDERS["feishu"].send(webhook(service, secret="SEC1"), "会议", "m-1")
    (path, _, _), (_, _, payload) = service.posts
    assert "&timestamp=" in path and "&sign=" in path
    assert {"timestamp", "sign"} <= payload.keys()


@pytest.mark.parametrize(
    "behaviour",
    [silence, saying(200, f'{{"errcode":1,"errmsg":"bad key={KEY}"}}'), saying(500, KEY), saying(200, KEY), half],
)
def test_no_error_traceback_or_log_holds_the_key(
    service: Service, behaviour: Callable[..., None], caplog: pytest.LogCaptureFixture
) -> None:
    service.behaviours = [behaviour]
    robot = webhook(service, timeout=0.3, secret="SECRET-SECRET")
    with caplog.at_level(logging.DEBUG), pytest.raises(DeliveryError) as caught:
        SENDERS["wecom"].send(robot, "会议", "m-0")
    shown = "".join(traceback.format_exception(caught.value)) + repr(caught.value) + repr(robot) + caplog.text
    assert KEY not in shown and "SECRET-SECRET" not in shown


# apprise looks for a module of old Pythons.
@pytest.mark.filterwarnings("ignore:.*imghdr:DeprecationWarning")
def test_apprise_sends_to_all_other_channels(service: Service) -> None:
    pytest.importorskip("apprise", reason="an extra: pip install 'nnnews[apprise]'")
    robot = Robot(service.url.replace("http://", "json://"))
    SENDERS["apprise"].send(robot, "会议", "m-0")
    assert service.posts[0][2]["message"] == "会议"
    service.behaviours = [saying(500, "")]
    with pytest.raises(Unanswered):
        SENDERS["apprise"].send(robot, "会议", "m-0")
    assert SENDERS["apprise"].limit(robot) >= 1000


@pytest.mark.filterwarnings("ignore:.*imghdr:DeprecationWarning")
@pytest.mark.parametrize(
    ("address", "words"), [("wecombot://key", 'set channel = "wecom"'), ("nonsense://x", "knows no channel nonsense")]
)
def test_an_address_that_apprise_cannot_be_trusted_with_is_named(address: str, words: str) -> None:
    pytest.importorskip("apprise", reason="an extra: pip install 'nnnews[apprise]'")
    with pytest.raises(ConfigError, match=words):
        SENDERS["apprise"].limit(Robot(address))
