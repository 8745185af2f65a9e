"""What happens to an article between the spider and the store, in the order of the flow.

step.py          what all of them are
reading.py       check, strip, credit, place, count, judge: a few lines each over their rooms
counting.py      what was found on the page goes into the run's counters
storing.py       deduplicated, stored and marked as done, in one transaction
catching_up.py   search index and stories, many articles at a time
publishing.py    the exports, for a spider that runs alone

A page that turns out to be no article on the way becomes a problem of its address. What reads articles is imported
with the first one, and the exporters when they are wanted: most runs of a day find nothing new.
"""

from nnnews.pipelines.catching_up import SearchPipeline, StoryPipeline
from nnnews.pipelines.counting import TallyPipeline
from nnnews.pipelines.publishing import PublishPipeline
from nnnews.pipelines.reading import (
    BoilerplatePipeline,
    BylinePipeline,
    CheckPipeline,
    CongressPipeline,
    DistrictPipeline,
    FiguresPipeline,
)
from nnnews.pipelines.storing import StorePipeline

__all__ = [
    "BoilerplatePipeline",
    "BylinePipeline",
    "CheckPipeline",
    "CongressPipeline",
    "DistrictPipeline",
    "FiguresPipeline",
    "PublishPipeline",
    "SearchPipeline",
    "StorePipeline",
    "StoryPipeline",
    "TallyPipeline",
]
