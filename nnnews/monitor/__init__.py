"""How the sites do: each run is judged against the site's own past, and the past learns from what was fine.

measures    counters of a run → shares, lengths, links of lists
past        days of a site → what is ordinary, and how much it varies
evidence    a measure against the past → how many times likelier it is that something broke (as a logarithm)
scores      evidence added up over days, with a threshold to cross and a way back
flow        days without articles, weekends and holidays allowed for
access      what came of asking at all: unreachable, blocked, nothing named
accepting   a loss that a maintainer takes as ordinary
judging     all of it for one site → its states; `together` for what befalls many sites at once

Nothing here asks a clock, the network or the store.
"""

from nnnews.monitor.judging import Judged, Seen, judge
from nnnews.monitor.together import hold_back, quiet_days

__all__ = ["Judged", "Seen", "hold_back", "judge", "quiet_days"]
