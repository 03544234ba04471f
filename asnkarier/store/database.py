"""Opening the one file: the only connection profile, for readers and for writers.

Readers open the file read-only and leave it byte-identical; writers hold one immediate transaction from start to end.
`?` stands for a parameter everywhere; the PostgreSQL module translates.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from asnkarier.core.access import Access
from asnkarier.core.errors import StoreError

from . import sqlite

R = TypeVar("R")
_OF_THE_LOG = frozenset(("batch", "batch_sheet", "change"))


class Database:
    """A connection to the file, with SQL in the dialect that SQLite and PostgreSQL share."""

    def __init__(
        self,
        connection: Any,
        *,
        target: str,
        access: Access,
        placeholder: str = "?",
        refused: type[Exception] = sqlite.IntegrityError,
    ) -> None:
        self.connection = connection
        self._refused = refused
        self.target = target
        self.access = access
        self._placeholder = placeholder
        self._read: dict[Hashable, list[Any]] = {}

    @property
    def is_file(self) -> bool:
        """Whether the database is a file of our own, and not on a server."""
        return self._placeholder == "?"

    @property
    def committed(self) -> bool:
        """Whether what was written is in the database: true from the end of the transaction on."""
        return bool(getattr(self.connection, "committed", False))

    def _sql(self, sql: str) -> str:
        return sql if self._placeholder == "?" else sql.replace("%", "%%").replace("?", self._placeholder)

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Return every row of a query, as tuples."""
        cursor = self.connection.cursor()
        cursor.execute(self._sql(sql), parameters)
        result: list[tuple[Any, ...]] = cursor.fetchall()
        return result

    def once(self, key: Hashable, read: Callable[[], list[R]]) -> list[R]:
        """Return what `read` returns; a reader, in whose file nothing changes, reads the same only once."""
        if self.access is not Access.READ:
            return read()
        if key not in self._read:
            self._read[key] = read()
        return list(self._read[key])

    def each(self, sql: str, parameters: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """Return the rows of a query one by one, without holding them all."""
        cursor = self.connection.cursor()
        cursor.execute(self._sql(sql), parameters)
        return iter(cursor)

    def one(self, sql: str, parameters: Sequence[Any] = ()) -> tuple[Any, ...] | None:
        """Return the first row, or None."""
        cursor = self.connection.cursor()
        cursor.execute(self._sql(sql), parameters)
        row: tuple[Any, ...] | None = cursor.fetchone()
        return row

    def execute(self, sql: str, parameters: Sequence[Any] = ()) -> int:
        """Run one statement; return the number of rows it touched."""
        cursor = self.connection.cursor()
        cursor.execute(self._sql(sql), parameters)
        count: int = cursor.rowcount
        return count

    def many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run one statement for every row of parameters."""
        self.connection.cursor().executemany(self._sql(sql), rows)

    def attempt(self, sql: str, parameters: Sequence[Any] = ()) -> bool:
        """Run one statement; return False, with nothing done, where a constraint of the schema stands against it."""
        cursor = self.connection.cursor()
        cursor.execute("SAVEPOINT attempt")
        try:
            cursor.execute(self._sql(sql), parameters)
        except self._refused:
            cursor.execute("ROLLBACK TO SAVEPOINT attempt")
            cursor.execute("RELEASE SAVEPOINT attempt")
            return False
        cursor.execute("RELEASE SAVEPOINT attempt")
        return True

    def discard(self) -> None:
        """Roll back everything done so far and begin again, for a dry run or a second try."""
        if self._placeholder == "?":
            self.connection.execute("ROLLBACK")
            self.connection.execute("BEGIN IMMEDIATE")
        else:
            self.connection.rollback()

    def next_id(self, table: str) -> int:
        """Return the first id of a table that nothing ever had; ids are given out by the one writer there is.

        What was taken out may be put back, and must then not find its id borne by something else.
        """
        row = self.one(f"SELECT COALESCE(MAX(id), 0) + 1 FROM {table}")
        first = int(row[0]) if row else 1
        if table in _OF_THE_LOG:
            return first
        gone = self.one(
            "SELECT MAX(c.record_id) FROM batch b JOIN change c ON c.id BETWEEN b.first_change AND b.last_change"
            " WHERE b.command <> 'import' AND c.op = 'D' AND c.tbl = ?",
            (table,),
        )
        return max(first, int(gone[0] or 0) + 1) if gone else first

    def setting(self, name: str) -> str | None:
        """Return a fact about the file, such as the institution's name."""
        row = self.one("SELECT value FROM setting WHERE name = ?", (name,))
        return None if row is None else str(row[0])


@contextmanager
def open_database(target: str, access: Access) -> Iterator[Database]:
    """Open `target` (a path, or a URL beginning `postgresql`) and close it again.

    With WRITE, everything done inside is one transaction: committed when the block ends, rolled back on any exception.
    """
    if target.startswith("postgresql"):
        from asnkarier.store import postgres

        with postgres.connect(target, access) as connection:
            refused = postgres.integrity_error()
            yield Database(connection, target=target, access=access, placeholder="%s", refused=refused)
        return
    with sqlite.connect(target, access) as connection:
        yield Database(connection, target=target, access=access)


def create(target: str) -> None:
    """Create a new database with the whole schema; StoreError when one is already there."""
    if target.startswith("postgresql"):
        from asnkarier.store import postgres

        postgres.create(target)
        return
    sqlite.create(target)


__all__ = ["Database", "StoreError", "create", "open_database"]
