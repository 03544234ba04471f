"""What a roster's rows say: of every facet, and without a column for it (who has a contract is PPPK, a name inside its titles)."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from asnkarier.core.parse.nip import is_pppk
from asnkarier.core.person import without_titles
from asnkarier.core.text import folded_name
from asnkarier.store.database import Database
from asnkarier.store.intake.facets import DUTY, GOLONGAN, KIND, POST, STATUS, UNIT, Facet
from asnkarier.store.intake.sheet import Sheet, column

from .appointing import kinds_since
from .placing import Placed

CONTRACTED: Final = frozenset({"PPPK", "PPPK_PW"})
"""The kinds of employee who serve under a contract with an end (UU 20/2023)."""


def kinds_told(
    sheet: Sheet, rows: Sequence[int], chunk: Mapping[str, list[Any]], known: Sequence[str | None]
) -> list[str | None]:
    """Return the kind of employee of each row; `known` is that of the roster's day.

    Where the row has the end of a contract and no kind, the kind known stands, else the golongan or the NIP of a PPPK says it;
    where neither does, the end cannot be kept, and that is told at its cell.
    """
    count = len(rows)
    kinds: list[str | None] = list(column(chunk, "employee_kind", count))
    ends = chunk.get("contract_ends_on")
    if ends is None:
        return kinds
    ranks = column(chunk, "golongan", count)
    for i, (kind, end) in enumerate(zip(kinds, ends, strict=True)):
        if kind is not None or end is None:
            continue
        if known[i] in CONTRACTED:
            kinds[i] = known[i]
            continue
        rank, nip = ranks[i], str(chunk["nip"][i])
        if known[i] is None and (is_pppk(nip) or (rank is not None and "/" not in rank)):
            kinds[i] = "PPPK"
        else:
            values = {"nip": nip, "kind": known[i] or "", "end": end}
            sheet.find(
                "contract_without_kind", "warning", row=rows[i], field="contract_ends_on", value=end, values=values
            )
    return kinds


def names_told(chunk: dict[str, list[Any]], known: Sequence[tuple[Any, Any, Any]]) -> None:
    """Take the titles off the names: those of the row's own columns, else those known of the person.

    `known` is name, title in front and title behind of each person, Nones for a new one. Who is known by that very name without
    its titles keeps it as it is written.
    """
    names = chunk.get("name")
    if names is None:
        return
    count = len(names)
    fronts, backs = column(chunk, "title_front", count), column(chunk, "title_back", count)
    for i, (name, front, back, (was, was_front, was_back)) in enumerate(zip(names, fronts, backs, known, strict=True)):
        if name is None or not (front or back or was_front or was_back):
            continue
        bare = without_titles(name, front or was_front, back or was_back)
        if bare != name:
            names[i] = was if was is not None and folded_name(was) == folded_name(bare) else bare


def facets_told(
    part: Mapping[str, list[Any]], places: Sequence[Placed], dated: str
) -> dict[Facet, list[tuple[tuple[Any, ...] | None, str | None]]]:
    """Return what each row says of every facet: its value, None where it says nothing, and since when."""
    count = len(places)
    since = column(part, "position_since", count)
    # A post that begins after the list's day takes its unit along, whatever the post is bound to.
    comes = [t is not None and t > dated for t in since]
    kinds, contracts = column(part, "employee_kind", count), column(part, "contract_ends_on", count)
    return {
        POST: [((p.position.id,) if p.position else None, t) for p, t in zip(places, since, strict=True)],
        DUTY: [
            (p.duty, t if later and p.position is None else None)
            for p, t, later in zip(places, since, comes, strict=True)
        ],
        UNIT: [
            ((p.unit.id,) if p.unit else None, t if later or (p.position and p.position.unit_id) else None)
            for p, t, later in zip(places, since, comes, strict=True)
        ],
        GOLONGAN: [
            ((g,) if g else None, t)
            for g, t in zip(column(part, "golongan", count), column(part, "golongan_since", count), strict=True)
        ],
        STATUS: [((s, 0) if s else None, None) for s in column(part, "status", count)],
        KIND: [
            ((k, c) if k else None, t)
            for k, c, t in zip(kinds, contracts, kinds_since(part, kinds, dated), strict=True)
        ],
    }


def listed_after_leaving(
    db: Database,
    sheet: Sheet,
    rows: Sequence[int],
    nips: Sequence[str],
    ids: Sequence[int],
    statuses: Sequence[str | None],
    dated: str,
) -> None:
    """Warn of people who left before the roster's day and stand on it; where nothing says their status they stay gone."""
    left = dict(
        db.rows(
            "SELECT s.person_id, s.since FROM picked JOIN person_status s ON s.person_id = picked.id"
            " WHERE s.since <= ? AND s.until >= ? AND s.status = 'keluar'",
            (dated, dated),
        )
    )
    for i, person in enumerate(ids):
        if person in left and statuses[i] is None:
            values = {"nip": nips[i], "since": left[person], "status": "keluar", "day": dated}
            sheet.find("listed_after_leaving", "warning", row=rows[i], field="nip", value=nips[i], values=values)


def begun(sheet: Sheet, rows: Sequence[int], chunk: dict[str, list[Any]], dated: str, today: str) -> None:
    """Take the TMTs to come from rows of new people: what such a row names holds on the list's day, and its beginning is not known.

    Nobody stands on a list of a day without a post only because a TMT was typed for a later one.
    """
    for field in ("position_since", "golongan_since", "pns_since"):
        days = chunk.get(field)
        if days is None:
            continue
        late = {i for i, day in enumerate(days) if day is not None and day > dated and day > today}
        for i in sorted(late):
            tell_beginning(sheet, field, days[i], dated, rows[i])
        if late:
            chunk[field] = [None if i in late else day for i, day in enumerate(days)]


def tell_beginning(sheet: Sheet, field: str, since: str, dated: str, row: int) -> None:
    """Warn that a TMT to come was not taken as the beginning of what the list says of its day."""
    if field:
        values = {"told": since, "day": dated}
        sheet.find("since_after_list", "warning", row=row, field=field, value=since, values=values)
