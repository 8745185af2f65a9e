"""What holds for the whole recipe."""

import os
import subprocess
import sys

READ = """
from itertools import islice
from nnnews.demo import Portal
from nnnews.reading import read_text

for planted in islice(Portal().planted(), 60):
    print(read_text("\\n".join((planted.story.title, *planted.story.printed()))))
"""


def read_with(seed: str) -> str:
    environ = {**os.environ, "PYTHONHASHSEED": seed}
    return subprocess.run([sys.executable, "-c", READ], env=environ, capture_output=True, text=True, check=True).stdout


def test_what_is_read_is_the_same_in_every_process() -> None:
    first = read_with("1")
    assert first.count("Article(") == 60
    assert first == read_with("2")
