"""Taking in a roster: people, and the spans of post, unit, golongan, status and kind on the roster's day."""

from collections.abc import Mapping, Sequence
from typing import Any

from asnkarier.core.golongan import order as golongan_order
from asnkarier.core.spans import OPEN
from asnkarier.core.timeline import Span, Step, day_before, filled, on, seen
from asnkarier.store.database import Database
from asnkarier.store.intake import facets
from asnkarier.store.intake.chains import Renamed
from asnkarier.store.intake.facets import (
    DUTY,
    FIELDS,
    GOLONGAN,
    KIND,
    PERSON_SQL,
    POST,
    STATUS,
    UNIT,
    Facet,
    said_of,
    since_field,
    spoken_of,
    words_of,
)
from asnkarier.store.intake.log import ChangeLog
from asnkarier.store.intake.people import People, pick
from asnkarier.store.intake.references import Positions, Units
from asnkarier.store.intake.sheet import Sheet, Twice, column, row_texts
from asnkarier.store.records import ATTRIBUTES

from .placing import Placed, Placing
from .sieve import differing
from .told import kinds_told, names_told


class Roster:
    """Takes in the rows of one roster of one day."""

    def __init__(
        self,
        db: Database,
        log: ChangeLog,
        people: People,
        twice: Twice,
        units: Units,
        positions: Positions,
        *,
        dated: str,
        latest: str,
        clear_blanks: bool = False,
    ) -> None:
        self.db = db
        self.log = log
        self.people = people
        self.twice = twice
        self.placing = Placing(units, positions)
        self.dated = dated
        self.later = spoken_of(db, dated) if dated < latest else frozenset()
        """People of whom a roster of a later day speaks: of them this one fills only days of which nothing is known."""
        self.clear_blanks = clear_blanks
        self._placed: dict[tuple[Any, ...], Placed] = {}
        self._renamed = Renamed(db, dated)
        self._next = db.next_id("person")
        self.touched: list[tuple[int, int]] = []
        """Known people of whom the chunk said something new, and the rows that did."""

    def take(self, sheet: Sheet, rows: Sequence[int], columns: Sequence[list[Any]]) -> None:
        """Insert new people and bring known ones up to the roster's day."""
        self.touched.clear()
        self._renamed.forget()
        chunk = dict(zip(sheet.fields, columns, strict=True))
        nips: list[str] = chunk["nip"]
        texts = row_texts(columns)
        good = self.twice.check(sheet, nips, texts, rows, "nip", nips)
        if len(good) < len(rows):
            columns = [[c[i] for i in good] for c in columns]
            chunk = dict(zip(sheet.fields, columns, strict=True))
            rows, texts, nips = [rows[i] for i in good], [texts[i] for i in good], chunk["nip"]
        if not rows:
            return
        known = self.people.look_up(nips)
        if self.clear_blanks:
            facets.tell_kept(sheet, rows, chunk)
        fresh = [i for i, nip in enumerate(nips) if nip not in known]
        if len(fresh) == len(nips):
            self._insert(sheet, rows, chunk, texts)
            return
        if fresh:
            part = {name: [values[i] for i in fresh] for name, values in chunk.items()}
            self._insert(sheet, [rows[i] for i in fresh], part, [texts[i] for i in fresh])
        new = set(fresh)
        self._compare(sheet, rows, chunk, [i for i in range(len(nips)) if i not in new])

    # -- posts and units ---------------------------------------------------------------------------------------

    def _places(
        self, sheet: Sheet, rows: Sequence[int], chunk: Mapping[str, list[Any]], *, new: bool = False
    ) -> list[Placed]:
        """Place the rows and tell what is wrong. `new`: the people are not on file, and none comes in without unit or post."""
        count = len(rows)
        keys = list(
            zip(
                column(chunk, "position", count),
                column(chunk, "unit", count),
                column(chunk, "unit_code", count),
                column(chunk, "agency", count),
                column(chunk, "parent", count),
                column(chunk, "position_kind", count),
                column(chunk, "echelon", count),
                strict=True,
            )
        )
        memo = self._placed
        result = []
        for i, key in enumerate(keys):
            placed = memo.get(key)
            if placed is None:
                placed = memo[key] = self.placing.place(key, rows[i])
            if placed.troubles:
                if new and placed.dropped:
                    placed = placed._replace(troubles=tuple(t._replace(severity="error") for t in placed.troubles))
                for trouble in placed.troubles:
                    sheet.trouble(trouble, rows[i])
            result.append(placed)
        return result

    # -- new people --------------------------------------------------------------------------------------------

    def _insert(self, sheet: Sheet, rows: Sequence[int], chunk: Mapping[str, list[Any]], texts: Sequence[str]) -> None:
        count = len(rows)
        places = self._places(sheet, rows, chunk, new=True)
        bad = {i for i, p in enumerate(places) if any(t.severity == "error" for t in p.troubles)}
        for i, name in enumerate(column(chunk, "name", count)):
            if name is None:
                bad.add(i)
                nip = chunk["nip"][i]
                sheet.find("new_without_name", "error", row=rows[i], field="name", value=nip, values={"nip": nip})
        if bad:
            sheet.rejected += len(bad)
            good = [i for i in range(count) if i not in bad]
            chunk = {name: [values[i] for i in good] for name, values in chunk.items()}
            rows = [rows[i] for i in good]
            texts = [texts[i] for i in good]
            places = [places[i] for i in good]
            count = len(rows)
        if not count:
            return
        chunk = dict(chunk)
        names_told(chunk, [(None, None, None)] * count)
        kinds = kinds_told(sheet, rows, chunk, [None] * count)
        ids = range(self._next, self._next + count)
        self._next += count
        day, db = self.dated, self.db
        nips = chunk["nip"]
        db.many(PERSON_SQL, zip(ids, *(column(chunk, a, count) for a in ATTRIBUTES), strict=True))
        db.many(
            "INSERT INTO person_nip (nip, person_id, since, until) VALUES (?,?,'',?)",
            [(n, p, OPEN) for n, p in zip(nips, ids, strict=True)],
        )
        since = column(chunk, "position_since", count)
        db.many(
            facets.insert_sql(POST),
            [
                (p, t or day, OPEN, int(t is not None), place.position.id)
                for p, t, place in zip(ids, since, places, strict=True)
                if place.position is not None
            ],
        )
        duties = [
            (p, (None if place.position else t) or day, OPEN, int(t is not None and not place.position), *place.duty)
            for p, t, place in zip(ids, since, places, strict=True)
            if place.duty is not None
        ]
        if duties:
            db.many(facets.insert_sql(DUTY), duties)
        db.many(
            facets.insert_sql(UNIT),
            [
                (
                    p,
                    t if t and place.position and place.position.unit_id else day,
                    OPEN,
                    int(bool(t and place.position and place.position.unit_id)),
                    place.unit.id,
                )
                for p, t, place in zip(ids, since, places, strict=True)
                if place.unit is not None
            ],
        )
        db.many(
            facets.insert_sql(GOLONGAN),
            [
                (p, t or day, OPEN, int(t is not None), g)
                for p, g, t in zip(
                    ids, column(chunk, "golongan", count), column(chunk, "golongan_since", count), strict=True
                )
                if g is not None
            ],
        )
        db.many(
            facets.insert_sql(STATUS),
            [
                (p, day, OPEN, 0, s or "aktif", int(s is None))
                for p, s in zip(ids, column(chunk, "status", count), strict=True)
            ],
        )
        db.many(
            facets.insert_sql(KIND),
            [
                (p, day, OPEN, 0, k, c)
                for p, k, c in zip(ids, kinds, column(chunk, "contract_ends_on", count), strict=True)
                if k is not None
            ],
        )
        self.people.add(nips, ids)
        self.log.inserted_rows("person", ids, ids, rows, texts)
        sheet.inserted += count

    # -- people already known ----------------------------------------------------------------------------------

    def _compare(self, sheet: Sheet, rows: Sequence[int], chunk: Mapping[str, list[Any]], where: Sequence[int]) -> None:
        part = {name: [values[i] for i in where] for name, values in chunk.items()}
        rows = [rows[i] for i in where]
        ids = [self.people.known[nip] for nip in part["nip"]]
        places = self._places(sheet, rows, part)
        bad = {i for i, p in enumerate(places) if any(t.severity == "error" for t in p.troubles)}
        sheet.rejected += len(bad)
        found = differing(self.db, part, ids, places, self.dated, clear_blanks=self.clear_blanks)
        changed = sorted(found - bad)
        # A row whose post or unit could not be taken says something new, even where the rest of it is known.
        refused = {i for i, p in enumerate(places) if p.dropped} - bad
        alike = refused.difference(changed)
        sheet.rejected += len(alike)
        told = self.placing.completed
        completed = {i for i, row in enumerate(rows) if row in told} - alike - bad if told else set()
        sheet.updated += len(completed.difference(changed))
        sheet.unchanged += len(rows) - len(bad) - len(alike) - len(completed.union(changed))
        if "status" not in part:
            self._listed_after_leaving(sheet, rows, part["nip"], ids)
        if not changed:
            return
        pick(self.db, [ids[i] for i in changed])
        spans = {facet: facets.read_picked(self.db, facet) for facet in facets.FACETS}
        stored = {
            row[0]: row[1:]
            for row in self.db.each(
                f"SELECT t.id, {', '.join(ATTRIBUTES)} FROM person t JOIN picked ON picked.id = t.id"
            )
        }
        self._tell(sheet, rows, part, ids, changed, stored, spans[KIND])
        read = list(zip(*(column(part, a, len(ids)) for a in ATTRIBUTES), strict=True))
        said = self._said(part, places, len(ids))
        for i in changed:
            person = ids[i]
            before = self.log.count
            self._attributes(person, stored[person], read[i], rows[i])
            for facet, values in said.items():
                value, since = values[i]
                have = spans[facet].get(person, [])
                if facet is STATUS and value is None and on(have, self.dated) is None:
                    # Known only from another day so far: whoever stands on this roster was on duty on its day too.
                    value = ("aktif", 1)
                if facet is UNIT and self._stays(places[i], have):
                    continue
                if facet in (POST, DUTY, UNIT) and self._has_left(spans[STATUS].get(person, [])):
                    continue
                if value is not None:
                    self._facet(sheet, facet, person, have, value, since, rows[i])
                elif facet is DUTY and places[i].position is not None:
                    self._end_duty(person, have, rows[i])
                elif facet is GOLONGAN and self.clear_blanks and "golongan" in part:
                    self._clear(facet, person, have, rows[i])
            if self.log.count > before:
                sheet.updated += 1
                self.touched.append((person, rows[i]))
            elif i in refused:
                sheet.rejected += 1
            else:
                sheet.unchanged += 1

    def _tell(
        self,
        sheet: Sheet,
        rows: Sequence[int],
        part: dict[str, list[Any]],
        ids: Sequence[int],
        where: Sequence[int],
        stored: Mapping[int, Sequence[Any]],
        kinds: Mapping[int, Sequence[Span]],
    ) -> None:
        """Write into the rows at `where` what they say without a column for it."""
        some = {name: [values[i] for i in where] for name, values in part.items()}
        names_told(some, [(stored[ids[i]][0], stored[ids[i]][1], stored[ids[i]][2]) for i in where])
        if "contract_ends_on" in part:
            days = [on(kinds.get(ids[i], []), self.dated) for i in where]
            known = [str(day.value[0]) if day is not None else None for day in days]
            some["employee_kind"] = kinds_told(sheet, [rows[i] for i in where], some, known)
            part.setdefault("employee_kind", [None] * len(ids))
        for name in ("name", "employee_kind"):
            for i, value in zip(where, some.get(name, ()), strict=False):
                part[name][i] = value

    def _has_left(self, statuses: Sequence[Span]) -> bool:
        """Whether a movement ended the person's service before the roster's day: a list that still names a post fills none."""
        present = on(statuses, self.dated)
        return present is not None and present.value[0] == "keluar" and bool(present.stated)

    def _stays(self, place: Placed, have: Sequence[Span]) -> bool:
        """Whether a row names only what stands above the unit where the person is known to be: a blank cell moves nobody."""
        present = on(have, self.dated)
        return (
            place.within
            and place.unit is not None
            and present is not None
            and self.placing.lies_in(present.value[0], place.unit)
        )

    def _end_duty(self, person: int, have: Sequence[Span], row: int) -> None:
        """End a duty that the roster no longer names beside the post, the day before the roster's."""
        present = on(have, self.dated)
        if person in self.later:
            return
        if present is not None and present.since < self.dated and not any(s.since > self.dated for s in have):
            ended = Step(present, present._replace(until=day_before(self.dated)))
            facets.apply(self.db, self.log, DUTY, person, [ended], row=row)

    def _clear(self, facet: Facet, person: int, have: Sequence[Span], row: int) -> None:
        """End what a blank cell takes away, from the roster's day on; what a later day says stays."""
        present = on(have, self.dated)
        if present is not None and person not in self.later and not any(s.since > self.dated for s in have):
            facets.end(self.db, self.log, facet, person, present, self.dated, row=row)

    def _listed_after_leaving(self, sheet: Sheet, rows: Sequence[int], nips: Sequence[str], ids: Sequence[int]) -> None:
        """Warn of people who left before the roster's day and stand on it; without a status column they stay gone."""
        left = dict(
            self.db.rows(
                "SELECT s.person_id, s.since FROM picked JOIN person_status s ON s.person_id = picked.id"
                " WHERE s.since <= ? AND s.until >= ? AND s.status = 'keluar'",
                (self.dated, self.dated),
            )
        )
        for i, person in enumerate(ids):
            if person in left:
                values = {"nip": nips[i], "since": left[person], "status": "keluar", "day": self.dated}
                sheet.find("listed_after_leaving", "warning", row=rows[i], field="nip", value=nips[i], values=values)

    def _said(
        self, part: Mapping[str, list[Any]], places: Sequence[Placed], count: int
    ) -> dict[Facet, list[tuple[tuple[Any, ...] | None, str | None]]]:
        since = column(part, "position_since", count)
        contracts = column(part, "contract_ends_on", count)
        return {
            POST: [((p.position.id,) if p.position else None, t) for p, t in zip(places, since, strict=True)],
            DUTY: [(p.duty, None) for p in places],
            UNIT: [
                ((p.unit.id,) if p.unit else None, t if p.position and p.position.unit_id else None)
                for p, t in zip(places, since, strict=True)
            ],
            GOLONGAN: [
                ((g,) if g else None, t)
                for g, t in zip(column(part, "golongan", count), column(part, "golongan_since", count), strict=True)
            ],
            STATUS: [((s, 0) if s else None, None) for s in column(part, "status", count)],
            KIND: [
                ((k, c) if k else None, None)
                for k, c in zip(column(part, "employee_kind", count), contracts, strict=True)
            ],
        }

    def _attributes(self, person: int, old: Sequence[Any], new: Sequence[Any], row: int) -> None:
        changes = {
            name: (a, b)
            for name, a, b in zip(ATTRIBUTES, old, new, strict=True)
            if a != b and (b is not None or self.clear_blanks) and not (person in self.later and a is not None)
        }
        if self.clear_blanks:
            changes.pop("name", None) if changes.get("name", ("", ""))[1] is None else None
        if not changes:
            return
        sets = ", ".join(f"{name} = ?" for name in changes)
        self.db.execute(f"UPDATE person SET {sets} WHERE id = ?", (*(b for _, b in changes.values()), person))
        self.log.updated("person", person, changes, person=person, row=row)

    def _facet(
        self,
        sheet: Sheet,
        facet: Facet,
        person: int,
        have: list[Span],
        value: tuple[Any, ...],
        since: str | None,
        row: int,
    ) -> None:
        present = on(have, self.dated)
        if facet is KIND and value[1] is None and present is not None and present.value[0] == value[0]:
            value = present.value
        if facet is STATUS and present is not None and present.value[0] == value[0]:
            value = present.value
        if facet is DUTY and present is not None and present.value[:2] == value[:2] and value[2] is None:
            value = present.value
        if facet is UNIT and present is not None and present.value == value:
            return
        if person in self.later and not self._ended_before(facet, person, present):
            steps, denied = filled(have, self.dated, value, since)
            if denied is not None:
                self._denied(sheet, facet, person, denied, Span(since or "", "", 0, value), row)
            facets.apply(self.db, self.log, facet, person, steps, row=row)
            return
        if facet is STATUS and present is not None and present.stated and present.value[0] != value[0]:
            values = {"told": str(value[0]), "known": str(present.value[0]), "since": present.since}
            values["cell"] = facets.cell_of(self.db, facet, person, present)
            sheet.find("status_against_movement", "warning", row=row, field="status", value=value[0], values=values)
            if present.value[0] == "keluar" or present.until != OPEN:
                return  # who has left comes back by a movement, and a time with both its ends is known
        path = self._renamings(facet, present, value, since)
        for day, called in path[:-1]:
            # Between the list with the first name and this one it bore others: each has its days.
            facets.apply(self.db, self.log, facet, person, seen(have, self.dated, (called,), day), row=row)
            have = facets.read_one(self.db, facet, person)
        since = path[-1][0] if path else self._begins(sheet, facet, person, present, value, since, row)
        steps = seen(have, self.dated, value, since)
        if facet is GOLONGAN and steps and present is not None and present.value != value:
            was, now = golongan_order(present.value[0]), golongan_order(value[0])
            if was is not None and now is not None and now < was:
                sheet.find(
                    "golongan_fell",
                    "warning",
                    row=row,
                    field="golongan",
                    value=value[0],
                    values={"before": str(present.value[0]), "after": str(value[0])},
                )
        facets.apply(self.db, self.log, facet, person, steps, row=row)

    def _renamings(
        self, facet: Facet, present: Span | None, value: tuple[Any, ...], since: str | None
    ) -> list[tuple[str, int]]:
        """Return how the post or unit of the day came to bear the name on the list: its new name holds from the reorganisation on.

        That is so though the TMT is the old one; who took the post up after it was renamed begins then.
        """
        if present is None or present.value == value or present.since >= self.dated or facet not in (POST, UNIT):
            return []
        path = self._renamed.path("position" if facet is POST else "unit", present.value[0], value[0])
        if path and present.since < path[0][0] and (since is None or since <= path[0][0]):
            return path
        return []

    def _begins(
        self,
        sheet: Sheet,
        facet: Facet,
        person: int,
        present: Span | None,
        value: tuple[Any, ...],
        since: str | None,
        row: int,
    ) -> str | None:
        """Return since when another value holds: what a roster of an earlier day said of its own day stays."""
        if (
            present is None
            or present.value == value
            or present.since >= self.dated
            or facet not in (POST, UNIT, GOLONGAN)
        ):
            return since
        if since is None or since > present.since:
            return since
        known = said_of(self.db, facet, person, present, "")
        if not known.later or known.later >= self.dated:
            return since
        if facet is not UNIT:
            values = {"told": since, "day": self.dated, **known._asdict()}
            field = since_field(facet)
            sheet.find("since_before_known", "warning", row=row, field=field, value=since, values=values)
        return None

    def _ended_before(self, facet: Facet, person: int, present: Span | None) -> bool:
        """Whether the span of the day has ended and was said by a roster no later than this one, so that nothing later speaks of it."""
        if present is None or present.until == OPEN:
            return False
        return said_of(self.db, facet, person, present, "").later <= self.dated

    def _denied(self, sheet: Sheet, facet: Facet, person: int, span: Span, told: Span, row: int) -> None:
        """Warn that a roster of a later day says otherwise; its statement keeps its days."""
        if told.value == span.value:
            field, code, value = since_field(facet), "older_since_disagrees", told.since
        else:
            field, code, value = FIELDS[facet], "older_disagrees", words_of(self.db, facet, told)
        known = said_of(self.db, facet, person, span, field)
        values = {"told": value, "day": self.dated, **known._asdict()}
        sheet.find(code, "warning", row=row, field=field, value=value, values=values)
