"""The standings as a Prometheus textfile. Every figure is a gauge: the file tells of now."""

from collections.abc import Iterable, Iterator, Sequence

from nnnews.monitor.standing import Standing
from nnnews.storage.stored import NETWORK, STATES, Run

_HELP = {
    "site_state": "1 for the state that the site is in, 0 for the others.",
    "field_share": "Share of the pages of the last day that gave the field.",
    "last_success_timestamp_seconds": "When the last run ended in which the site did not fail.",
    "articles": "New articles of the last 7 days.",
    "articles_ordinary": "Ordinary number of new articles in 7 days.",
    "network_trouble": "1 while many sites fail at once.",
    "run_finished_timestamp_seconds": "When the last run ended.",
    "run_duration_seconds": "How long the last run took.",
    "run_ok": "1 when the verdict of the last run is ok.",
    "new_articles": "New articles of the last run.",
    "errors": "Addresses of the last run that gave no article, and failed requests.",
}


def prometheus(standings: Sequence[Standing], run: Run | None) -> str:
    """The whole file. `run`: the last that has ended."""
    samples: dict[str, list[str]] = {name: [] for name in _HELP}
    for name, labels, value in (*_of_sites(standings), *_of_run(run)):
        samples[name].append(f"nnnews_{name}{labels} {value:.12g}\n")
    return "".join(
        f"# HELP nnnews_{name} {_HELP[name]}\n# TYPE nnnews_{name} gauge\n{''.join(lines)}"
        for name, lines in samples.items()
        if lines
    )


def _of_sites(standings: Iterable[Standing]) -> Iterator[tuple[str, str, float]]:
    standings = list(standings)
    yield "network_trouble", "", any(one.site == NETWORK for one in standings)
    for one in (one for one in standings if one.site != NETWORK):
        for state in STATES:
            yield "site_state", _labels(site=one.site, state=state), one.state == state
        for field, rate in one.rates.items():
            yield "field_share", _labels(site=one.site, field=field), round(rate, 4)
        if one.last_success:
            yield "last_success_timestamp_seconds", _labels(site=one.site), int(one.last_success.timestamp())
        yield "articles", _labels(site=one.site), one.flow.week
        yield "articles_ordinary", _labels(site=one.site), round(one.flow.expected, 1)


def _of_run(run: Run | None) -> Iterator[tuple[str, str, float]]:
    if run is None or run.finished is None:
        return
    yield "run_finished_timestamp_seconds", "", int(run.finished.timestamp())
    yield "run_duration_seconds", "", round((run.finished - run.started).total_seconds(), 1)
    yield "run_ok", "", run.verdict == "ok"
    for one in run.sites:
        failed = (*one.counts.get("problems", {}).values(), *one.counts.get("errors", {}).values())
        yield "new_articles", _labels(site=one.site), one.counts.get("new", 0)
        yield "errors", _labels(site=one.site), sum(failed)


def _labels(**labels: str) -> str:
    """As the text format wants them: backslash, quote and line feed escaped."""
    told = (value.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n") for value in labels.values())
    return "{" + ",".join(f'{name}="{value}"' for name, value in zip(labels, told, strict=True)) + "}"
