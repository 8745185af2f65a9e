"""Is the article about a people's congress: title, lead and density of the words, added up to one score."""

from collections.abc import Sequence
from dataclasses import dataclass

from nnnews.items import Congress
from nnnews.topics.evidence import Evidence, find_evidence
from nnnews.topics.kinds import topics_of

RELEVANT = 0.5
# How much the strongest word of title and lead says. Together with the body 1.0 is needed for a yes.
TITLE, LEAD, BODY = 1.6, 1.0, 1.2
LEAD_LENGTH = 120
# A body of so many characters needs one full word more to be called dense with them.
STRETCH = 250
# A word of this weight shows that a congress, not just any meeting, is spoken of.
ANCHOR = 0.5


@dataclass(frozen=True, slots=True)
class Explanation:
    """The words that gave the score, and the sum in lines to print."""

    congress: Congress
    evidence: tuple[Evidence, ...]
    lines: tuple[str, ...]


def weigh(title: str | None, text: str) -> Congress:
    """Whether title and text are about a congress, how surely, and which of its work they tell of."""
    joined, title_end, lead_end = _join(title or "", text)
    parts = _parts(_counted(find_evidence(joined)), joined, title_end, lead_end)
    return _congress(parts, joined, title_end, lead_end)


def explain(title: str | None, text: str) -> Explanation:
    """The same, with its reasons. Offsets count from the title's first character, a line feed before the text."""
    joined, title_end, lead_end = _join(title or "", text)
    evidence = _counted(find_evidence(joined))
    parts = _parts(evidence, joined, title_end, lead_end)
    congress = _congress(parts, joined, title_end, lead_end)
    lines = [f"{name}: {value:.2f}" for name, value in zip(("title", "lead", "body"), parts, strict=True)]
    lines += [f"{found.word} {found.weight:.2f} ({found.rule})" for found in evidence]
    lines += [f"{topic}: {weight:g}" for topic, weight in topics_of(joined, title_end, lead_end).items()]
    return Explanation(congress, tuple(evidence), tuple(lines))


def _join(title: str, text: str) -> tuple[str, int, int]:
    """Title and text on lines of their own, where the title ends, where the first sentence ends.

    Of a story that opens with somebody's words, the sentence that says whose they are.
    """
    start = len(title) + 1
    spoken = text.find("”", 0, LEAD_LENGTH) if text.startswith("“") else 0
    stop = text.find("。", max(0, spoken), LEAD_LENGTH)
    return f"{title}\n{text}", start, start + (stop if stop > 0 else LEAD_LENGTH)


def _counted(evidence: Sequence[Evidence]) -> list[Evidence]:
    """Words that others share are dropped where none of the congress's own stands."""
    anchored = any(found.kind != "shared" and found.weight >= ANCHOR for found in evidence)
    return [found for found in evidence if anchored or found.kind != "shared"]


def _parts(evidence: Sequence[Evidence], text: str, title_end: int, lead_end: int) -> tuple[float, float, float]:
    title = max((found.weight for found in evidence if found.start < title_end), default=0.0)
    lead = max((found.weight for found in evidence if title_end <= found.start < lead_end), default=0.0)
    total = sum(found.weight for found in evidence if found.start >= title_end)
    body = min(1.0, total / (1 + (len(text) - title_end) / STRETCH))
    return TITLE * title, LEAD * lead, BODY * body


def _congress(parts: tuple[float, float, float], text: str, title_end: int, lead_end: int) -> Congress:
    """0 for no evidence, 0.5 at 1.0, towards 1 with more."""
    score = round(1 - 2 ** -sum(parts), 4)
    relevant = score >= RELEVANT
    return Congress(relevant, score, tuple(topics_of(text, title_end, lead_end)) if relevant else ())
