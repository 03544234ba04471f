"""A small invented town, written row by row into a real database: what queries and decisions are tested on."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from asnkarier.core.access import Access
from asnkarier.core.names import folded, folded_position
from asnkarier.law.load import regulations
from asnkarier.store.database import Database, create, open_database
from asnkarier.store.tables import metadata

OPEN = "9999-12-31"
SCALE = 10_000
BEGINNING = "2026-01-02"
"""The day on which the town's roster speaks."""


class Town:
    """Writes units, posts, people and facts; everything not said is left unknown."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self.units: dict[str, int] = {}
        self.posts: dict[str, int] = {}
        self.people: dict[str, int] = {}
        self.batches: dict[tuple[str, str], tuple[int, tuple[str, ...]]] = {}
        self.row = 1
        rule = regulations().competency.versions[-1].value
        for rank, competency in enumerate(rule.competencies, 1):
            self.insert(
                "competency",
                name=competency.name,
                name_key=folded(competency.name),
                grp=competency.group,
                rank=rank,
            )
        self.nine = list(range(1, len(rule.competencies) + 1))

    def insert(self, table: str, **values: Any) -> int:
        """Insert a row; give back its id."""
        if "id" not in values and table not in SPANS:
            values["id"] = self.db.next_id(table)
        values = {**_defaults(table), **values}
        columns = ", ".join(values)
        marks = ", ".join("?" * len(values))
        self.db.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", tuple(values.values()))
        return int(values.get("id", 0))

    def unit(self, name: str, parent: str | None = None, code: str = "") -> int:
        above = self.units[parent] if parent else None
        path = folded(name)
        agency = None
        if above is not None:
            row = self.db.one("SELECT path_key, agency_id FROM unit WHERE id = ?", (above,))
            assert row is not None
            path, agency = f"{row[0]} / {path}", row[1]
        number = self.db.next_id("unit")
        self.insert(
            "unit",
            id=number,
            unit_code=code,
            name=name,
            name_key=folded(name),
            path_key=path,
            parent_id=above,
            agency_id=agency or number,
        )
        self.units[name] = number
        return number

    def post(self, name: str, unit: str | None = None, kind: str | None = None, **fields: Any) -> int:
        row = self.db.one("SELECT path_key FROM unit WHERE id = ?", (self.units[unit],)) if unit else None
        number = self.insert(
            "position",
            name=name,
            name_key=folded_position(name),
            place_key=row[0] if row else "",
            unit_id=self.units[unit] if unit else None,
            position_kind=kind,
            **fields,
        )
        self.posts[name if unit is None else f"{name} @ {unit}"] = number
        self.posts.setdefault(name, number)
        return number

    def person(
        self,
        nip: str,
        name: str,
        *,
        post: str | None = None,
        unit: str | None = None,
        since: str | None = None,
        kind: str | None = "PNS",
        status: str | None = "aktif",
        golongan: str | None = None,
        golongan_since: str | None = None,
        begins: str = BEGINNING,
        **fields: Any,
    ) -> int:
        """Add a person; `since` is the TMT of the post, `begins` the roster's day from which all else is known."""
        number = self.insert("person", name=name, **fields)
        self.people[nip] = number
        self.insert("person_nip", nip=nip, person_id=number, since="", until=OPEN)
        if post is not None:
            self.span(
                "person_post", number, since or begins, stated=int(since is not None), position_id=self.posts[post]
            )
        for table, value in (
            ("person_unit", {"unit_id": self.units[unit]} if unit else None),
            ("person_kind", {"employee_kind": kind} if kind else None),
            ("person_status", {"status": status} if status else None),
        ):
            if value is not None:
                self.span(table, number, begins, stated=0, **value)
        if golongan is not None:
            stated = int(golongan_since is not None)
            self.span("person_golongan", number, golongan_since or begins, stated=stated, golongan=golongan)
        return number

    def span(self, table: str, person: int, since: str, until: str = OPEN, stated: int = 1, **value: Any) -> None:
        self.insert(table, person_id=person, since=since, until=until, stated=stated, **value)

    def fact(self, table: str, nip: str, **values: Any) -> int:
        return self.insert(table, person_id=self.people[nip], **values)

    def evaluation(self, nip: str, year: int, predicate: str | None, **values: Any) -> int:
        return self.fact(
            "evaluation", nip, year=year, **{"period": "annual", "started_on": "", "predicate": predicate, **values}
        )

    def assessment(
        self, nip: str, day: str, *levels: float | None, jpm: float | None = None, purpose: str = "", **others: float
    ) -> int:
        """Add an assessment with levels of the nine in their order, and of other competencies by name."""
        number = self.fact(
            "assessment", nip, assessed_on=day, purpose=purpose, jpm=None if jpm is None else round(jpm * SCALE)
        )
        named = {folded(key.replace("_", " ")): level for key, level in others.items()}
        ids = {key: i for i, key in self.db.rows("SELECT id, name_key FROM competency")}
        pairs = [*zip(self.nine, levels, strict=False), *((ids[key], level) for key, level in named.items())]
        for competency, level in pairs:
            if level is not None:
                self.insert(
                    "assessment_level", assessment_id=number, competency_id=competency, level=round(level * SCALE)
                )
        return number

    def history(self, nip: str, post: str, since: str, until: str | None, **values: Any) -> int:
        return self.fact(
            "history", nip, position=post, position_key=folded_position(post), since=since, until=until, **values
        )

    def discipline(self, nip: str, level: str, decided_on: str, **values: Any) -> int:
        return self.fact("discipline", nip, level=level, decided_on=decided_on, **values)

    def covers(self, kind: str, until: str, since: str = "") -> None:
        batch = self.insert("batch", entered_at="2026-01-02T00:00:00Z", entered_by="Penguji", command="import")
        self.insert("coverage", batch_id=batch, kind=kind, covers_from=since, covers_until=until)

    def logged(
        self,
        file: str,
        sheet: str,
        kind: str,
        table: str,
        record: int,
        row: int,
        values: dict[str, Any],
        person: str | int = 0,
    ) -> None:
        """Log an insert as an import would: values in the order of the sheet's fields, columns A, B, C …"""
        key = file, sheet
        if key not in self.batches:
            batch = self.insert("batch", entered_at="2026-01-02T00:00:00Z", entered_by="Penguji", command="import")
            number = self.insert(
                "batch_sheet",
                batch_id=batch,
                file=file,
                sha256="0" * 64,
                sheet=sheet,
                kind=kind,
                header_row=1,
                fields=json.dumps(list(values)),
                columns=json.dumps({field: chr(65 + i) for i, field in enumerate(values)}),
            )
            self.batches[key] = number, tuple(values)
        number, fields = self.batches[key]
        batch_row = self.db.one("SELECT batch_id FROM batch_sheet WHERE id = ?", (number,))
        assert batch_row is not None
        self.insert(
            "change",
            batch_id=batch_row[0],
            sheet_id=number,
            sheet_row=row,
            op="I",
            tbl=table,
            record_id=record,
            person_id=self.people[person] if isinstance(person, str) else person,
            fields=json.dumps([values[field] for field in fields]),
        )


def _defaults(table: str) -> dict[str, Any]:
    """The defaults that the models give, which plain SQL does not know."""
    return {
        column.name: column.default.arg
        for column in metadata.tables[table].columns
        if column.default is not None and column.default.is_scalar
    }


SPANS = frozenset(
    {
        "person_nip",
        "person_post",
        "person_duty",
        "person_unit",
        "person_golongan",
        "person_status",
        "person_kind",
        "assessment_level",
        "coverage",
        "setting",
    }
)


@contextmanager
def town(path: Path) -> Iterator[Town]:
    """Create a database at `path` and write a town into it, in one transaction."""
    create(str(path))
    with open_database(str(path), Access.WRITE) as db:
        yield Town(db)
