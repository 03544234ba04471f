"""Position cells: the post, the duty beside it or instead of it, and what name or echelon tell of a post's kind."""

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


def kind_of_echelon(echelon: str) -> str | None:
    """Return the position kind of an echelon (`II.b` → jpt_pratama); I.a may be JPT utama or madya."""
    return _ECHELONS.get(echelon) or _ECHELONS.get(echelon.partition(".")[0])
