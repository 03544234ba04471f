"""Rules of positions: their kinds, which stand level, their echelons, and how a name tells the kind."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

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
POSITION_KINDS: tuple[PositionKind, ...] = (
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
)
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
    own_law_words: Mapping[str, tuple[str, ...]]
    """Tag of a post with a law of its own → words that suggest it."""

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
