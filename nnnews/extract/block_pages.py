"""Answers with status 200 that are no article, each with its name."""

import re

from nnnews.errors import BlockPage
from nnnews.extract.lines import Reading
from nnnews.extract.weigh import is_menu

# block → what such a page says to its reader, or does in its script
_SAYS = {
    "captcha": (
        r"请输入(?:图片|图形)?验证码|滑动(?:验证|完成验证|滑块)|人机(?:验证|识别)|安全验证|拖动.{0,8}滑块|完成验证后",
        r"访问(?:过于)?频繁|点击按钮进行验证|captcha|verify you are human|Just a moment",
    ),
    "waf": (
        r"(?:访问|请求).{0,12}(?:被拦截|被阻断|被拒绝|已被禁止|存在风险|可能对网站造成)|疑似(?:黑客|网络)?攻击|网站防火墙",
        r"Web应用防火墙|安全狗|云锁|知道创宇|加速乐|防护系统|您的IP|IP地址.{0,8}(?:受限|封禁|限制)",
        r"403 Forbidden|Access Denied|Request blocked|cloudflare",
    ),
    "login": (
        r"请(?:先)?登录(?:后|才|查看|$)|登录后(?:查看|阅读|继续|可见)|[您你](?:还)?(?:没有|未)登录|会员登录|用户登录",
        r"统一身份认证|订阅后(?:阅读|查看)|付费(?:阅读|内容)",
    ),
    "maintenance": (
        r"(?:系统|网站|服务器?|平台|频道).{0,6}(?:维护|升级|检修|割接)|服务器(?:错误|繁忙|内部错误)|暂停(?:服务|访问|开放)",
        r"50[0234] (?:Bad|Service|Internal|Gateway)|(?:稍后|稍候)再(?:试|访问|来)",
    ),
    "not-found": (
        r"(?:页面|网页|内容|文章|信息|稿件|资源|文档|栏目).{0,10}(?:不存在|已删除|已被删除|已下线|已失效|已过期|不见了)",
        r"(?:页面|网页|内容|文章|稿件|文件).{0,10}(?:找不到|无法找到|未找到|丢失|走丢)|找不到[您你]?.{0,8}(?:页面|网页|文件|内容)",
        r"404(?:\s*[-:]?\s*(?:Not Found|错误|页面|error))|HTTP\s*404|(?:^|\s)404(?:\s|$)|Not Found",
        r"(?:该|此|本|原)(?:文章?|篇|稿件?|新闻|报道|帖子|条?信息|内容).{0,6}(?:删除|撤回|撤稿|撤下|下架|下线|屏蔽|不存在)",
        r"(?:文章|稿件|新闻|报道|内容|信息).{0,6}(?:已被?(?:撤回|撤稿|撤下|下架|屏蔽|移除)|被(?:撤回|撤下|移除))",
    ),
}
_PATTERNS = {block: re.compile("|".join(patterns), re.I) for block, patterns in _SAYS.items()}
_REDIRECT = re.compile(
    rb"(?:window\.|document\.|top\.|self\.)*location(?:\.href)?\s*=|location\.(?:replace|assign|reload)\s*\("
    rb"|http-equiv=[\"']?refresh|document\.cookie\s*=|eval\(function\(p,a,c,k",
    re.I,
)
_PROSE = 80.0  # weight above which a page is an article, whatever its menus say
_SHELL = 60  # visible characters; an empty template shows a menu or less
_LINES = 60
_OTHER = 40  # characters of other prose that make the page an article: a photograph with its caption
_HEAD = 200_000


def refuse_block_page(url: str, source: bytes, title: str, reading: Reading, weight: float) -> None:
    """Raises BlockPage when a page without an article's prose says, or its script shows, why it has none."""
    if weight >= _PROSE:
        return
    for block, pattern in _PATTERNS.items():
        if reason := _said(pattern, title, reading):
            raise BlockPage(url, block, reason)
    size = sum(len(line.text) for line in reading.lines)
    if size < _SHELL and _REDIRECT.search(source[:_HEAD]):
        raise BlockPage(url, "js-redirect", "a shell that leads elsewhere by script")
    if size == 0 and not reading.images:
        raise BlockPage(url, "empty-template", "nothing is shown")


def _said(pattern: re.Pattern[str], title: str, reading: Reading) -> str | None:
    """The words of the title, or of a page that says little else: portals show a login box beside short texts too."""
    if found := pattern.search(title):
        return found[0].strip()
    matches = [(line, pattern.search(line.text)) for line in reading.lines[:_LINES]]
    other = sum(len(line.text) for line, match in matches if not match and line.weight > 1 and not line.noise)
    first = next((match[0].strip() for line, match in matches if match and not is_menu(line)), None)
    return first if other < _OTHER else None
