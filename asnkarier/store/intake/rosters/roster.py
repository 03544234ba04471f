"""Taking in a roster: people, and the spans of post, unit, golongan, status and kind on the roster's day."""

from collections.abc import Mapping, Sequence
from typing import Any

from asnkarier.core.timeline import Span, on
from asnkarier.store.database import Database
from asnkarier.store.intake import facets
from asnkarier.store.intake.facets import (
    DUTY,
    GOLONGAN,
    KIND,
    POST,
    STATUS,
    UNIT,
    spoken_of,
)
from asnkarier.store.intake.log import ChangeLog
from asnkarier.store.intake.moves.leaving import decreed_gone, has_left, leaves, stay_gone
from asnkarier.store.intake.moves.returning import wait
from asnkarier.store.intake.people import People, pick
from asnkarier.store.intake.references.positions import Positions
from asnkarier.store.intake.references.units import Units
from asnkarier.store.intake.sheet import Sheet, Twice, column, row_texts, texts_of
from asnkarier.store.queries.file.rosters import places_people
from asnkarier.store.records import ATTRIBUTES

from .appointing import appointments_told
from .beginnings import since_post, since_return
from .moving import Moving
from .namesakes import Namesakes
from .newcomers import enter
from .placing import UNKNOWN_CODE, Placed, Placing
from .schooling import SCHOOLED, CeilingOf, Schooling
from .sieve import differing
from .told import begun, facets_told, kinds_told, listed_after_leaving, names_told


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
        today: str,
        latest: str,
        clear_blanks: bool = False,
        skip_unknown: bool = False,
        ceiling_of: CeilingOf | None = None,
    ) -> None:
        self.db = db
        self.log = log
        self.people = people
        self.twice = twice
        self.placing = Placing(units, positions)
        self.dated = dated
        self.today = today
        self.later = spoken_of(db, dated) if dated < latest else frozenset()
        """People of whom a roster of a later day speaks: of them this one fills only days of which nothing is known."""
        self.clear_blanks = clear_blanks
        self.skip_unknown = skip_unknown
        self._placed: dict[tuple[Any, ...], Placed] = {}
        self._namesakes = Namesakes(db)
        self._schooling = Schooling(db, self.placing, dated, ceiling_of)
        self._moving = Moving(db, log, dated, today, self.later)
        self._next = db.next_id("person")
        self.touched: list[tuple[int, int]] = []
        """Known people of whom the chunk said something new, and the rows that did."""

    def take(self, sheet: Sheet, rows: Sequence[int], columns: Sequence[list[Any]]) -> None:
        """Insert new people and bring known ones up to the roster's day."""
        self.touched.clear()
        self._moving.forget()
        self._moving.clear_ends = self.clear_blanks and "contract_ends_on" in sheet.fields
        chunk = dict(zip(sheet.fields, columns, strict=True))
        sheet.standings |= any(chunk.get("status", ()))
        nips: list[str] = chunk["nip"]
        texts = row_texts(columns)
        borne = self.people.borne_now(nips)
        said = texts_of(sheet.fields, columns, texts, borne)
        # A list of pay steps alone says another thing of its people than a roster, and each step is a fact of its own.
        of = chunk["last_pay_step"] if not places_people(sheet.fields) else [self.dated] * len(borne)
        good = self.twice.check(sheet, list(zip(borne, of, strict=True)), said, rows, "nip", nips)
        if len(good) < len(rows):
            columns = [[c[i] for i in good] for c in columns]
            chunk = dict(zip(sheet.fields, columns, strict=True))
            rows, texts, nips = [rows[i] for i in good], [texts[i] for i in good], chunk["nip"]
        if not rows:
            return
        if not sheet.letters.get("status") and not any(chunk.get("status", ())):
            chunk.pop("status", None)  # no heading among these rows tells of people who left
        self.placing.above = frozenset(chunk.get("parent", ())) - {None}
        known = self.people.look_up(nips)
        if self.clear_blanks:
            facets.tell_kept(sheet, rows, chunk)
        fresh = [i for i, nip in enumerate(nips) if nip not in known]
        if fresh and not places_people(sheet.fields):
            # A list of pay steps alone brings nobody into the file.
            self._unknown(sheet, [rows[i] for i in fresh], [nips[i] for i in fresh])
            if listed := [i for i, nip in enumerate(nips) if nip in known]:
                self._compare(sheet, rows, chunk, listed)
            return
        if len(fresh) == len(nips):
            self._insert(sheet, rows, chunk, texts)
            return
        if fresh:
            part = {name: [values[i] for i in fresh] for name, values in chunk.items()}
            self._insert(sheet, [rows[i] for i in fresh], part, [texts[i] for i in fresh])
        new = set(fresh)
        self._compare(sheet, rows, chunk, [i for i in range(len(nips)) if i not in new])

    def _unknown(self, sheet: Sheet, rows: Sequence[int], nips: Sequence[str]) -> None:
        if self.skip_unknown:
            sheet.skipped += len(rows)
            return
        sheet.rejected += len(rows)
        for row, nip in zip(rows, nips, strict=True):
            values = {"nip": nip, "nearest": self.people.nearest(nip)}
            sheet.find("person_unknown", "error", row=row, field="nip", value=nip, values=values)

    # -- posts and units ---------------------------------------------------------------------------------------

    def _places(
        self, sheet: Sheet, rows: Sequence[int], chunk: Mapping[str, list[Any]], *, new: bool = False
    ) -> list[Placed]:
        """Place the rows and tell what is wrong. `new`: the people are not on file, and none comes in without unit or post."""
        count = len(rows)
        units, agencies = column(chunk, "unit", count), column(chunk, "agency", count)
        if sheet.letters.get("unit") in (None, "", sheet.letters.get("agency")) and units == agencies:
            # A list that names agencies alone, as a letterhead does, moves nobody out of a unit of the agency.
            units = [None] * count
        keys = list(
            zip(
                column(chunk, "position", count),
                units,
                column(chunk, "unit_code", count),
                agencies,
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
                placed = self.placing.place(key, rows[i])
                once = tuple(trouble for trouble in placed.troubles if trouble.code != UNKNOWN_CODE)
                memo[key] = placed._replace(troubles=once)
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
        appointments_told(sheet, rows, chunk, kinds, [None] * count, self.dated)
        self._namesakes.tell(sheet, rows, chunk["nip"], chunk["name"], column(chunk, "birth_date", count))
        ids = range(self._next, self._next + count)
        self._next += count
        begun(sheet, rows, chunk, self.dated, self.today)
        places = self._as_called_now(sheet, rows, places, column(chunk, "position_since", count))
        enter(self.db, ids, chunk, kinds, places, self.dated)
        self.people.add(chunk["nip"], ids)
        self.log.inserted_rows("person", ids, ids, rows, texts)
        sheet.inserted += count
        if "education" in chunk and "golongan" in chunk:
            fields = column(chunk, "field_of_study", count)
            told = zip(rows, ids, places, chunk["education"], fields, chunk["golongan"], strict=True)
            for row, person, place, education, field, golongan in told:
                self._schooling.tell(sheet, row, person, place, education, field, golongan)

    def _as_called_now(
        self, sheet: Sheet, rows: Sequence[int], places: list[Placed], since: Sequence[str | None]
    ) -> list[Placed]:
        """Put new people into what their unit and post go on as, where the list has the names before a reorganisation."""
        moving = self._moving
        if not moving.renames:
            return places
        units, posts = self.placing.units.by_id, {post.id: post for post in self.placing.positions.by_key.values()}
        result = []
        for place, day, row in zip(places, since, rows, strict=True):
            unit, post = place.unit, place.position
            if unit is not None:
                unit = units.get(moving.by_its_new_name(sheet, UNIT, None, (unit.id,), day, row)[0], unit)
            if post is not None:
                post = posts.get(moving.by_its_new_name(sheet, POST, None, (post.id,), day, row)[0], post)
            result.append(place._replace(unit=unit, position=post))
        return result

    # -- people already known ----------------------------------------------------------------------------------

    def _compare(self, sheet: Sheet, rows: Sequence[int], chunk: Mapping[str, list[Any]], where: Sequence[int]) -> None:
        part = {name: [values[i] for i in where] for name, values in chunk.items()}
        rows = [rows[i] for i in where]
        ids = [self.people.known[nip] for nip in part["nip"]]
        part = self._in_their_offices(sheet, part, ids)
        places = self._at_their_levels(self._places(sheet, rows, part), ids, column(part, "position_kind", len(ids)))
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
        listed_after_leaving(self.db, sheet, rows, part["nip"], ids, column(part, "status", len(ids)), self.dated)
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
        said = facets_told(part, places, self.dated)
        first = column(part, "appointed_on", len(ids))
        for i in changed:
            person = ids[i]
            before = self.log.count
            self._attributes(sheet, person, stored[person], read[i], rows[i])
            for facet, values in said.items():
                value, since = values[i]
                have = spans[facet].get(person, [])
                if facet is STATUS and value is None and on(have, self.dated) is None:
                    # Known only from another day so far: whoever stands on this roster was on duty on its day too.
                    value = ("aktif", 1)
                if facet is KIND and value is None and self._moving.clear_ends:
                    held = self._held(have)
                    value = (held[0], None) if held is not None else None
                if facet is UNIT and self._stays(places[i], have):
                    continue
                standing = spans[STATUS].get(person, [])
                if facet in (POST, DUTY, UNIT) and has_left(standing, said[STATUS][i][0], self.dated):
                    gone = decreed_gone(standing, said[STATUS][i][0], self.dated)
                    if value is not None and gone is not None:
                        wait(self.db, self.log, facet, person, gone, (value, since), self.dated, rows[i])
                    continue
                if facet in (POST, UNIT):
                    since = since_return(standing, since, self.dated)
                with_post = ""
                if facet is UNIT and since is None and value is not None:
                    posts = spans[POST].get(person, [])
                    with_post = since_post(self.db, person, have, posts, said[POST][i][1], self.dated) or ""
                if value is not None:
                    self._moving.move(sheet, facet, person, have, value, since, rows[i], with_post)
                    if facet is KIND and value[0] == "PNS":
                        later = person in self.later
                        self._moving.appointing.as_cpns_before(person, since, first[i], rows[i], later=later)
                elif facet is DUTY and places[i].position is not None and not (said[POST][i][1] or "") > self.dated:
                    self._moving.end_duty(person, have, rows[i])
                elif facet is GOLONGAN and self.clear_blanks and "golongan" in part:
                    self._moving.clear(facet, person, have, rows[i])
            if said[STATUS][i][0] == ("keluar", 0) and person not in self.later:
                leaves(self.db, self.log, person, spans, self.dated, rows[i])
            elif person in self.later and self.log.count > before:
                stay_gone(self.db, self.log, person, rows[i])
            if self.log.count > before:
                sheet.updated += 1
                self.touched.append((person, rows[i]))
                rank = said[GOLONGAN][i][0] or self._held(spans[GOLONGAN].get(person, []))
                education, field = (read[i][at] or stored[person][at] for at in SCHOOLED)
                self._schooling.tell(sheet, rows[i], person, places[i], education, field, rank[0] if rank else None)
            elif i in refused:
                sheet.rejected += 1
            else:
                sheet.unchanged += 1

    def _in_their_offices(self, sheet: Sheet, part: dict[str, list[Any]], ids: Sequence[int]) -> dict[str, list[Any]]:
        """Leave who is known in the `Seksi Pemerintahan` of a kelurahan there where a list of many agencies names it and the kecamatan alone."""
        if not all(sheet.letters.get(name) for name in ("unit", "agency")) or part.keys() & {"parent", "unit_code"}:
            return part
        among = self.placing.units.of_offices
        bare = [i for i, name in enumerate(part["unit"]) if name is not None and among(name)]
        if not bare:
            return part
        pick(self.db, [ids[i] for i in bare])
        spans, units = facets.read_picked(self.db, UNIT), list(part["unit"])
        for i in bare:
            held = on(spans.get(ids[i], []), self.dated)
            if held is not None:
                units[i] = self.placing.units.as_in_office(units[i], part["agency"][i] or "", held.value[0])
        return {**part, "unit": units}

    def _at_their_levels(
        self, places: list[Placed], ids: Sequence[int], kinds: Sequence[str | None]
    ) -> Sequence[Placed]:
        """Leave who holds a post at a level in it where the row has its bare name and no level: that is no move to another level."""
        bare = [
            i
            for i, place in enumerate(places)
            if kinds[i] is None and place.position is not None and self.placing.levels(place.position)
        ]
        if not bare:
            return places
        pick(self.db, [ids[i] for i in bare])
        spans = facets.read_picked(self.db, POST)
        for i in bare:
            held, post = on(spans.get(ids[i], []), self.dated), places[i].position
            levels = self.placing.levels(post) if post is not None else {}
            if held is not None and held.value[0] in levels:
                places[i] = places[i]._replace(position=levels[held.value[0]])
        return places

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
        if "contract_ends_on" in part or "pns_since" in part:
            days = [on(kinds.get(ids[i], []), self.dated) for i in where]
            known = [str(day.value[0]) if day is not None else None for day in days]
            at = [rows[i] for i in where]
            told = some["employee_kind"] = kinds_told(sheet, at, some, known)
            appointments_told(sheet, at, some, told, known, self.dated)
            part.setdefault("employee_kind", [None] * len(ids))
        for name in ("name", "employee_kind", "pns_since"):
            for i, value in zip(where, some.get(name, ()), strict=False):
                part[name][i] = value

    def _held(self, have: Sequence[Span]) -> tuple[Any, ...] | None:
        present = on(have, self.dated)
        return present.value if present is not None else None

    def _stays(self, place: Placed, have: Sequence[Span]) -> bool:
        """Whether a row names only what stands above the unit where the person is known to be: a blank cell moves nobody."""
        present = on(have, self.dated)
        return (
            place.within
            and place.unit is not None
            and present is not None
            and self.placing.lies_in(present.value[0], place.unit)
        )

    def _attributes(self, sheet: Sheet, person: int, old: Sequence[Any], new: Sequence[Any], row: int) -> None:
        changes = {
            name: (a, b)
            for name, a, b in zip(ATTRIBUTES, old, new, strict=True)
            if a != b
            and (b is not None or (self.clear_blanks and name in sheet.fields and name != "name"))
            and not (person in self.later and a is not None)
        }
        before, after = changes.get("last_pay_step", (None, None))
        if before is not None and after is not None and after < before:
            values = {"before": str(before), "after": str(after)}
            # A list of steps alone tells of those of its own year, whenever it is read: the last one is the latest of all.
            code = "pay_step_fell" if places_people(sheet.fields) else "pay_step_kept"
            sheet.find(code, "warning", row=row, field="last_pay_step", value=after, values=values)
            if code == "pay_step_kept":
                del changes["last_pay_step"]
        if not changes:
            return
        sets = ", ".join(f"{name} = ?" for name in changes)
        self.db.execute(f"UPDATE person SET {sets} WHERE id = ?", (*(b for _, b in changes.values()), person))
        self.log.updated("person", person, changes, person=person, row=row)
