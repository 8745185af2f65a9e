"""How many shards a year has, which of them holds a word, and when each of them is brought up to date."""

_SIZE = 24  # articles a shard at most: more than 20, and its file stays small
_TURNS = 2  # a shard's turn comes when this many articles a shard of its kind were added
_CHANGES = 64  # changes a turn at most: a changed article may be far from the others, a text file each to look through


def shards_for(count: int) -> int:
    """How many shards a year of so many articles has: a power of two."""
    shards = 1
    while count > shards * _SIZE:
        shards *= 2
    return shards


def turn(shards: int) -> int:
    """After how many new articles a shard is brought up to date."""
    return max(1, shards // _TURNS)


def turn_of_changes(shards: int) -> int:
    """After how many changed articles a shard is brought up to date."""
    return min(_CHANGES, turn(shards))


def covered(count: int, shards: int, shard: int, turn: int) -> int:
    """How many of so many articles or changes the shard holds: the turns of the shards follow one another."""
    lag = shard * turn // shards
    return (count - lag) // turn * turn + lag if count >= lag else 0


def shard_of(word: str, shards: int) -> int:
    """By FNV-1a over the characters (http://www.isthe.com/chongo/tech/comp/fnv/); search.js computes the same."""
    value = 0x811C9DC5
    for character in word:
        value = (value ^ ord(character)) * 0x01000193 & 0xFFFFFFFF
    return value % shards
