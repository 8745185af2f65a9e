"""What is counted of each page, and how the counters are named.

They stand in Scrapy's statistics under `nnnews/`, and in the history of runs without it:

pages                    answers that were read for an article
field/<name>             of them, how many gave the field
layout/<name>            how many the site's layout of this name served; the others were served by the common rules
length/<step>            how many bodies were this long: a step is a factor of √2 in characters
repeats                  bodies that mostly say what another page of this run said under another title
mark/<name>/<agree|differ>   what another witness says of a field: the list, the address, the second opinion
links/<list>             links to articles on a declared list, when it was read
lists/<read|failed|links>    lists that were read or should have been, and all links to articles on them
"""

FIELDS = ("", "lists", "layout", "title", "published", "source", "author", "text")
