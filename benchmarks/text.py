"""Reading text: characters a second of each room and of all together, on one core; the cost of importing the rooms;
and lines of a megabyte that are made to be slow.

    .venv/bin/python benchmarks/text.py [--rounds 5] [--only speed|import|hostile]

Times are those of the process. Texts are the invented articles of the practice portal and, where present, the bodies
of the pages in ../shared/pages.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from nnnews.byline import read_credits
from nnnews.demo import Portal
from nnnews.districts import locate
from nnnews.figures import read_figures
from nnnews.text.boilerplate import strip_boilerplate
from nnnews.text.normalise import normalise
from nnnews.topics import congress_facts, weigh

LABELS = Path(__file__).parents[2] / "shared" / "pages" / "labels.jsonl"
ARTICLES = 400
MEGABYTE = 1_000_000

Text = tuple[str, list[str], str]
"""Title, the lines as they were printed, and the same as one text."""

ROOMS: dict[str, Callable[[str, list[str], str], object]] = {
    "normalise": lambda _title, _lines, text: normalise(text),
    "boilerplate": lambda _title, lines, _text: strip_boilerplate(lines),
    "byline": lambda title, lines, _text: read_credits(lines, (), title),
    "districts": lambda title, _lines, text: locate(title, text),
    "figures": lambda _title, _lines, text: read_figures(text),
    "topics": lambda title, _lines, text: weigh(title, text),
}
MODULES = (
    "nnnews.text.normalise, nnnews.text.boilerplate, nnnews.text.numerals, nnnews.text.sentences, nnnews.byline, "
    "nnnews.districts, nnnews.figures, nnnews.topics"
)
STANDARD = (
    "bisect, collections, dataclasses, datetime, decimal, enum, importlib.resources, json, re, typing, unicodedata"
)

HOSTILE = {
    "normalise": ("(", "（a", "国(guó", "國(guó)", "?", "國?xiàng)", " ", "昇著", "(a)", "報(bao)(bao)", "後", "１"),
    "boilerplate": (
        *("首页 ", "首页>", "图为", "_", "版权所有", "分享到", "上一页", "[大]", "1 2 ", "许可证", "微信"),
        *("未经授权", "转载请", "ICP备", "代表（右", "。", "，", "来源：", "20"),
    ),
    "byline": (
        *("记者", "来源：", "（记者张", "张三 ", "记者张三、", "文/图 ", "讯（", "、，", "【编辑", "图为", "记者张三"),
        *("记者 张三 ", "摄", "。李四 摄", "）", "（", "新华社电", "新华社深圳", "责任编辑 ", "2024-05-12 ", "报道 "),
    ),
    "districts": (
        *("南宁市", "城厢镇", "青秀、", "县", "云溪县人大，", "湖南", "全市", "太平镇", "自治县", "到", "江南", "在邕"),
        *("马山镇", "全县", "城区", "民生", "村"),
    ),
    "figures": (
        *"7１万一十半零（“《—约的 、",
        *("一二", "三点", "1—", "1,234,", "0.0", "〓", "翻了", "1/", "a1", "第一、", "0771-", "1:", "1、", "检查"),
        *("三分之", "《3个", "3年", "“3个", "由3%", "3个到", "分别增长3%", "各3个、", "3个小区", "占3%的"),
    ),
    "topics": (
        *("人大", "历任", "第十届人大", "通过《", "作出", "人大主任", "第一届", "当选市", "人大代表、", "代表建议"),
        *("原", "来源：", "表决"),
    ),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5, help="the quickest of so many rounds counts")
    parser.add_argument("--only", choices=("speed", "import", "hostile"))
    arguments = parser.parse_args()
    if arguments.only in (None, "speed"):
        _print_speed(arguments.rounds)
    if arguments.only in (None, "import"):
        print(f"import of the rooms: {min(_import_ms() for _ in range(arguments.rounds)):.0f} ms\n")
    if arguments.only in (None, "hostile"):
        _print_hostile()


def _print_speed(rounds: int) -> None:
    sets = {name: texts for name, texts in (("practice portal", _practice()), ("real pages", _real())) if texts}
    columns = [_speeds(texts, rounds) for texts in sets.values()]
    print(f"{'characters a second':24}" + "".join(f"{name:>18}" for name in sets))
    for row in (*ROOMS, "all"):
        print(f"{row:24}" + "".join(f"{column[row]:18,.0f}" for column in columns))
    print()


def _practice() -> list[Text]:
    return [_text(one.story.title, one.story.printed()) for one in islice(Portal().planted(), ARTICLES)]


def _real() -> list[Text]:
    if not LABELS.exists():
        return []
    rows = map(json.loads, LABELS.read_text("utf-8").splitlines())
    return [_text(row["title"], row["body"].split("\n")) for row in rows]


def _text(title: str, lines: tuple[str, ...] | list[str]) -> Text:
    return title, list(lines), "\n".join(lines)


def _speeds(texts: list[Text], rounds: int) -> dict[str, float]:
    """Characters a second by room, and of all rooms one after the other."""
    size = sum(len(text) for _, _, text in texts)
    seconds = {name: min(_seconds(read, texts) for _ in range(rounds)) for name, read in ROOMS.items()}
    return {name: size / taken for name, taken in seconds.items()} | {"all": size / sum(seconds.values())}


def _seconds(read: Callable[[str, list[str], str], object], texts: list[Text]) -> float:
    start = time.process_time()
    for text in texts:
        read(*text)
    return time.process_time() - start


def _import_ms() -> float:
    """What the rooms cost a new process that has the standard library's modules already."""
    code = f"import time, {STANDARD}; start = time.process_time(); import {MODULES}; print(time.process_time() - start)"
    return float(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout) * 1000


def _print_hostile() -> None:
    print("a line of a megabyte, seconds; the slowest first")
    rows = sorted(_hostile(), reverse=True)
    for seconds, room, piece in rows:
        print(f"{seconds:8.2f}  {room:12} {piece!r}")
    print(f"over a second: {sum(seconds > 1 for seconds, _, _ in rows)} of {len(rows)}")


def _hostile() -> Iterator[tuple[float, str, str]]:
    for room, pieces in HOSTILE.items():
        for piece in pieces:
            line = piece * (MEGABYTE // len(piece.encode()))
            yield _seconds(ROOMS[room], [("", [line], line)]), room, piece
    line = "第十届人大第一次会议" * (MEGABYTE // 30)
    yield _seconds(lambda _title, _lines, text: congress_facts(None, text), [("", [line], line)]), "facts", line[:10]


if __name__ == "__main__":
    main()
