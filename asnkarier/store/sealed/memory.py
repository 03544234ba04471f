"""A database in memory that holds only the rows of a sealed decision, so that the very same code judges them again."""

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager

from asnkarier.core.access import Access
from asnkarier.store.database import Database
from asnkarier.store.sealed.facts import COVERAGE, ENTERED, EVERY, Row, spans_of

_NEVER_TAKEN: Mapping[str, tuple[str, ...]] = {
    "person": ("sex",),
    "person_kind": ("stated", "contract_ends_on"),
    "person_unit": ("stated",),
    "person_status": ("stated",),
    "person_duty": ("stated", "position_id"),
}
"""Columns that readers of people name and no decision uses: always unknown in a sealed decision."""


@contextmanager
def database(data: Mapping[str, Sequence[Row]]) -> Iterator[Database]:
    """Give a database with these rows and nothing else."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        db = Database(connection, target=":memory:", access=Access.READ)
        for facts in EVERY:
            if facts is COVERAGE:
                continue
            columns = (*facts.columns, *_NEVER_TAKEN.get(facts.table, ()))
            key = f", PRIMARY KEY ({', '.join(facts.key)})"
            # No type is named, so that every value stays what it is.
            connection.execute(f"CREATE TABLE {facts.table} ({', '.join(columns)}{key})")
            if facts.person == "person_id" and facts.key == ("id",):
                connection.execute(f"CREATE INDEX {facts.table}_person ON {facts.table} (person_id)")
            marks = ",".join("?" * len(facts.columns))
            db.many(
                f"INSERT INTO {facts.table} ({', '.join(facts.columns)}) VALUES ({marks})", data.get(facts.table, ())
            )
        # What is to come is told of candidates today and no part of a decision: a sealed one has none.
        connection.execute("CREATE TABLE movement (id, person_id, event, effective_on)")
        connection.execute("CREATE TABLE batch (id, undone_by, entered_at, first_change, last_change)")
        connection.execute("INSERT INTO batch VALUES (1, NULL, '', 0, -1)")
        # The people are as of the decision's day already; of degrees it matters on which day they were entered.
        connection.execute("CREATE TABLE batch_sheet (id, batch_id, kind, dated, updated)")
        connection.execute("CREATE TABLE change (id, batch_id, tbl, op, record_id, person_id, reverses, fields)")
        told = db.rows("SELECT id, told FROM education WHERE told <> '' ORDER BY id")
        db.many("INSERT INTO batch VALUES (?, NULL, ?, ?, ?)", [(n, day, n, n) for n, (_, day) in enumerate(told, 2)])
        db.many(
            "INSERT INTO change (id, batch_id, tbl, op, record_id) VALUES (?, ?, 'education', 'I', ?)",
            [(n, n, record) for n, (record, _) in enumerate(told, 2)],
        )
        # Since when there was service before the appointment stands as what was on record of it before.
        entered = db.rows(f"SELECT id, {ENTERED} FROM person WHERE {ENTERED} <> '' ORDER BY id")
        db.many(
            "INSERT INTO change (id, batch_id, tbl, op, person_id, reverses, fields) VALUES (?, 1, 'person', 'U', ?, 0, ?)",
            [(-n, n, json.dumps({"appointed_on": [day, None]})) for n, day in entered],
        )
        connection.execute("CREATE TABLE coverage (batch_id, kind, covers_from, covers_until)")
        rows = [(row[0], *span) for row in data.get(COVERAGE.table, ()) for span in spans_of(row)]
        db.many("INSERT INTO coverage VALUES (1, ?, ?, ?)", rows)
        yield db
