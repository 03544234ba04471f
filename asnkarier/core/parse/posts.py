"""Position cells: the post, the duty beside it or instead of it, and what name or echelon tell of a post's kind."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from asnkarier.core.names import folded_position, held
from asnkarier.core.parse.base import Bad, Cell, read_name


class Post(NamedTuple):
    """A post as a cell names it: the post itself, and what the person does beside it or instead of its holder."""

    name: str | None
    acting: str | None = None
    """plt, plh, pj or tambahan, for `duty`."""
    duty: str | None = None

    @property
    def written(self) -> str:
        """Both in one text, in the spelling that `core.names.held` tells apart again."""
        duty = self.duty if self.acting in (None, "tambahan") else f"{(self.acting or '').capitalize()}. {self.duty}"
        return " selaku ".join(part for part in (self.name, duty) if part)


def read_post(value: Cell) -> Post | Bad | None:
    """Read a position cell: `Plt. Kepala Dinas …` is a duty, in `Guru Ahli Muda (KEPALA SEKOLAH …)` the functional post is the post."""
    text = read_name(value)
    if not isinstance(text, str):
        return text
    post, duty, acting = held(text)
    return Post(post, None if acting == "definitif" else acting, duty)


_LEVELS: Final = (
    ("ahli utama", "jf_ahli_utama"),
    ("ahli madya", "jf_ahli_madya"),
    ("ahli muda", "jf_ahli_muda"),
    ("ahli pertama", "jf_ahli_pertama"),
    ("penyelia", "jf_penyelia"),
    ("mahir", "jf_mahir"),
    ("terampil", "jf_terampil"),
    ("pemula", "jf_pemula"),
)
_ECHELONS: Final = {"I.b": "jpt_madya", "II": "jpt_pratama", "III": "administrator", "IV": "pengawas", "V": "pelaksana"}


@lru_cache(maxsize=4096)
def kind_of_name(name: str) -> str | None:
    """Return the position kind that the level at the end of a functional post's name tells; None when it tells none."""
    text = folded_position(name)
    return next((kind for level, kind in _LEVELS if text.endswith(" " + level)), None)


def at_level(name: str, kind: str) -> str | None:
    """Return the name of a functional post with its level, `Arsiparis Ahli Muda`; None of a kind that is no level, or a name with one."""
    level = next((words for words, of in _LEVELS if of == kind), None)
    return None if level is None or kind_of_name(name) is not None else f"{name} {level.title()}"


def levels_of(name_key: str) -> list[str]:
    """Return the folded names that a functional post of this folded bare name has at its levels; nothing of one with a level."""
    return [] if kind_of_name(name_key) is not None else [f"{name_key} {level}" for level, _ in _LEVELS]


def kind_of_echelon(echelon: str) -> str | None:
    """Return the position kind of an echelon (`II.b` → jpt_pratama); I.a may be JPT utama or madya."""
    return _ECHELONS.get(echelon) or _ECHELONS.get(echelon.partition(".")[0])


_HEADS: Final = (
    ("jpt_pratama", r"kepala dinas|sekretaris dprd|staf ahli (?:wali ?kota|bupati|gubernur)"),
    (
        "administrator",
        r"kepala (?:bidang|bagian)|kabid|kabag|sekretaris (?:dinas|kecamatan|camat)|sekcam|camat|inspektur pembantu",
    ),
    (
        "pengawas",
        r"kepala (?:sub ?bagian|sub ?bidang|seksi)|kasub ?bag|kasubag|kasub ?bid|kasi|lurah|sekretaris (?:kelurahan|lurah)",
    ),
)
"""First words of posts that stand on one level in cities, regencies and provinces alike. Those of a `Kepala Badan`, a
`Sekretaris Daerah` or a `Kepala UPT` depend on whose they are."""
_HEADING: Final = tuple((kind, re.compile(rf"(?:{words})\b")) for kind, words in _HEADS)
_IMPLEMENTING: Final = re.compile(
    r"(?:pengadministrasi|penelaah|pramu ?(?:bakti|saji|taman|kantor|kebersihan|wisma)|pengemudi|caraka)\b"
    r"|pengolah data dan informasi\b|(?:penata|pengelola|operator) layanan operasional\b|pengelola umum operasional\b"
)
"""First words that only pelaksana have: KepmenPANRB 11/2024 and the names before it."""


@lru_cache(maxsize=4096)
def kind_of_post(name: str) -> str | None:
    """Return the position kind that a post's name alone tells for certain; None where it is one kind here and another there."""
    if level := kind_of_name(name):
        return level
    text = folded_position(name)
    if head := next((kind for kind, first in _HEADING if first.match(text)), None):
        return head
    return "pelaksana" if _IMPLEMENTING.match(text) else None
