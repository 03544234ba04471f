"""The statements that create the schema, made from the SQLModel metadata."""

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from .tables import metadata


def statements(dialect: str) -> list[str]:
    """Return CREATE TABLE and CREATE INDEX statements in the order their references need."""
    spoken = postgresql.dialect() if dialect == "postgresql" else sqlite.dialect()  # type: ignore[no-untyped-call]  # SQLAlchemy leaves its dialects untyped
    result: list[str] = []
    for table in metadata.sorted_tables:
        result.append(str(CreateTable(table).compile(dialect=spoken)).strip())
        if dialect == "postgresql":
            # SQLite has 64-bit integers, which scaled targets and rupiah need; ids are given out by the writer.
            result[-1] = result[-1].replace(" SERIAL", " BIGINT").replace(" INTEGER", " BIGINT")
        result.extend(
            str(CreateIndex(index).compile(dialect=spoken)).strip()
            for index in sorted(table.indexes, key=lambda i: str(i.name))
        )
    return result
