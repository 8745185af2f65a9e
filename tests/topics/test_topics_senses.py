"""What 人大 means; all phrases are invented."""

import pytest

from nnnews.topics.evidence import DISCOUNTS, WORDS, find_evidence
from nnnews.topics.kinds import FORMS, TOPICS, topics_of
from nnnews.topics.kinds import WORDS as TOPIC_WORDS
from nnnews.topics.senses import sense_of

PHRASES = {
    "congress": "县人大多措并举 区人大学习文件 广西人大三十年 支持人大依法履职 人大代表来了 向人大报告工作",
    "university": "人大附中获奖 人大教授讲课 人大出版社新书 人大校长致辞 考上人大 毕业于人大 清华、人大招生",
    "seam": "令人大开眼界 工人大军返城 两人大打出手 老人大多早起 本人大学毕业 客人大赞 新人大婚 病人大出血 机器人大赛 "
    "惊人大逆转 诗人大胆尝试 成年人大都缺觉 家人大老远来 三人大半夜救人 农民工人大批返岗 达人大会师",
}


@pytest.mark.parametrize(
    ("phrase", "sense"), [(phrase, sense) for sense, line in PHRASES.items() for phrase in line.split()]
)
def test_a_phrase_has_its_sense(phrase: str, sense: str) -> None:
    assert sense_of(phrase, phrase.index("人大")) == sense


@pytest.mark.parametrize("line", WORDS, ids=lambda line: line.example)
def test_a_word_of_the_table_is_found_in_its_example(line) -> None:
    assert any(found.word in line.words.split("|") for found in find_evidence(f"近日，{line.example}"))


@pytest.mark.parametrize("line", DISCOUNTS, ids=lambda line: line.example)
def test_a_setting_takes_force_away_in_its_example(line) -> None:
    assert any(found.rule == line.name for found in find_evidence(f"近日，{line.example}。"))


@pytest.mark.parametrize("line", [line for line in (*TOPIC_WORDS, *FORMS) if line.topic], ids=lambda line: line.example)
def test_a_line_gives_its_topic_in_a_title(line) -> None:
    assert line.topic in topics_of(line.example, len(line.example), len(line.example))


def test_the_topics_are_the_seven_of_the_record() -> None:
    assert TOPICS == ("会议", "立法", "监督", "代表工作", "决定任免", "选举", "自身建设")
