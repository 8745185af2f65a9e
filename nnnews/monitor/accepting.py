"""A loss that a maintainer takes as ordinary: from then on the field is judged against the present."""

from dataclasses import replace
from datetime import datetime

from nnnews.monitor.scores import Score
from nnnews.storage.stored import Health, SiteDay

REASON = "accepted by hand"
_BESIDE = {"text": "lengths", "lists": "links"}  # what a field teaches beside shares


def is_loss(health: Health) -> bool:
    """Whether something counted has fallen; silence, and a site that cannot be asked, are nothing to get used to."""
    return any(score.state != "fine" for score in _scores(health).values())


def accepted(health: Health, at: datetime, run_id: int) -> Health:
    """Fine from now on, with no evidence against it."""
    return replace(health, state="fine", since=at, run_id=run_id, reason=REASON, scores={})


def begun_anew(day: SiteDay, health: Health) -> SiteDay:
    """The day without what it taught of the field; the present shares stand in place of the floors."""
    learned = {kind: known for kind, known in day.learned.items() if kind != _BESIDE.get(health.field)}
    for kind in ("shares", "accepted"):
        known = learned.get(kind, {})
        learned[kind] = {key: value for key, value in known.items() if key.partition("/")[0] != health.field}
    learned["accepted"] |= _present(health)
    return replace(day, learned=learned)


def _present(health: Health) -> dict[str, float]:
    """By key, the shares of the last day."""
    scores = {key: score for key, score in _scores(health).items() if not key.startswith("links:")}
    scores.pop("text/length", None)
    return {key: score.seen[0] / score.seen[1] for key, score in scores.items() if score.seen[1]}


def _scores(health: Health) -> dict[str, Score]:
    return {key: Score.read(kept) for key, kept in health.scores.items() if key != "access"}
