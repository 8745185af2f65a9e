"""The same text elsewhere, and the same story told otherwise. Pure functions of texts; the store keeps what they give.

fingerprint.py   fold(text) -> str                        letters, digits and Han only
                 fingerprint(text, title=None) -> str     equal for texts that say the same characters
signature.py     sign(folded) -> Signature | None         MinHash of the 4-grams, and some passages
                 keys(sketch) -> list[int]                texts that share one may be one story
                 resemblances(sketch, others)             share of equal slots, an estimate of Jaccard
candidates.py    is_candidate(resemblance, grams, others) alike enough for a comparison of the texts
decision.py      decide(Telling, Telling, places) -> Decision(verdict, ground, shared, differences)
grouping.py      group(nodes, links, excludes)            the stories; representative(copies), kind(copy, ...)

How a decision is made: facts.py (numbers and dates as a set), series.py (之一, 之二), text.alignment (common runs),
contradictions.py (what stands against each other in the gaps: slots.py), people.py and words.py (what it is).
"""

from nnnews.dedup.fingerprint import fingerprint, fold

__all__ = ["fingerprint", "fold"]
