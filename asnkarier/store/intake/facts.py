"""Taking in facts about people: one row of a table a sheet row, found again by its natural key."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from asnkarier.store.database import Database

from .log import ChangeLog
from .people import People, pick
from .registers.likeness import Likeness, Told, is_year_of
from .sheet import Sheet, Twice, column, row_texts
from .storage import STORAGE, Storage, listed


class Facts:
    """Takes in the rows of one kind."""

    def __init__(
        self,
        db: Database,
        log: ChangeLog,
        people: People,
        twice: Twice,
        kind: str,
        *,
        clear_blanks: bool = False,
        skip_unknown: bool = False,
    ) -> None:
        self.db = db
        self.log = log
        self.people = people
        self.twice = twice
        self.kind = kind
        self.storage: Storage = STORAGE[kind]
        self.clear_blanks = clear_blanks
        self.skip_unknown = skip_unknown
        self.table = self.storage.table
        self.references = self._references = tuple(self.storage.people)
        self.columns = self._columns = (*self._references, *self.storage.columns)
        self._key = (self._references[0], *self.storage.key)
        self._next = db.next_id(self.table)
        self._empty = db.one(f"SELECT 1 FROM {self.table} LIMIT 1") is None
        self.touched: list[tuple[int, dict[str, Any], int]] = []
        """Person, values and sheet row of what this chunk inserted or changed, for effects beyond the table."""
        self.completed: dict[int, int] = {}
        """Sheet row → the id of the row known before that it changed, whose other values stay: of this chunk."""
        self.people_seen: set[int] = set()
        """The people the file has rows for, for --replace."""
        self.kept: set[int] = set()
        """Ids of the rows that the file holds, for --replace."""
        self.refused: set[int] = set()
        """People of whom the file has a row that could not be taken."""
        self.unknown = 0
        """Rejected rows of which nobody can tell whose they are."""

    def take(self, sheet: Sheet, rows: Sequence[int], columns: Sequence[list[Any]]) -> None:
        """Insert rows with new keys, update those that differ, leave the rest."""
        self.touched.clear()
        self.completed.clear()
        chunk = dict(zip(sheet.fields, columns, strict=True))
        alive, ids = self._people(sheet, rows, chunk)
        if not alive:
            return
        if len(alive) < len(rows):
            columns = [[c[i] for i in alive] for c in columns]
            chunk = dict(zip(sheet.fields, columns, strict=True))
            rows = [rows[i] for i in alive]
        self.people_seen.update(ids[self._references[0]])
        records = self._records(chunk, ids, len(rows))
        key_at = [self._columns.index(c) for c in self._key]
        keys = [tuple(record[k] for k in key_at) for record in records]
        texts = row_texts(columns)
        nip = next(iter(self.storage.people.values()))
        said = _of_whole_years(chunk, keys) if self.storage.whole_year else keys
        good = self.twice.check(sheet, said, texts, rows, nip, chunk[nip])
        self.refused.update(records[i][0] for i in self.twice.refused)
        stored = {} if self._empty else self._stored(ids[self._references[0]], key_at)
        if stored and self.storage.whole_year:
            self._as_known(keys, records, stored, key_at)
        new: list[int] = []
        for i in good:
            old = stored.get(keys[i])
            if old is None:
                new.append(i)
                continue
            self.kept.add(old[0])
            if self._update(sheet, old, records[i], rows[i]):
                sheet.updated += 1
            else:
                sheet.unchanged += 1
        if not new:
            return
        if not self.storage.never_blank:
            self._insert(sheet, [records[i] for i in new], [rows[i] for i in new], [texts[i] for i in new])
            return
        likeness = Likeness(self.storage, self.kind, self._columns, key_at)
        later = likeness.poorer(keys, records, new)
        for part in ([i for i in new if i not in later], sorted(later)):
            if later and part and part[0] in later:
                stored = self._stored(ids[self._references[0]], key_at)
            told = likeness.told(self.db, keys, records, part, stored) if stored else Told({}, {})
            for i, key in told.known.items():
                known = stored[key]
                self.kept.add(known[0])
                if self._write(known, likeness.filled(keys[i], records[i], key, known[1:]), self._columns, rows[i]):
                    sheet.updated += 1
                else:
                    sheet.unchanged += 1
            for i, values in told.doubtful.items():
                sheet.find(
                    "fact_known_otherwise", "warning", row=rows[i], field=nip, value=chunk[nip][i], values=values
                )
            rest = [i for i in part if i not in told.known]
            if rest:
                self._insert(sheet, [records[i] for i in rest], [rows[i] for i in rest], [texts[i] for i in rest])

    def _as_known(
        self,
        keys: list[tuple[Any, ...]],
        records: list[tuple[Any, ...]],
        stored: dict[tuple[Any, ...], tuple[Any, ...]],
        key_at: Sequence[int],
    ) -> None:
        """Let the only row of a year's period be the only known one, where one of them does not say on which day the period began.

        Of two systems one tells the days and the other does not; a whole year begins on its first day.
        """
        known: dict[tuple[Any, ...], list[tuple[Any, ...]]] = {}
        for key in stored:
            known.setdefault(key[:-1], []).append(key)
        told = Counter(key[:-1] for key in keys)
        for i, key in enumerate(keys):
            same = known.get(key[:-1], [])
            if len(same) != 1 or told[key[:-1]] != 1 or same[0] == key:
                continue
            begun = same[0][-1]
            if key[-1] == "":
                keys[i] = same[0]
                records[i] = (*records[i][: key_at[-1]], begun, *records[i][key_at[-1] + 1 :])
            elif begun == "" and key[-1] == f"{key[1]}-01-01":
                stored[key] = stored[same[0]]

    def _people(
        self, sheet: Sheet, rows: Sequence[int], chunk: Mapping[str, list[Any]]
    ) -> tuple[list[int], dict[str, list[int]]]:
        alive = list(range(len(rows)))
        for field in self.storage.people.values():
            nips = column(chunk, field, len(rows))
            known = self.people.look_up(nips)
            unknown = [i for i in alive if nips[i] not in known]
            if not unknown:
                continue
            for i in unknown:
                if self.skip_unknown:
                    sheet.skipped += 1
                    continue
                sheet.rejected += 1
                self.unknown += 1
                values = {"nip": str(nips[i]), "nearest": self.people.nearest(str(nips[i]))}
                sheet.find("person_unknown", "error", row=rows[i], field=field, value=nips[i], values=values)
            gone = set(unknown)
            alive = [i for i in alive if i not in gone]
        known = self.people.known
        ids = {reference: [known[chunk[field][i]] for i in alive] for reference, field in self.storage.people.items()}
        return alive, ids

    def _records(
        self, chunk: Mapping[str, list[Any]], ids: Mapping[str, list[int]], count: int
    ) -> list[tuple[Any, ...]]:
        parts: list[Sequence[Any]] = [ids[reference] for reference in self._references]
        derived = self.storage.derived
        mappings: list[dict[str, Any]] = []
        if derived:
            names = list(chunk)
            mappings = [dict(zip(names, values, strict=True)) for values in zip(*chunk.values(), strict=True)]
        for name in self.storage.columns:
            if name in derived:
                make = derived[name]
                parts.append([make(mapping) for mapping in mappings])
            elif name in self.storage.key:
                parts.append(["" if v is None else v for v in column(chunk, name, count)])
            else:
                parts.append(column(chunk, name, count))
        return list(zip(*parts, strict=True))

    def _stored(self, people: Sequence[int], key_at: Sequence[int]) -> dict[tuple[Any, ...], tuple[Any, ...]]:
        pick(self.db, people)
        columns = listed([f"t.{c}" for c in self._columns])
        found = self.db.rows(
            f"SELECT t.id, {columns} FROM {self.table} t JOIN picked ON picked.id = t.{self._references[0]}"
        )
        return {tuple(row[k + 1] for k in key_at): row for row in found}

    def _update(self, sheet: Sheet, old: tuple[Any, ...], new: tuple[Any, ...], row: int) -> bool:
        if old[1:] == new:
            return False
        names = [
            name
            for name, after in zip(self._columns, new, strict=True)
            if (after is not None or (self.clear_blanks and name in sheet.fields)) and name not in self.storage.derived
        ]
        return self._write(old, new, names, row)

    def _write(self, old: tuple[Any, ...], new: tuple[Any, ...], names: Collection[str], row: int) -> bool:
        """Write those of the named columns that are new."""
        changes = {
            name: (before, after)
            for name, before, after in zip(self._columns, old[1:], new, strict=True)
            if before != after and name in names and not (name in self.storage.of_a_day and is_year_of(after, before))
        }
        if not changes:
            return False
        sets = ", ".join(f"{name} = ?" for name in changes)
        self.db.execute(f"UPDATE {self.table} SET {sets} WHERE id = ?", (*(b for _, b in changes.values()), old[0]))
        self.log.updated(self.table, old[0], changes, person=old[1], row=row)
        merged = {
            name: before if after is None and name not in changes else after
            for name, before, after in zip(self._columns, old[1:], new, strict=True)
        }
        self.completed[row] = old[0]
        self.touched.append((old[1], merged, row))
        return True

    def _insert(self, sheet: Sheet, new: list[tuple[Any, ...]], rows: Sequence[int], texts: Sequence[str]) -> None:
        records = [(number, *record) for number, record in enumerate(new, self._next)]
        self._next += len(records)
        marks = ",".join("?" * (1 + len(self._columns)))
        self.db.many(f"INSERT INTO {self.table} (id, {listed(self._columns)}) VALUES ({marks})", records)
        ids = [r[0] for r in records]
        people = [r[1] for r in records]
        self.log.inserted_rows(self.table, ids, people, rows, texts)
        self.kept.update(ids)
        self._empty = False
        sheet.inserted += len(records)
        self.touched.extend(
            (record[1], dict(zip(self._columns, record[1:], strict=True)), row)
            for record, row in zip(records, rows, strict=True)
        )


def _of_whole_years(chunk: Mapping[str, list[Any]], keys: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Return the keys with one key for the rows of a list that tell of one whole year, with its dates and without.

    Who changed post has two of parts of a year, with their own dates: those are two.
    """
    if not keys or "started_on" not in chunk:
        return keys
    ends = column(chunk, "ended_on", len(keys))
    whole = [
        key[:-1]
        if key[-2] == "annual" and f"{key[-1]}-"[4:8] in ("", "-01-") and f"{end or ''}-"[4:8] in ("", "-12-")
        else None
        for key, end in zip(keys, ends, strict=True)
    ]
    told = Counter(one for one in whole if one is not None)
    return [(*one, "") if one is not None and told[one] > 1 else key for one, key in zip(whole, keys, strict=True)]
