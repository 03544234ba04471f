"""What a movement does to the spans of a person, and what it says against rosters; the order of imports decides nothing."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from asnkarier.core.spans import OPEN
from asnkarier.core.timeline import Span, day_after, day_before, on
from asnkarier.store.database import Database
from asnkarier.store.intake import facets
from asnkarier.store.intake.facets import KIND, STATUS, Facet
from asnkarier.store.intake.log import ChangeLog
from asnkarier.store.intake.rosters.assumed import is_assumed
from asnkarier.store.intake.sheet import Sheet
from asnkarier.store.queries.file.rosters import newest_of, rosters_read

from .decrees import Decreed, decreed
from .leaving import LISTED, leave
from .returning import come_back

STATUS_AFTER: Final[Mapping[str, str]] = {
    "masuk": "aktif",
    "aktif_kembali": "aktif",
    "cltn": "cltn",
    "tugas_belajar": "tugas_belajar",
    "pensiun": "keluar",
    "meninggal": "keluar",
    "pindah": "keluar",
    "berhenti": "keluar",
    "diberhentikan": "keluar",
    "kontrak_berakhir": "keluar",
}
"""The status from the day a movement takes effect."""
_FIRST: Final = frozenset({"pindah", "kontrak_berakhir"})
_LAST: Final = frozenset({"pensiun", "meninggal", "berhenti", "diberhentikan"})
_WROTE = (
    "SELECT s.file, s.sheet, s.columns, s.dated, c.sheet_row FROM change c JOIN batch_sheet s ON s.id = c.sheet_id"
    " JOIN batch b ON b.id = s.batch_id WHERE c.person_id = ? AND s.kind = 'roster' AND b.undone_by IS NULL"
    " AND s.dated >= ? AND s.dated <= ? AND (c.tbl = 'person' AND c.op = 'I' OR c.tbl = ?) ORDER BY s.dated, c.id"
)


def apply_movement(
    db: Database, log: ChangeLog, sheet: Sheet, person: int, values: Mapping[str, Any], row: int
) -> None:
    """Bring the spans of a person to what the event says from its day on, and tell where a roster says otherwise."""
    event, day = values["event"], values["effective_on"]
    if event == "cpns_ke_pns":
        have = facets.read_one(db, KIND, person)
        spans = _without_tmt(db, sheet, person, have, day, row)
        told = decreed(spans, day, ("PNS", None), OPEN, lambda span: span.value[0] in ("CPNS", "PNS"))
        facets.become(db, log, KIND, person, have, told.spans, row=row)
        _tell(db, sheet, KIND, person, event, day, have, told, row)
        return
    status = STATUS_AFTER.get(event)
    if status is None:
        return
    decrees = _decrees(db, person)
    here = (day, event)
    following = next((d for d in decrees if decree_order(d) > decree_order(here)), None)
    if following is not None and following[0] == day:
        # Another decree of the same day says what holds from it on; what was held before has ended all the same.
        if status == "keluar":
            leave(db, log, person, day, day_before(day), row=row)
        return
    until = day_before(following[0]) if following else OPEN
    ended = status == "keluar" or (
        following is not None and status != "aktif" and STATUS_AFTER[following[1]] == "aktif"
    )
    spans = have = facets.read_one(db, STATUS, person)
    earlier = [d for d in decrees if d[0] < day]
    overruled: list[Span] = []
    if status == "aktif" and earlier and STATUS_AFTER[earlier[-1][1]] != "aktif":
        # Both ends of the leave are known now: what lists said meanwhile does not end it.
        since, before = earlier[-1]
        back = decreed(spans, since, (STATUS_AFTER[before], 0), day_before(day), lambda _: True)
        spans, overruled = back.spans, back.overruled
    told = decreed(spans, day, (status, 0), until, lambda span: ended or is_assumed(STATUS, span))
    told = told._replace(overruled=[*overruled, *told.overruled])
    facets.become(db, log, STATUS, person, have, told.spans, row=row)
    if status == "keluar":
        leave(db, log, person, day, until, row=row)
    last = on(told.spans, day_before(day))
    if status == "aktif" and last is not None and last.value[0] == "keluar":
        come_back(db, log, person, day, until, row=row)
    _tell(db, sheet, STATUS, person, event, day, have, told, row)


def appointed_by_decree(db: Database, person: int) -> list[str]:
    """Return the days from which a person is PNS by a movement."""
    rows = db.rows(
        "SELECT effective_on FROM movement WHERE person_id = ? AND event = 'cpns_ke_pns' ORDER BY effective_on",
        (person,),
    )
    return [str(day) for (day,) in rows]


def _without_tmt(db: Database, sheet: Sheet, person: int, have: Sequence[Span], day: str, row: int) -> Sequence[Span]:
    """Return the spans as they would be without the TMT PNS of rosters, and warn where one is another day than the decree's.

    What a roster of a day before the decree said of its own day stays.
    """
    decrees = appointed_by_decree(db, person)
    spans = list(have)
    for at, span in enumerate(have):
        if span.value[0] != "PNS" or not span.stated or span.since in (day, *decrees):
            continue
        said = facets.said_of(db, KIND, person, span, "pns_since")
        if not said.later:
            continue  # typed by hand
        begin = min(said.later, day) if span.since <= said.later else day
        spans[at] = span._replace(since=begin, stated=0)
        if at and spans[at - 1].value[0] == "CPNS" and spans[at - 1].until == day_before(span.since):
            spans[at - 1] = spans[at - 1]._replace(until=day_before(begin))
        values = {"since": day, "told": span.since, "day": said.later, "cell": said.cell}
        sheet.find("decree_against_pns_since", "warning", row=row, field="effective_on", value=day, values=values)
    return spans


def withstands(have: Sequence[Span], facet: Facet, present: Span, value: tuple[Any, ...], dated: str) -> bool:
    """Tell whether a decree that says `present` stands against what a roster of a day says."""
    if present.since == dated:
        return True
    if facet is KIND:
        return bool(value[0] == "CPNS")
    if present.value[0] == "keluar":
        return True  # who has left comes back by a movement
    following = next((s for s in have if s.since > present.since), None)
    if following is None or not following.stated or present.until == OPEN:
        return False
    # A time with both its ends is known, and what is to come by a decree has its own day.
    return bool(present.value[0] != "aktif" and following.value[0] == "aktif")


def decree_order(decree: tuple[str, str]) -> tuple[str, int]:
    """Order decrees by their day; of one day who moves here leaves elsewhere first, and who leaves for good leaves last."""
    day, event = decree
    return day, 0 if event in _FIRST else 2 if event in _LAST else 1


def _decrees(db: Database, person: int) -> list[tuple[str, str]]:
    """Return day and event of every movement of the person that says a status, in order."""
    rows = db.rows("SELECT effective_on, event FROM movement WHERE person_id = ?", (person,))
    return sorted(((str(day), str(event)) for day, event in rows if event in STATUS_AFTER), key=decree_order)


def _tell(
    db: Database,
    sheet: Sheet,
    facet: Facet,
    person: int,
    event: str,
    day: str,
    have: Sequence[Span],
    told: Decreed,
    row: int,
) -> None:
    """Warn at the movement's cell where a roster says otherwise, naming the roster's cell too."""

    def find(code: str, known: str, wrote: Sequence[Any]) -> None:
        file, name, columns, dated, line = wrote
        letters = json.loads(columns)
        letter = letters.get(facets.FIELDS[facet]) or letters.get("nip", "A")
        values = {"since": day, "day": str(dated), "known": known, "cell": f"{file} · {name}!{letter}{line}"}
        sheet.find(code, "warning", row=row, field="event", value=event, values={"told": event, **values})

    if facet is STATUS and STATUS_AFTER[event] == "keluar":
        end = next((s.until for s in told.spans if s.since == day), OPEN)
        wrote = db.one(LISTED, (person, day, end))
        said = on(have, str(wrote[3])) if wrote is not None else None
        if wrote is not None and said is not None and said.value[0] != "keluar":
            find("movement_stands", str(said.value[0]), wrote)
    else:
        for span in told.overruled:
            if is_assumed(facet, span):
                continue  # the list has no word of it
            if (wrote := db.one(_WROTE, (person, span.since, span.until, facet.table))) is not None:
                find("movement_stands", str(span.value[0]), wrote)
                break
    coming, known = told.next, told.known
    if coming is not None and not coming.stated and coming.value[0] != STATUS_AFTER.get(event, "PNS") != "aktif":
        wrote = db.one(_WROTE, (person, coming.since, coming.until, facet.table))
        if wrote is not None:
            find("movement_until_roster", str(coming.value[0]), wrote)
    if facet is STATUS and (coming is None or coming.since > day) and STATUS_AFTER[event] not in ("aktif", "keluar"):
        _tell_silent(db, sheet, person, event, day, have, told, row)
    if known is not None and not known.stated:
        wrote = db.one(_WROTE, (person, known.since, day_before(day), facet.table))
        if wrote is not None:
            find("movement_known_before", str(known.value[0]), wrote)


def _tell_silent(
    db: Database,
    sheet: Sheet,
    person: int,
    event: str,
    day: str,
    have: Sequence[Span],
    told: Decreed,
    row: int,
) -> None:
    """Warn where a list of a day within the leave was read before it that names the person, and changed nothing.

    What it says of that day is not on record; read again, it says so. One without a column of the standing says nothing of it.
    """
    end = next((s.until for s in told.spans if s.since == day), OPEN)
    if end != OPEN:
        return  # both ends are known: whatever lists say meanwhile
    rosters = [one for one in rosters_read(db, after=day) if one.day <= end and "status" in json.loads(one.fields)]
    newest = newest_of(rosters, person)
    if newest is None or db.one(LISTED, (person, day_after(day), end)) is not None:
        return
    said = on(have, newest.day)
    if said is None or said.value[0] != "aktif":
        return
    values = {"told": event, "since": day, "day": newest.day, "file": newest.file, "sheet": newest.sheet}
    sheet.find("movement_after_roster", "warning", row=row, field="event", value=event, values=values)
