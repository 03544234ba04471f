"""Taking in what a list of people says of the posts they hold: the age of retirement and the class of each."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from asnkarier.core.kinds.catalogue import KINDS
from asnkarier.core.names import held
from asnkarier.store.database import Database
from asnkarier.store.intake.log import ChangeLog
from asnkarier.store.intake.people import People
from asnkarier.store.intake.sheet import Sheet, Twice

_OF_POSTS: Final = ("retirement_age", "job_class")

Told = dict[Any, list[int]]
"""What was said of a post in one field → the rows that said it."""


class OfHolders:
    """Takes in the rows of people as facts of the posts that they hold on the day of their list."""

    def __init__(self, db: Database, log: ChangeLog, people: People, twice: Twice) -> None:
        self.db, self.log, self.people, self.twice = db, log, people, twice
        self._told: dict[tuple[Sheet, int, str], Told] = {}
        self._noted: set[tuple[Sheet, int, str]] = set()

    def take(self, sheet: Sheet, rows: Sequence[int], columns: Sequence[list[Any]], day: str) -> None:
        """Write down what each row says of the post held; of a Plt. nobody knows whether it is meant of that post."""
        chunk = dict(zip(sheet.fields, columns, strict=True))
        known = self.people.look_up(chunk["nip"])
        for i, row in enumerate(rows):
            said: dict[str, Any] = {
                name: chunk[name][i] for name in _OF_POSTS if name in chunk and chunk[name][i] is not None
            }
            named = chunk["position"][i]
            if named is not None and held(str(named)).post is None:
                said = {}
            post = self._post(known.get(chunk["nip"][i]), day) if said else None
            if post is None:
                sheet.unchanged += 1  # the roster says what is wrong with the row
            else:
                self._write(sheet, row, post, said)

    def _post(self, person: int | None, day: str) -> tuple[int, str, str] | None:
        found = self.db.one(
            "SELECT p.id, p.name_key, p.place_key FROM person_post s JOIN position p ON p.id = s.position_id"
            " WHERE s.person_id = ? AND s.since <= ? AND s.until >= ?",
            (person, day, day),
        )
        return (int(found[0]), str(found[1]), str(found[2])) if found else None

    def _write(self, sheet: Sheet, row: int, post: tuple[int, str, str], said: Mapping[str, Any]) -> None:
        number, *place = post
        known = self.db.one(f"SELECT {', '.join(said)} FROM position WHERE id = ?", (number,)) or ()
        stored = dict(zip(said, known, strict=True))
        changes: dict[str, tuple[Any, Any]] = {}
        rejected = False
        for field, value in said.items():
            told = self._told.setdefault((sheet, number, field), {})
            told.setdefault(value, []).append(row)
            mark = hash((sheet.kind, field, *place))
            if len(told) > 1:
                self.twice.conflicts.add(mark)
                self._disagree(sheet, field, told)
            if len(told) > 1 or mark in self.twice.left_out:
                rejected = True
            elif stored[field] != value:
                changes[field] = (stored[field], value)
        if rejected:
            sheet.rejected += 1
        elif changes:
            sets = ", ".join(f"{field} = ?" for field in changes)
            values = (*(new for _old, new in changes.values()), number)
            self.db.execute(f"UPDATE position SET {sets} WHERE id = ?", values)
            self.log.updated("position", number, changes, row=row)
            sheet.updated += 1
        else:
            sheet.unchanged += 1

    def _disagree(self, sheet: Sheet, field: str, told: Told) -> None:
        """Say at each cell, once, that holders of one post have it retire at different ages, and where another of them stands."""
        letter = sheet.letters.get(field)
        for value, rows in told.items():
            other = next(rows[0] for one, rows in told.items() if one != value)
            for row in rows:
                if (sheet, row, field) not in self._noted:
                    self._noted.add((sheet, row, field))
                    cells = f"{letter}{row}, {letter}{other}"
                    label = KINDS["positions"].field(field).label
                    values: dict[str, str | int] = {"field": label, "cells": cells}
                    sheet.find("holders_disagree", "error", row=row, field=field, value=value, values=values)
