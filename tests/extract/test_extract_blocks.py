"""Answers that are no article are named."""

from typing import Any

import pytest

from nnnews.errors import BlockPage
from nnnews.extract import document, extract
from nnnews.items import Page

PAGES = {
    "captcha": "<title>安全验证</title><p>为保护您的访问安全，请完成验证后继续。</p>",
    "waf": "<title>访问被拦截</title><p>您的访问请求可能对网站造成威胁，已被网站防火墙拦截。</p>",
    "login": "<title>登录</title><form><p>请先登录后查看全文</p><input name=user></form>",
    "not-found": "<title>提示信息</title><div>对不起，您访问的页面不存在或已删除</div><a href=/>返回首页</a>",
    "maintenance": "<title>提示信息</title><p>系统维护中，请稍后再访问。</p>",
    "js-redirect": "<script>document.cookie='a=1';location.href='/c.html'</script>",
    "empty-template": "<div class=head></div><div class=article><h1></h1><div id=content></div></div>",
}


@pytest.mark.parametrize("block", PAGES)
def test_a_block_page_is_named(block: str) -> None:
    with pytest.raises(BlockPage) as caught:
        extract(Page("http://www.example.cn/a.html", f"<meta charset=utf-8>{PAGES[block]}".encode()))
    assert caught.value.block == block


@pytest.mark.parametrize(
    "notice", ["该文已被删除", "本文已撤回", "此稿件已下架", "该报道已撤稿", "抱歉，您查看的新闻已被移除"]
)
def test_a_notice_that_an_article_was_taken_back_is_named(notice: str) -> None:
    page = f"<meta charset=utf-8><title>提示信息</title><h1>提示</h1><p>{notice}</p><a href=/>返回首页</a>"
    with pytest.raises(BlockPage, match="not-found"):
        extract(Page("http://www.example.cn/a.html", page.encode()))


def test_an_empty_answer_is_an_empty_template() -> None:
    with pytest.raises(BlockPage, match="empty-template"):
        extract(Page("http://www.example.cn/a.html", b" \n"))


def test_an_article_about_logins_and_captchas_is_an_article() -> None:
    prose = "<p>市民反映，缴费平台要求先登录后查看账单，还要输入验证码，老年人用起来不方便，代表建议简化流程。</p>" * 3
    page = f"<meta charset=utf-8><title>代表建议简化缴费</title><h1>代表建议简化缴费</h1>{prose}"
    assert extract(Page("http://www.example.cn/a.html", page.encode())).title == "代表建议简化缴费"


def test_a_photograph_with_its_caption_beside_a_login_box_is_an_article() -> None:
    caption = "<p>3月9日，游客在青秀湖公园赏花。近日，公园里两千余株樱花进入盛花期，吸引市民前来踏青、拍照。</p>"
    box = "<div>登录示例云账号</div><div>还没账号?立即注册</div><div>请输入验证码</div><div>会员登录</div>"
    page = f"<meta charset=utf-8><title>公园樱花盛开</title><h1>公园樱花盛开</h1>{caption}{box}"
    assert extract(Page("http://www.example.cn/a.html", page.encode())).title == "公园樱花盛开"


@pytest.mark.parametrize(("style", "times"), [("", 1), (" style='display:none'", 2)])
def test_an_empty_page_is_read_once_more_when_it_hides_something(
    style: str, times: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    walked: list[object] = []
    walk = document.read_lines

    def counted(*roots: Any, hidden: bool) -> Any:
        walked.append(roots)
        return walk(*roots, hidden=hidden)

    monkeypatch.setattr(document, "read_lines", counted)
    with pytest.raises(BlockPage):
        extract(Page("http://www.example.cn/p/1.html", f"<p>请登录后查看</p><div{style}>首页</div>".encode()))
    assert len(walked) == times
