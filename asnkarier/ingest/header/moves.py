"""Lists of moves and promotions: what their headers call new, and the day of which they are."""

import re
from collections.abc import Sequence
from typing import Final

from asnkarier.core.parse.dates import read_date
from asnkarier.core.text import folded
from asnkarier.ingest.header.bound import Mapped, Samples

NEW: Final = re.compile(r"\b(?:baru|menjadi)\b|^ke\b")
"""What a header says of what holds from now on."""
_MOVED_ON: Final = re.compile(
    r"(?i)\b(?:mutasi|rotasi|pelantikan|promosi|perpindahan|alih\s+tugas|pengangkatan\s+dalam)\b.*?"
    r"\b(?:TMT|terhitung\s+mulai\s+tanggal)\W*(\d{1,2}(?:\s+[a-z]+\s+|[-/.]\d{1,2}[-/.])(?:19|20)\d\d)\b"
)
"""A title of moves that names the day from which the new posts are held."""
_TMT: Final = re.compile(r"(?i)\bTMT\b")


def day_of_changes(plans: Sequence[Mapped], samples: Samples, about: str = "") -> str | None:
    """Return the day of which a list of new ranks or posts speaks: the last from which one holds; None for any other list.

    Where no column has such days, it is that of the title over a list of moves.
    """
    moved = _MOVED_ON.search(about) if len(_TMT.findall(about)) < 2 else None
    if moved and any(p.kind.name == "roster" and {"position", "unit"} & set(p.fields) for p in plans):
        days = {"position_since", "golongan_since"}.isdisjoint(field for plan in plans for field in plan.fields)
        if days and isinstance(day := read_date(moved[1]), str):
            return day
    for plan in plans:
        of = {field: item for item in plan.bound for field in item.fields if item.at is not None}
        for fact, since in (("golongan", "golongan_since"), ("position", "position_since")):
            item = of.get(fact)
            if plan.kind.name != "roster" or item is None or since not in of or item.how != "values":
                continue
            if NEW.search(folded(item.header)):
                read = (read_date(cell) for cell in samples.filled(of[since].at or 0))
                return max((day for day in read if isinstance(day, str)), default=None)
    return None
