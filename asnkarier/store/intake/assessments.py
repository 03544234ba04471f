"""Taking in assessments: long (a row a competency), wide (a column a competency) or a recap with the JPM alone."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from asnkarier.core.kinds.competence import NINE
from asnkarier.core.names import folded, nearest
from asnkarier.store.database import Database
from asnkarier.store.queries.competencies import standards

from .log import ChangeLog
from .people import People, pick
from .references.words import Trouble
from .registers.replacing import Assessed
from .sheet import Sheet, Twice, cells_of, column, place_of, row_texts, texts_of

LEVEL_PREFIX = "level:"
HEADER = ("provider", "potential", "jpm", "suggestion")
_ONE_OF_ALL: Final = ("jpm", "potential")
"""What an assessment has once, though a long list says it again beside each competency."""
Key = tuple[int, str, str]


_NUMBERED: Final = re.compile(r"^\s*(?:\d{1,2}|[A-Za-z])\s*[.)]\s*(?=\D)")
"""`1. Integritas`"""
_ALSO_CALLED: Final = {folded(header.replace("_", " ")): folded(name) for name, headers in NINE for header in headers}


class Competencies:
    """All competencies of the file, found by name."""

    def __init__(self, db: Database) -> None:
        self.by_key: dict[str, int] = {}
        self.names: dict[str, str] = {}
        for number, name, key in db.rows("SELECT id, name, name_key FROM competency"):
            self.by_key[key] = number
            self.names[key] = name

    def find(self, name: str) -> int | Trouble:
        """Return the competency's id; Trouble with the nearest names when nobody knows it.

        A name the city itself keeps comes first, then the one behind its number in a form; the nine are also known by the words
        under which wide lists carry them.
        """
        key = folded(name)
        found = self.by_key.get(key)
        if found is None and (plain := _NUMBERED.sub("", name)) != name:
            key = folded(plain)
            found = self.by_key.get(key)
        if found is None and key in _ALSO_CALLED:
            found = self.by_key.get(_ALSO_CALLED[key])
        if found is not None:
            return found
        return Trouble(
            "competency_unknown",
            "competency",
            name,
            {"competency": name, "nearest": "; ".join(nearest(name, self.names))},
        )

    def name_of(self, number: int) -> str:
        """Return the name of a competency as the city spells it."""
        return next(self.names[key] for key, found in self.by_key.items() if found == number)


class Assessments:
    """Takes in assessments; the header and its levels lie in two tables."""

    def __init__(
        self,
        db: Database,
        log: ChangeLog,
        people: People,
        twice: Twice,
        competencies: Competencies,
        held: Assessed,
        *,
        today: str,
        clear_blanks: bool = False,
        skip_unknown: bool = False,
    ) -> None:
        self.db = db
        self.log = log
        self.people = people
        self.twice = twice
        self.competencies = competencies
        self.clear_blanks = clear_blanks
        self.skip_unknown = skip_unknown
        self._next = db.next_id("assessment")
        self._headers: dict[Key, tuple[int, tuple[Any, ...]]] = {}
        self._levels: dict[int, dict[int, int]] = {}
        self._told: dict[Key, tuple[Sheet, int, list[Any]]] = {}
        """What the first row of an assessment in a long list of this import said of the whole of it."""
        self._asked: set[int] = set()
        self._competency: dict[str, int | Trouble] = {}
        self.held = held
        self._standards = standards(db, today)
        self._technical = {int(n) for (n,) in db.rows("SELECT id FROM competency WHERE grp = 'teknis'")}

    def take(self, sheet: Sheet, rows: Sequence[int], columns: Sequence[list[Any]]) -> None:
        """Insert or update the headers and levels that the rows name."""
        chunk = dict(zip(sheet.fields, columns, strict=True))
        count = len(rows)
        nips = chunk["nip"]
        known = self.people.look_up(nips)
        purposes = [p or "" for p in column(chunk, "purpose", count)]
        names = column(chunk, "competency", count)
        borne = self.people.borne_now(nips)
        keys = list(zip(borne, chunk["assessed_on"], purposes, [n or "" for n in names], strict=True))
        texts = row_texts(columns)
        good = self.twice.check(sheet, keys, texts_of(sheet.fields, columns, texts, borne), rows, "nip", nips)
        self.held.refused.update(known[nips[i]] for i in self.twice.refused if nips[i] in known)
        self.held.unknown += sum(nips[i] not in known for i in self.twice.refused)
        people = [known[nips[i]] for i in good if nips[i] in known]
        self._load(people)
        asked = self._asked_of(people) if self._technical else {}
        wide = [(f, f[len(LEVEL_PREFIX) :], chunk[f]) for f in sheet.fields if f.startswith(LEVEL_PREFIX)]
        long_levels = column(chunk, "level", count)
        whole = [column(chunk, name, count) for name in _ONE_OF_ALL]
        # A blank cell below a competency leaves its level as it is.
        columns_of = {found for _, name, _ in wide if isinstance(found := self.competencies.find(name), int)}
        heads = list(zip(*(column(chunk, h, count) for h in HEADER), strict=True))
        for i in good:
            person = known.get(nips[i])
            if person is None:
                self._unknown(sheet, rows[i], str(nips[i]))
                continue
            levels: dict[int, int] = {}
            troubles: list[Trouble] = []
            for field, name, values in wide:
                if values[i] is not None:
                    self._level(name, values[i], levels, troubles, field)
            if names[i] is not None and long_levels[i] is not None:
                self._level(names[i], long_levels[i], levels, troubles, "competency")
            self.held.people_seen.add(person)
            if troubles:
                sheet.rejected += 1
                self.held.refused.add(person)
                for trouble in troubles:
                    sheet.trouble(trouble, rows[i])
                continue
            key = (person, chunk["assessed_on"][i], purposes[i])
            if names[i] is not None and self._contradicted(sheet, key, [told[i] for told in whole], rows[i]):
                self.held.refused.add(person)
                continue
            for competency in self._technical & levels.keys() - asked.get(person, levels.keys()):
                self._outside(sheet, competency, names[i], rows[i])
            self._write(sheet, key, heads[i], levels, rows[i], texts[i])
            if spoken := levels.keys() | columns_of:
                self.held.levels.setdefault(self._headers[key][0], set()).update(spoken)

    def _contradicted(self, sheet: Sheet, key: Key, told: list[Any], row: int) -> bool:
        """Refuse a row that says another JPM or potential than a row before it about the very same assessment."""
        other, other_row, before = self._told.setdefault(key, (sheet, row, told))
        names = [
            name
            for name, old, new in zip(_ONE_OF_ALL, before, told, strict=True)
            if old is not None and new is not None and old != new
        ]
        if names:
            values = {
                "other": place_of(other, other_row, sheet),
                "cells": cells_of(names, sheet, row, other, other_row),
            }
            sheet.find("rows_disagree", "error", row=row, field=names[0], values=values)
            sheet.rejected += 1
            return True
        before[:] = [old if old is not None else new for old, new in zip(before, told, strict=True)]
        return False

    def _asked_of(self, people: Sequence[int]) -> dict[int, set[int]]:
        """Return, for people whose present post has a standard with technical competencies, what that standard asks."""
        pick(self.db, people)
        posts = self.db.each(
            "SELECT t.person_id, t.position_id FROM picked JOIN person_post t ON t.person_id = picked.id"
            " AND t.until = '9999-12-31'"
        )
        asked = {person: set(self._standards.get(post, ())) for person, post in posts}
        return {person: standard for person, standard in asked.items() if standard & self._technical}

    def _outside(self, sheet: Sheet, competency: int, name: str | None, row: int) -> None:
        known = next(
            (n for key, n in self.competencies.names.items() if self.competencies.by_key[key] == competency), ""
        )
        wide = next((f for f in sheet.fields if f.startswith(LEVEL_PREFIX) and self._is(f, competency)), "")
        values = {"competency": known}
        sheet.find(
            "competency_outside_standard", "warning", row=row, field=wide or "competency", value=name, values=values
        )

    def _is(self, field: str, competency: int) -> bool:
        return self._competency.get(field[len(LEVEL_PREFIX) :]) == competency

    def _unknown(self, sheet: Sheet, row: int, nip: str) -> None:
        if self.skip_unknown:
            sheet.skipped += 1
            return
        sheet.rejected += 1
        self.held.unknown += 1
        values = {"nip": nip, "nearest": self.people.nearest(nip)}
        sheet.find("person_unknown", "error", row=row, field="nip", value=nip, values=values)

    def _level(self, name: str, level: int, levels: dict[int, int], troubles: list[Trouble], field: str) -> None:
        found = self._competency.get(name)
        if found is None:
            found = self._competency[name] = self.competencies.find(name)
        if isinstance(found, Trouble):
            troubles.append(found._replace(field=field))
        else:
            levels[found] = level

    def _load(self, people: Sequence[int]) -> None:
        new = [p for p in set(people) if p not in self._asked]
        if not new:
            return
        self._asked.update(new)
        pick(self.db, new)
        for number, person, day, purpose, *head in self.db.each(
            f"SELECT t.id, t.person_id, t.assessed_on, t.purpose, {', '.join('t.' + h for h in HEADER)}"
            " FROM assessment t JOIN picked ON picked.id = t.person_id"
        ):
            self._headers[person, day, purpose] = (number, tuple(head))
            self._levels[number] = {}
        for number, competency, level in self.db.each(
            "SELECT l.assessment_id, l.competency_id, l.level FROM assessment_level l JOIN assessment t"
            " ON t.id = l.assessment_id JOIN picked ON picked.id = t.person_id"
        ):
            self._levels[number][competency] = level

    def _write(
        self, sheet: Sheet, key: Key, head: tuple[Any, ...], levels: Mapping[int, int], row: int, text: str
    ) -> None:
        known = self._headers.get(key)
        person = key[0]
        if known is None:
            number = self._next
            self._next += 1
            self.db.execute(
                f"INSERT INTO assessment (id, person_id, assessed_on, purpose, {', '.join(HEADER)}) VALUES (?,?,?,?,?,?,?,?)",
                (number, *key, *head),
            )
            self.db.many(
                "INSERT INTO assessment_level (assessment_id, competency_id, level) VALUES (?,?,?)",
                [(number, competency, level) for competency, level in levels.items()],
            )
            self.log.inserted_rows("assessment", [number], [person], [row], [text])
            self._headers[key] = (number, head)
            self._levels[number] = dict(levels)
            self.held.kept.add(number)
            sheet.inserted += 1
            return
        number, old = known
        self.held.kept.add(number)
        before = self.log.count
        changes = {
            name: (a, b)
            for name, a, b in zip(HEADER, old, head, strict=True)
            if a != b and (b is not None or (self.clear_blanks and name in sheet.fields))
        }
        if changes:
            sets = ", ".join(f"{name} = ?" for name in changes)
            self.db.execute(f"UPDATE assessment SET {sets} WHERE id = ?", (*(b for _, b in changes.values()), number))
            self.log.updated("assessment", number, changes, person=person, row=row)
            self._headers[key] = (
                number,
                tuple(changes[n][1] if n in changes else o for n, o in zip(HEADER, old, strict=True)),
            )
        updated = bool(changes)
        have = self._levels[number]
        for competency, level in levels.items():
            if competency not in have:
                self.db.execute(
                    "INSERT INTO assessment_level (assessment_id, competency_id, level) VALUES (?,?,?)",
                    (number, competency, level),
                )
                self.log.inserted(
                    "assessment_level", number, {"level": level}, key=str(competency), person=person, row=row
                )
            elif have[competency] != level:
                self.db.execute(
                    "UPDATE assessment_level SET level = ? WHERE assessment_id = ? AND competency_id = ?",
                    (level, number, competency),
                )
                pair = {"level": (have[competency], level)}
                self.log.updated("assessment_level", number, pair, key=str(competency), person=person, row=row)
                updated = True
            have[competency] = level
        if updated:
            sheet.updated += 1
        elif self.log.count > before:
            sheet.inserted += 1
        else:
            sheet.unchanged += 1
