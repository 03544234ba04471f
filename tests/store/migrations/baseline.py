"""Write the statements of schema 1 anew: `python -m tests.store.migrations.baseline`.

Only until the first release: what a released version created never changes again.
"""

import sys
from pathlib import Path

from asnkarier.store import schema
from asnkarier.store.sqlite import SCHEMA_VERSION
from asnkarier.store.upgrade import MIGRATIONS

DIALECTS = ("sqlite", "postgresql")


def text(dialect: str) -> str:
    """Return the statements of the present schema."""
    return ";\n\n".join(schema.statements(dialect)) + ";\n"


def place(dialect: str) -> Path:
    """Return where the statements of version 1 lie."""
    return MIGRATIONS / "versions" / f"v0001_{dialect}.sql"


def main() -> int:
    """Write both files; refuse once there is a second version."""
    if SCHEMA_VERSION != 1:
        sys.stderr.write("Schema 1 is released: write the next step in asnkarier/store/migrations/versions instead.\n")
        return 1
    for dialect in DIALECTS:
        place(dialect).write_text(text(dialect), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
