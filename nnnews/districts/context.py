"""What the text around a name tells: its neighbours, the units named for sure, the nearest of them."""

from bisect import bisect_left
from dataclasses import dataclass, field

from nnnews.districts.gazetteer import Gazetteer, Unit
from nnnews.districts.matching import Match
from nnnews.text.expressions import expression

# Who acts for a place: 兴宁人大, 武鸣法院. Behind a bare stem it proves the place.
INSTITUTION = expression(
    "(?:市|区|县)?(?:各级|第.{1,3}届)?(?:人大|人民(?:代表|政府|法院|检察院)|政府|[区县市]委|政协|法院|检察院|纪委|监委|代表团)"
)
_JOINT = expression("[、和与及]")


@dataclass(slots=True)
class Context:
    """The matches of one text. `firm` holds the units that need no context, with their positions in order."""

    text: str
    matches: list[Match]
    known: Gazetteer
    source_units: frozenset[str] = frozenset()
    positions: list[int] = field(default_factory=list)
    firm: list[Unit] = field(default_factory=list)
    named: set[str] = field(default_factory=set)
    first: dict[str, tuple[int, Unit]] = field(default_factory=dict)
    about_nanning: bool = False
    names_guangxi: bool = False

    def __post_init__(self) -> None:
        self.names_guangxi = "自治区" in self.text or "广西" in self.text

    def add_firm(self, index: int, unit: Unit) -> None:
        """Note that match `index` is `unit` for sure; indexes come in ascending order."""
        position = self.matches[index].start
        if not self.qualifies(index):
            self.first.setdefault(unit.level, (position, unit))
        self.positions.append(position)
        self.firm.append(unit)
        self.named.add(unit.code or unit.name)
        self.about_nanning |= unit.region == "nanning"

    def is_named(self, unit: Unit) -> bool:
        """The text, or the name of its source, has the unit by its full name."""
        return unit.code in self.named or unit.code in self.source_units

    def qualifies(self, index: int) -> bool:
        """The next name stands right behind: 南宁市 in 南宁市青秀区 says only where 青秀区 is."""
        follows = self.matches[index + 1 : index + 2]
        return bool(follows) and follows[0].start == self.matches[index].end

    def first_of(self, levels: tuple[str, ...]) -> Unit | None:
        """The first firm unit of one of the levels."""
        found = [self.first[level] for level in levels if level in self.first]
        return min(found, key=lambda entry: entry[0])[1] if found else None

    def before(self, index: int) -> Unit | None:
        """The unit whose name ends where match `index` begins: 武鸣区|城厢镇."""
        if index == 0 or self.matches[index - 1].end != self.matches[index].start:
            return None
        return self.matches[index - 1].name.units[0]

    def nearest(self, position: int) -> Unit | None:
        """The firm unit nearest to `position`; of two equally near the one before it."""
        right = bisect_left(self.positions, position)
        if right == 0:
            return self.firm[0] if self.firm else None
        if right == len(self.firm):
            return self.firm[-1]
        before, after = position - self.positions[right - 1], self.positions[right] - position
        return self.firm[right - 1] if before <= after else self.firm[right]

    def in_series(self, index: int) -> bool:
        """Match `index` stands in a list with another county-level unit of Nanning: 青秀、江南两个城区."""
        return any(self._joined(left) for left in (index - 1, index))

    def _joined(self, left: int) -> bool:
        """Matches `left` and `left + 1` are both county-level units of Nanning with one mark or 和 between them."""
        if not 0 <= left < len(self.matches) - 1:
            return False
        one, two = self.matches[left], self.matches[left + 1]
        both = all(name.units[0].is_county and name.units[0].region == "nanning" for name in (one.name, two.name))
        return both and two.start - one.end == 1 and _JOINT.match(self.text, one.end) is not None
