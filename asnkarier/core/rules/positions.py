"""Rules of positions: their kinds, which stand level, their echelons, and how a name tells the kind."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal, NamedTuple, get_args

PositionKind = Literal[
    "jpt_utama",
    "jpt_madya",
    "jpt_pratama",
    "administrator",
    "pengawas",
    "pelaksana",
    "jf_ahli_utama",
    "jf_ahli_madya",
    "jf_ahli_muda",
    "jf_ahli_pertama",
    "jf_penyelia",
    "jf_mahir",
    "jf_terampil",
    "jf_pemula",
]
POSITION_KINDS: tuple[PositionKind, ...] = get_args(PositionKind)
LADDERS: tuple[tuple[PositionKind, ...], ...] = (
    ("jf_pemula", "jf_terampil", "jf_mahir", "jf_penyelia"),
    ("jf_ahli_pertama", "jf_ahli_muda", "jf_ahli_madya", "jf_ahli_utama"),
)
"""The levels of functional posts, lowest first, as one is promoted through them."""
Group = Literal["jpt", "administrasi", "fungsional"]
EmployeeKind = Literal["PNS", "CPNS", "PPPK", "PPPK_PW"]
EMPLOYEE_KINDS: tuple[EmployeeKind, ...] = ("PNS", "CPNS", "PPPK", "PPPK_PW")
Education = Literal["SD", "SLTP", "SLTA", "D-I", "D-II", "D-III", "D-IV", "S1", "S2", "S3"]
EDUCATIONS: tuple[Education, ...] = ("SD", "SLTP", "SLTA", "D-I", "D-II", "D-III", "D-IV", "S1", "S2", "S3")
Golongan = str
"""`I/a` … `IV/e`, or for PPPK `I` … `XVII`."""


class NameWord(NamedTuple):
    """Words in the name of a post that tell its kind; `at_end` ones count only as the last words after another one."""

    word: str
    kind: PositionKind
    at_end: bool = False


class OfficeName(NamedTuple):
    """How the posts of an office are named: one of `words`, and where `of` is given one of it right after, or after `between`.

    What stands in `alone` is enough by itself. Behind a word of `not_after` it is somebody else's: a Wakil Kepala Sekolah is no head.
    Posts of other `kinds` are another office.
    """

    words: tuple[str, ...]
    kinds: tuple[PositionKind, ...]
    of: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()

    def begins(self, name: str) -> bool:
        """Tell whether a folded name begins with the office: nothing else is meant."""
        found = _office(self).match(name)
        return found is not None and not found["before"]

    def held(self, name: str, kind: str | None = None) -> bool:
        """Tell whether a folded name speaks of the office, also behind other words: "Guru Ahli Muda (Kepala Sekolah SDN 1)"."""
        if kind is not None and kind not in self.kinds:
            return False
        return any(found["before"] not in self.not_after for found in _office(self).finditer(name))


@lru_cache(maxsize=64)
def _office(named: OfficeName) -> re.Pattern[str]:
    def any_of(words: tuple[str, ...]) -> str:
        return "|".join(map(re.escape, words))

    between = f"(?: (?:{any_of(named.between)}))*" if named.between else ""
    after = f"{between} (?:{any_of(named.of)})" if named.of else ""
    alone = f"|{any_of(named.alone)}" if named.alone else ""
    return re.compile(rf"(?:^|(?<!\S)(?P<before>\S+) )(?:(?:{any_of(named.words)}){after}{alone})(?!\S)")


class PositionRule(NamedTuple):
    """How the kinds of position stand to each other.

    `rung` orders them: equal rungs are equal levels, service counts for a post of the same or a lower rung.
    """

    rung: Mapping[PositionKind, int]
    group: Mapping[PositionKind, Group]
    joined: Mapping[PositionKind, PositionKind]
    """Functional level → the structural one with whose service it is joined (penyetaraan)."""
    by_policy: Mapping[PositionKind, PositionKind]
    """Levels that only an institution's policy may treat as equal."""
    echelons: Mapping[str, tuple[PositionKind, ...]]
    names: tuple[NameWord, ...]
    """Longest first: the first word found in a name decides."""
    own_law_names: Mapping[str, OfficeName]
    """Tag of a post with a law of its own → how such posts are named."""

    def standing(self, kind: PositionKind, other: PositionKind) -> int:
        """Return 1 where `kind` stands higher than `other`, -1 where lower, 0 on the same level.

        The rung decides; on one rung the ladder of functional posts does: Mahir stands above Terampil, though service
        in both counts alike.
        """
        here, there = self.rung[kind], self.rung[other]
        if here == there:
            for steps in LADDERS:
                if kind in steps and other in steps:
                    here, there = steps.index(kind), steps.index(other)
        return (here > there) - (here < there)

    def at_least(self, kind: PositionKind, wanted: PositionKind) -> bool:
        """Tell whether service in `kind` counts as service in `wanted` or higher."""
        return self.rung[kind] >= self.rung[wanted]

    def kind_named(self, name: str) -> PositionKind | None:
        """Return the kind that the jenjang in a post's name tells, None where the name tells none."""
        padded = f" {' '.join(name.lower().split())} "
        for entry in self.names:
            found = padded.find(f" {entry.word} ")
            if found < 0:
                continue
            if not entry.at_end or (found > 0 and padded.endswith(f" {entry.word} ")):
                return entry.kind
        return None


def below(kind: PositionKind) -> PositionKind | None:
    """Return the level directly below on the ladder of functional posts; None for the lowest and for any other kind."""
    for ladder in LADDERS:
        if kind in ladder:
            place = ladder.index(kind)
            return ladder[place - 1] if place else None
    return None
