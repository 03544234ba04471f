"""Since when somebody is CPNS and PNS, as the TMTs of a roster say it beside what other lists and decrees say.

A TMT PNS is the day of a decree that the list only passes on. So it stands over lists that still say CPNS after that day, which can
only be behind, and gives way to the decree itself (a movement `cpns_ke_pns`), whichever of them was read first.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from asnkarier.core.finding import Severity
from asnkarier.core.parse.nip import is_pppk
from asnkarier.core.spans import OPEN
from asnkarier.core.timeline import Span, day_before, on, seen
from asnkarier.store.database import Database
from asnkarier.store.intake import facets
from asnkarier.store.intake.facets import KIND, said_of
from asnkarier.store.intake.log import ChangeLog
from asnkarier.store.intake.moves.decrees import decreed
from asnkarier.store.intake.moves.movements import appointed_by_decree
from asnkarier.store.intake.sheet import Sheet, column

_AS_CPNS = ("CPNS", None)


def appointments_told(
    sheet: Sheet,
    rows: Sequence[int],
    chunk: dict[str, list[Any]],
    kinds: list[str | None],
    known: Sequence[str | None],
    dated: str,
) -> None:
    """Take the TMT PNS from rows of which it cannot hold, and say PNS where it alone says so; `known` are the kinds of the day."""
    if "pns_since" not in chunk:
        return
    days = chunk["pns_since"] = list(chunk["pns_since"])
    firsts = column(chunk, "appointed_on", len(rows))
    for i, day in enumerate(days):
        if day is None:
            continue
        nip, kind = str(chunk["nip"][i]), kinds[i] or known[i]
        if kinds[i] is None and kind in (None, "CPNS", "PNS") and day <= dated and not is_pppk(nip):
            kind = kinds[i] = "PNS"
        if kind == "PNS" and kinds[i] == "PNS" and not (firsts[i] or "") > day:
            continue
        days[i] = None
        if kind != "PNS":
            values = {"told": day, "kind": kind or "", "day": dated}
            severity: Severity = "note" if kind == "CPNS" and day > dated else "warning"
            sheet.find("pns_since_of_other_kind", severity, row=rows[i], field="pns_since", value=day, values=values)


def kinds_since(part: Mapping[str, list[Any]], kinds: Sequence[str | None], dated: str) -> list[str | None]:
    """Return since when each row says its kind of employee holds."""
    count = len(kinds)
    pns, first = column(part, "pns_since", count), column(part, "appointed_on", count)
    return [
        p if kind == "PNS" else c if kind == "CPNS" and c is not None and c <= dated else None
        for kind, p, c in zip(kinds, pns, first, strict=True)
    ]


class Appointing:
    """Brings the kind of people known already to what a roster's TMTs say."""

    def __init__(self, db: Database, log: ChangeLog, dated: str) -> None:
        self.db, self.log, self.dated = db, log, dated

    def appoint(
        self, sheet: Sheet, person: int, have: Sequence[Span], value: tuple[Any, ...], since: str, row: int
    ) -> str | None:
        """Write PNS since its TMT where that is past; return since when the kind holds by the row, where that is still to be written."""
        present = on(have, self.dated)
        if value[0] == "CPNS":
            return self._as_cpns(present, since)
        if value[0] != "PNS" or since > self.dated:
            return since
        decrees = appointed_by_decree(self.db, person)
        if decrees:
            if since not in decrees:
                self._against_decree(sheet, person, have, since, decrees, row)
            return None
        if present is not None and present.value[0] == "PNS" and present.since != since:
            known = said_of(self.db, KIND, person, present, "pns_since")
            if known.later and known.later < since:
                # A list of an earlier day says PNS already.
                values = {"told": since, "day": self.dated, "known": "PNS"}
                values["since"] = present.since if present.stated else ""
                sheet.find("held_before_since", "warning", row=row, field="pns_since", value=since, values=values)
                return None
            have = put_off(have, present, since) if since > present.since else list(have)
        self._tell_overruled(sheet, person, have, since, row)
        before = facets.read_one(self.db, KIND, person)
        bare = [span._replace(stated=0) if span.value[0] == "PNS" else span for span in have]
        told = decreed(bare, since, value, OPEN, lambda span: span.value[0] in ("CPNS", "PNS"))
        facets.become(self.db, self.log, KIND, person, before, told.spans, row=row)
        return None

    def as_cpns_before(self, person: int, since: str | None, first: str | None, row: int, *, later: bool) -> None:
        """Write CPNS from the TMT CPNS up to the day before the PNS of a row.

        Of whom a `later` roster speaks only days of which nothing is known are filled.
        """
        if since is None or first is None or not first < since <= self.dated:
            return
        have = facets.read_one(self.db, KIND, person)
        now, eve = on(have, since), day_before(since)
        if now is None or now.since != since or now.value[0] != "PNS":
            return
        if later and any(span.since <= eve and first <= span.until for span in have):
            return
        known = on(have, eve)
        if (
            known is None
            or known.value[0] != "CPNS"
            or first < known.since
            or (first == known.since and not known.stated)
        ):
            facets.apply(self.db, self.log, KIND, person, seen(have, eve, _AS_CPNS, first), row=row)

    def _as_cpns(self, present: Span | None, since: str) -> str | None:
        if present is None or since < present.since:
            return since if present is None or present.value[0] == "CPNS" else None
        if present.value[0] == "CPNS":
            return since if present.stated or since == present.since else None
        return since if present.value[0] != "PNS" and since > present.since else None

    def _against_decree(
        self, sheet: Sheet, person: int, have: Sequence[Span], since: str, decrees: Sequence[str], row: int
    ) -> None:
        span = next((s for s in have if s.since in decrees and s.value[0] == "PNS"), None)
        cell = facets.cell_of(self.db, KIND, person, span) if span is not None else "–"
        values = {"told": since, "since": decrees[-1], "cell": cell}
        sheet.find("pns_since_against_decree", "warning", row=row, field="pns_since", value=since, values=values)

    def _tell_overruled(self, sheet: Sheet, person: int, have: Sequence[Span], since: str, row: int) -> None:
        """Warn where a list of a day after the TMT says CPNS, naming its cell."""
        for span in have:
            if span.value[0] != "CPNS" or span.until < since:
                continue
            known = said_of(self.db, KIND, person, span, "employee_kind")
            if since <= known.later < self.dated:
                values = {"told": since, "day": known.later, "known": "CPNS", "cell": known.cell}
                sheet.find("pns_since_stands", "warning", row=row, field="pns_since", value=since, values=values)
                return


def put_off(have: Sequence[Span], present: Span, since: str) -> list[Span]:
    """Return the spans with PNS beginning later than said before; who was CPNS up to it was so until then."""
    eve = day_before(present.since)
    return [
        span._replace(since=since)
        if span == present
        else span._replace(until=day_before(since))
        if span.until == eve and span.value[0] == "CPNS"
        else span
        for span in have
    ]
