"""Version 1, the first: every table as it was then, statement by statement."""

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create the schema of version 1."""
    dialect = op.get_context().dialect.name
    for statement in Path(__file__).with_name(f"v0001_{dialect}.sql").read_text(encoding="utf-8").split(";\n\n"):
        if statement.strip():
            op.execute(statement)
