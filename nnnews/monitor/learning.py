"""What a run adds to the memory of its day: all that is not broken."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from nnnews.monitor.findings import Finding
from nnnews.storage.stored import SiteDay


def learn(day: SiteDay, findings: Iterable[Finding]) -> SiteDay:
    """The day with what was fine or merely unusual; what is broken shall not become what is expected."""
    learned: dict[str, dict[str, Any]] = {kind: dict(known) for kind, known in day.learned.items()}
    for one in findings:
        if not one.score.broken:
            kind, name, value = one.kept
            held = learned.setdefault(kind, {})
            if isinstance(value, Mapping):
                held |= {step: held.get(step, 0) + n for step, n in value.items()}
            else:
                held[name] = [a + b for a, b in zip(held.get(name, (0, 0)), value, strict=True)]
    return replace(day, learned=learned)
