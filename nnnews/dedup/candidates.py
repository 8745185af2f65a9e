"""Which signatures are alike enough for their texts to be compared."""

# Set by hand on the sets `tuning` and `blind` of benchmarks/stories.py (docs/scale.md).
ALIKE = 0.34  # of all grams in common: a cut to a half has .5, a text with every tenth character changed .49
HELD = 0.6  # of the shorter text's grams in the longer one: a cut, of whose share the slots know little
_LEAST = 0.03  # four slots; two texts that have a sentence in common share fewer


def is_candidate(resemblance: float, grams: int, others: int) -> bool:
    """`resemblance` is the share of equal slots; the rest are the distinct grams of the two texts."""
    if resemblance >= ALIKE:
        return True
    common = resemblance / (1 + resemblance) * (grams + others)
    return resemblance >= _LEAST and common >= HELD * min(grams, others)
