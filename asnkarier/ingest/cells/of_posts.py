"""What the fields of one row of a list of posts say of each other: posts that cannot be as they are written."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from asnkarier.core.golongan import order
from asnkarier.core.parse.posts import kind_of_echelon, kind_of_name
from asnkarier.core.text import folded
from asnkarier.ingest.cells.checks import Problem

_YOUNGEST, _OLDEST = 45, 75
"""An age of retirement beyond these is a slip of the pen, whatever the law of the post."""
_ASKED: Final = ("position", "position_kind", "echelon", "golongan_min", "golongan_max", "leads_to")


def problems_of_posts(columns: Mapping[str, Sequence[Any]]) -> Iterator[Problem]:
    """Yield what is wrong with each post; cells that could not be read are told of elsewhere."""
    if "position" not in columns:
        return
    count = len(columns["position"])

    def texts(name: str) -> Sequence[str | None]:
        return [cell if isinstance(cell, str) else None for cell in columns.get(name) or [None] * count]

    rows = zip(*map(texts, _ASKED), columns.get("retirement_age") or [None] * count, strict=True)
    for at, (name, kind, echelon, lowest, highest, leads_to, age) in enumerate(rows):
        low, high = order(lowest), order(highest)
        if low and high and low > high:
            values = {"lowest": str(lowest), "highest": str(highest)}
            yield Problem(at, "golongan_min", "golongan_upside_down", "error", values)
        if kind and echelon and kind_of_echelon(echelon) not in (None, kind):
            yield Problem(at, "echelon", "echelon_of_other_kind", "warning", {"kind": kind, "echelon": echelon})
        if name and kind and kind_of_name(name) not in (None, kind):
            yield Problem(at, "position_kind", "level_of_other_kind", "warning", {"position": name, "kind": kind})
        if isinstance(age, int) and not _YOUNGEST <= age <= _OLDEST:
            yield Problem(at, "retirement_age", "retirement_age_unlikely", "error", {"age": age})
        if name and leads_to and folded(name) in [folded(part) for part in leads_to.split(";")]:
            yield Problem(at, "leads_to", "leads_to_itself", "warning", {"position": name})
