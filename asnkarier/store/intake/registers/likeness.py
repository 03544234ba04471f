"""Rows that may be one: of two lists one gives what the other leaves out of the name of a fact, such as the days of a training."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from asnkarier.core.kinds.catalogue import KINDS
from asnkarier.core.text import folded
from asnkarier.store.database import Database
from asnkarier.store.intake.storage import Storage

Key = tuple[Any, ...]
Record = tuple[Any, ...]
"""The columns of a fact, the references to people first."""

_YEAR = 4
_MOST_TOLD = 3
_WRITTEN = {"title_key": "title", "field_key": "field_of_study", "sanction_key": "sanction", "target_key": "target"}
"""Key columns in which a text is folded → the text."""


class Told(NamedTuple):
    """What the rows of a chunk with new keys are: those of known facts, and those that may be but stand for themselves."""

    known: Mapping[int, Key]
    """Row → the key of the fact that it is."""
    doubtful: Mapping[int, Mapping[str, str | int]]
    """Row → the values of its finding."""


class Likeness:
    """Tells for one kind which new rows are known facts.

    Two are one where one of them says less in its key and all that both say agrees. Where it could be either of two, it is one of
    them if it says nothing that these do not: the order of the lists decides nothing.
    """

    def __init__(self, storage: Storage, kind: str, columns: Sequence[str], key_at: Sequence[int]) -> None:
        self.storage, self.kind, self.columns, self.key_at = storage, KINDS[kind], columns, key_at
        named = {columns[at] for at in key_at} | {*storage.derived, *_WRITTEN.values()}
        self._compared = [at for at, name in enumerate(columns) if at and name not in named]

    def poorer(self, keys: Sequence[Key], records: Sequence[Record], rows: Sequence[int]) -> set[int]:
        """Return the rows that say less than another of them: they are taken after it."""
        first = self.storage.never_blank
        poor = [
            i
            for i in rows
            if any(part == "" or _is_year(part) for part in keys[i][first:]) or self._endless(records[i])
        ]
        if not poor:
            return set()
        groups: dict[Key, list[int]] = {}
        for i in rows:
            groups.setdefault(self._group(keys[i]), []).append(i)
        return {
            i
            for i in poor
            if any(
                self._says_less(keys[i], records[i], keys[other], records[other])
                for other in groups[self._group(keys[i])]
            )
        }

    def told(
        self,
        db: Database,
        keys: Sequence[Key],
        records: Sequence[Record],
        rows: Sequence[int],
        stored: Mapping[Key, Record],
    ) -> Told:
        """Match new rows with the known facts; `stored` are key → id and columns."""
        groups = self._groups(stored)
        fitting: dict[int, list[Key]] = {}
        doubtful: dict[int, list[Key]] = {}
        for i in rows:
            likes = [
                other
                for other in groups.get(self._group(keys[i]), ())
                if self._may_be(keys[i], records[i], other, stored[other][1:])
            ]
            if likes:
                doubtful[i] = likes
                fitting[i] = [other for other in likes if self._fits(keys[i], records[i], other, stored[other][1:])]
        claiming: dict[Key, list[int]] = {}
        for i, found in fitting.items():
            for other in found:
                claiming.setdefault(other, []).append(i)
        known: dict[int, Key] = {}
        for i, found in fitting.items():
            if len(found) == 1 and not self._others(found[0], stored, groups):
                # Of several that each might be the one known, the first is: as if they came one list after the other.
                if i == min(claiming[found[0]], key=lambda at: str(keys[at])):
                    known[i] = found[0]
            elif len(found) > 1:
                one = self._formerly(db, keys[i], found, stored) or self._repeated(keys[i], records[i], found, stored)
                known.update({} if one is None else {i: one})
        taken = {other: i for i, other in known.items()}
        values: dict[int, Mapping[str, str | int]] = {}
        for i, likes in doubtful.items():
            # What a row of this list has turned out to be says as much as that row.
            still = [
                other
                for other in likes
                if other not in taken
                or self._may_be(keys[i], records[i], keys[taken[other]], records[taken[other]])
                or self._one_decree(records[i], stored[other][1:])
            ]
            if i not in known and still:
                values[i] = self._values(records[i], still, stored)
        return Told(known, values)

    def filled(self, key: Key, record: Record, other: Key, known: Record) -> Record:
        """Return what the two say together, in the words of the one that says more of the key."""
        less, more = (known, record) if self._says_less(other, known, key, record) else (record, known)
        days = self.storage.of_a_day
        return tuple(
            one if two in (None, "") or (name in days and is_year_of(two, one)) else two
            for name, one, two in zip(self.columns, less, more, strict=True)
        )

    def _group(self, key: Key) -> Key:
        return key[: self.storage.never_blank]

    def _groups(self, keys: Iterable[Key]) -> dict[Key, list[Key]]:
        groups: dict[Key, list[Key]] = {}
        for key in keys:
            groups.setdefault(self._group(key), []).append(key)
        return groups

    def _fits(self, key: Key, record: Record, other: Key, known: Record) -> bool:
        same = self._says_less(key, record, other, known) or self._says_less(other, known, key, record)
        return (same or self._in_more_words(record, known)) and not self._differing(record, known)

    def _may_be(self, key: Key, record: Record, other: Key, known: Record) -> bool:
        """Tell whether two may be one by their keys alone."""
        starts = self._start_alone(key, record, other, known) or self._start_alone(other, known, key, record)
        return _alike(key, other) or starts or self._one_decree(record, known)

    def _says_less(self, key: Key, record: Record, other: Key, known: Record) -> bool:
        return _says_less(key, other) or self._start_alone(key, record, other, known)

    def _endless(self, record: Record) -> bool:
        """Tell whether the row is known by the day it began, for want of the one it ended."""
        if not self.storage.start_for_end:
            return False
        started, ended = (record[self.columns.index(name)] for name in ("started_on", "ended_on"))
        return bool(started) and not ended

    def _start_alone(self, key: Key, record: Record, other: Key, known: Record) -> bool:
        """Tell whether a row without its last day began on the very day on which what has one did."""
        if not self._endless(record) or self._endless(known):
            return False
        at = self.columns.index("started_on")
        return bool(record[at] == known[at] == key[-1] and key[:-1] == other[:-1] and other[-1])

    def _one_decree(self, record: Record, known: Record) -> bool:
        """Tell whether both name the same decree of the same day, where one decides no two facts of a person."""
        if not self.storage.one_decree:
            return False
        places = [self.columns.index(name) for name in ("decree", "decided_on")]
        return all(record[at] not in (None, "") and _text(record[at]) == _text(known[at]) for at in places)

    def _in_more_words(self, record: Record, known: Record) -> bool:
        """Tell whether, of one decree, all words of one stand in the other: `1 tahun` and `selama 1 (satu) tahun`."""
        if not self._one_decree(record, known):
            return False
        at = next(self.columns.index(name) for name in _WRITTEN if name in self.columns)
        one, two = (set(str(row[at]).split()) for row in (record, known))
        return one <= two or two <= one

    def _differing(self, record: Record, known: Record) -> list[str]:
        """Return the columns of which both say something else; case and spaces do not count."""
        pairs = [(self.columns[at], record[at], known[at]) for at in self._compared]
        days = self.storage.of_a_day
        return [
            name
            for name, one, two in pairs
            if None not in (one, two)
            and one != two
            and _text(one) != _text(two)
            and not (name in days and (is_year_of(one, two) or is_year_of(two, one)))
        ]

    def _others(self, key: Key, stored: Mapping[Key, Record], groups: Mapping[Key, Sequence[Key]]) -> bool:
        """Tell whether a known fact might also be another known one."""
        return any(
            other != key and self._fits(key, stored[key][1:], other, stored[other][1:])
            for other in groups[self._group(key)]
        )

    def _repeated(self, key: Key, record: Record, found: Sequence[Key], stored: Mapping[Key, Record]) -> Key | None:
        """Return the first of several facts that say all that the row says and more: whichever is meant, it tells nothing new.

        As one of the list that was read before the second of them was known it would have been one of them too.
        """
        if not all(self._says_less(key, record, other, stored[other][1:]) for other in found):
            return None
        told = [at for at in self._compared if record[at] not in (None, "")]
        blank = {other: [at for at in told if stored[other][1:][at] in (None, "")] for other in found}
        for other, places in blank.items():
            if any(self.columns[at] != "year" or not _tells_year(other, record[at]) for at in places):
                return None
        return min(found, key=lambda other: (bool(blank[other]), str(other)))

    def _formerly(self, db: Database, key: Key, found: Sequence[Key], stored: Mapping[Key, Record]) -> Key | None:
        """Return the fact that was known under this very key before another list said more of it."""
        names = [self.columns[at] for at in self.key_at]
        now = {stored[other][0]: (other, dict(zip(names, other, strict=True))) for other in found}
        changes = db.rows(
            "SELECT record_id, fields FROM change WHERE person_id = ? AND tbl = ? AND op = 'U' ORDER BY id DESC",
            (key[0], self.storage.table),
        )
        for record_id, fields in changes:
            if record_id in now:
                other, before = now[record_id]
                before.update({name: old for name, (old, _new) in json.loads(fields).items() if name in before})
                if tuple(before.values()) == key:
                    return other
        return None

    def _values(self, record: Record, likes: Sequence[Key], stored: Mapping[Key, Record]) -> dict[str, str | int]:
        """Return what the finding says: the known facts that may be the row, and in what each of them is another."""
        shown, labels = [], {field.name: field.label for field in self.kind.fields}
        for other in likes[:_MOST_TOLD]:
            known = stored[other][1:]
            at = [self.columns.index(_WRITTEN.get(self.columns[at], self.columns[at])) for at in self.key_at[1:]]
            parts = " · ".join(str(known[place]) for place in at if known[place] not in (None, ""))
            differs = ", ".join(labels.get(name, name) for name in self._differing(record, known))
            shown.append(f"{parts} (≠ {differs})" if differs else parts)
        return {"known": "; ".join(shown) + ("; …" if len(likes) > _MOST_TOLD else ""), "count": len(likes) + 1}


def _text(value: Any) -> Any:
    return folded(value) if isinstance(value, str) else value


def _is_year(part: Any) -> bool:
    return isinstance(part, str) and len(part) == _YEAR and part.isdigit()


def is_year_of(year: Any, day: Any) -> bool:
    """Tell whether one is the year of the day that the other is."""
    return _is_year(year) and isinstance(day, str) and day.startswith(f"{year}-")


def _tells_year(key: Key, year: Any) -> bool:
    """Tell whether a day of the key is in the year."""
    return any(is_year_of(str(year), part) for part in key)


def _part_of(part: str, whole: str) -> bool:
    return part in ("", whole) or (_is_year(part) and whole.startswith(f"{part}-"))


def _says_less(key: Key, other: Key) -> bool:
    """Tell whether a key leaves out what the other gives, or gives the year of its day, and is the same in all else."""
    return key != other and all(_part_of(one, two) for one, two in zip(map(str, key), map(str, other), strict=True))


def _alike(key: Key, other: Key) -> bool:
    """Tell whether two keys differ only in parts that one of them leaves blank, or of which it gives the year alone."""
    pairs = zip(map(str, key), map(str, other), strict=True)
    return all(_part_of(one, two) or _part_of(two, one) for one, two in pairs)
