"""Competency gaps: attained against required levels, and the JPM that sums them up.

Levels are integers of 1/10 000. A JPM is kept as the two sums it divides, so that no threshold compares rounded numbers.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from asnkarier.core.anniversary import anniversary
from asnkarier.core.numbers import SCALE
from asnkarier.core.person import Named

HIGHEST = 5 * SCALE
"""No level is above 5."""


class Competency(NamedTuple):
    """One competency; the nine common ones have `rank` 1 to 9."""

    id: int
    name: str
    group: str
    rank: int


class Ratio(NamedTuple):
    """A JPM as the sums of attained and required levels; `low` and `high` differ where attained levels are not known."""

    low: int
    high: int
    required: int

    @property
    def percent(self) -> float | None:
        """The JPM in percent for display; None where it is not known exactly."""
        return self.low * 100 / self.required if self.low == self.high else None

    @property
    def floor(self) -> int:
        """The lowest possible JPM in 1/10 000 of a percent, rounded down: what a lower bound is compared with."""
        return self.low * 100 * SCALE // self.required

    @property
    def ceiling(self) -> int:
        """The highest possible JPM in 1/10 000 of a percent, rounded down."""
        return self.high * 100 * SCALE // self.required


def ratio(required: Sequence[int], attained: Sequence[int | None]) -> Ratio | None:
    """Divide what is attained by what is required; None where nothing is required or nothing attained is known."""
    asked = sum(required)
    known = [level for level in attained if level is not None]
    if not asked or not known:
        return None
    low = sum(known)
    return Ratio(low, low + (len(attained) - len(known)) * HIGHEST, asked)


def valid_until(assessed_on: str, years: int) -> date:
    """Return the last day on which an assessment counts."""
    return anniversary(date.fromisoformat(assessed_on), years)


def oldest_valid(as_of: date, years: int) -> str:
    """Return, as ISO text, the earliest day of assessment that is still valid on `as_of`."""
    day = anniversary(as_of, -years)
    before = day - timedelta(days=1)
    # On 1 March an assessment of 29 February is still valid.
    return (before if anniversary(before, years) >= as_of else day).isoformat()


class Profile(NamedTuple):
    """What a post asks of the nine, in their order, and of technical and other competencies.

    `source` says where the nine come from: the post's own standard, the defaults of its kind, or partly both; '' is not known.
    """

    nine: tuple[int | None, ...]
    defaults: tuple[bool, ...]
    total: int | None
    technical: Mapping[int, int]
    other: Mapping[int, int]
    source: str


UNKNOWN_PROFILE = Profile((None,) * 9, (False,) * 9, None, {}, {}, "")


def profile(
    standard: Mapping[int, int], nine: Sequence[int], default: int | None, technical: frozenset[int]
) -> Profile:
    """Complete a post's standard with the default level of its kind, competency by competency."""
    levels = tuple(standard.get(competency, default) for competency in nine)
    defaults = tuple(competency not in standard and default is not None for competency in nine)
    rest = {c: level for c, level in standard.items() if c not in nine}
    total = None if None in levels else sum(level for level in levels if level is not None)
    own = sum(competency in standard for competency in nine)
    source = "" if total is None else "position" if own == len(nine) else "partly_default" if own else "default"
    return Profile(
        levels,
        defaults,
        total,
        {c: level for c, level in rest.items() if c in technical},
        {c: level for c, level in rest.items() if c not in technical},
        source,
    )


class Gap(NamedTuple):
    """The gaps of one person against one profile. `jpm` is (attained, required) in percent's terms; None is not known."""

    profile: Profile
    nine: tuple[int | None, ...]
    assessed_on: str | None
    expired: bool | None
    jpm: tuple[int, int] | None
    technical_jpm: tuple[int, int] | None
    levels: Mapping[int, int]
    """Newest levels of competencies outside the nine."""
    days: Mapping[int, str]
    """The day on which each of these was assessed: it has its own, and its own validity."""


def recap_jpm(levels: tuple[int | None, ...], recap: int | None, *, fits: bool) -> tuple[int, int] | None:
    """Return a recap's own JPM where the recap gives nothing else and is about this profile (`fits`)."""
    if recap is None or not fits or any(level is not None for level in levels):
        return None
    return recap, SCALE


def technical_jpm(wanted: Profile, levels: Mapping[int, int]) -> tuple[int, int] | None:
    """Return the JPM over the technical competencies of the post; None where it has none or a level is not known."""
    if not wanted.technical or any(c not in levels for c in wanted.technical):
        return None
    required = sum(wanted.technical.values())
    return (sum(levels[c] for c in wanted.technical) * 100, required) if required else None


def scaled_floor(jpm: tuple[int, int]) -> int:
    """Return a JPM in 1/10 000 of a percent, rounded down: on the same side of every half-open bound as the JPM itself."""
    return jpm[0] * SCALE // jpm[1]


class Row(NamedTuple):
    """One person with the gaps against one post."""

    person: Named
    position: str | None
    gap: Gap
    mapping: str | None
    filling: str | None
