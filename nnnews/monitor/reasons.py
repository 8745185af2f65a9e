"""What was seen, in words."""

from nnnews.monitor.findings import Finding
from nnnews.monitor.flow import Flow

_SHARES = {
    ("layout", "fits"): "its layout fits {}",
    ("layout", "stays"): "its layout fits still {} that it fitted",
    ("title", "agrees"): "the title is the list's on {}",
    ("title", "own"): "the title is no other page's on {}",
    ("published", "clock"): "a time of day on {}",
    ("published", "agrees"): "the day is that of the address on {}",
    ("published", "own"): "the time is no other page's on {}",
    ("text", "agrees"): "the common rules see the same body on {}",
    ("text", "own"): "a body of its own on {}",
    ("text", "whole"): "no character destroyed on {}",
    ("", "answered"): "an article came of {}",
    ("lists", "answered"): "an answer from {}",
}
_NOUNS = {"": "addresses", "lists": "lists"}


def tell(one: Finding) -> str:
    """Observed and ordinary, with the number of pages that it rests on."""
    if one.name == "length":
        return f"bodies of {one.observed:.0f} characters on {one.size} pages; ordinary is {one.expected:.0f}"
    if one.name.startswith("links:"):
        named = one.name.removeprefix("links:") or "a list"
        return f"{named} names {one.observed:.0f} articles; ordinary is {one.expected:.0f}"
    counted = f"{round(one.observed * one.size)} of {one.size} {_NOUNS.get(one.field, 'pages')}"
    said = _SHARES.get((one.field, one.name), "found on {}").format(counted)
    return f"{said}; ordinary is {one.expected:.0%}"


def tell_flow(flow: Flow) -> str:
    """Articles of a week, or the silence."""
    if flow.silent:
        return f"no article on the last {flow.silent} days; a week has {flow.expected:.0f}"
    return f"{flow.week} articles in 7 days; ordinary is {flow.expected:.0f}"
