"""The names for the appointing officer, in words and as data."""

from collections.abc import Mapping, Sequence

from asnkarier.core.decide.lists.names import Entry, Names
from asnkarier.views.decide.listing import points_shown
from asnkarier.views.decide.shortlist import exact
from asnkarier.views.language import N_, Words
from asnkarier.views.shapes import Column, Said, Shape, Table, Text, ranged

_NAMED = (Column("name", N_("Name")), Column("nip", N_("NIP"), "nip"), Column("position", N_("Position")))
_COLUMNS = (Column("rank", N_("Rank"), "integer"), *_NAMED, ranged("score", N_("Score")))
_TOLD = 5
"""How many of those who could still enter are told by name."""


def names_data(names: Names, *, alphabetical: bool) -> Mapping[str, object]:
    """Return the names as a JSON document has them."""
    return {
        "wanted": names.wanted,
        "alphabetical": alphabetical,
        "names": [
            {"rank": e.rank, "nip": e.nip, "name": e.name, "score": exact(e.score)}
            for e in _ordered(names, alphabetical)
        ],
        "tied": names.tied,
        "could_enter": [{"nip": entry.nip, "name": entry.name} for entry in names.could_enter],
    }


def names_shown(names: Names, title: Said, *, alphabetical: bool) -> list[Shape]:
    """Return the names for people; in alphabetical order neither places nor scores are told."""
    chosen = _ordered(names, alphabetical)
    rows: list[tuple[object, ...]]
    if alphabetical:
        rows = [(entry.name, entry.nip, entry.position) for entry in chosen]
        caption = N_("In alphabetical order; places and scores are in the full list.")
    else:
        rows = [(e.rank, e.name, e.nip, e.position, points_shown(e.score)) for e in chosen]
        caption = ""
    said: list[Said] = []
    if names.tied:
        values = {"count": len(names.chosen), "wanted": names.wanted}
        said.append(
            Words(
                N_("{count} names for {wanted} places: the last are tied, and no stated rule tells them apart."), values
            )
        )
    elif len(names.chosen) < names.wanted:
        values = {"count": len(names.chosen), "wanted": names.wanted}
        said.append(Words(N_("Only {count} of {wanted} names can be given."), values))
    if names.could_enter:
        told: list[object] = [entry.name for entry in names.could_enter[:_TOLD]]
        if len(names.could_enter) > _TOLD:
            told.append(f"+ {len(names.could_enter) - _TOLD}")
        said.append(Words(N_("Not final: what is not known yet could still bring in {names}."), {"names": told}))
    table = Table(title, _NAMED if alphabetical else _COLUMNS, rows, caption, N_("There is no name to give."))
    return [table, Text(said)] if said else [table]


def _ordered(names: Names, alphabetical: bool) -> Sequence[Entry]:
    return sorted(names.chosen, key=lambda e: (e.name.casefold(), e.nip or "")) if alphabetical else names.chosen
