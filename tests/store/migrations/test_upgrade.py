"""The schema from nothing to the newest, an older file brought up to date, and what happens when a step fails."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from asnkarier.core.errors import StoreError
from asnkarier.store import sqlite, upgrade
from asnkarier.store.database import create
from tests.store.migrations import baseline
from tests.terminal import asnkarier

STEP = """
import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade():
    with op.batch_alter_table("person") as table:
        table.add_column(sa.Column("nickname", sa.String(), nullable=True))
    {more}
"""


def blank(path: Path) -> Path:
    """A file of ours without a table: where the first version began."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id={sqlite.APPLICATION_ID}")
        connection.execute("VACUUM")
    return path


def schema(path: Path) -> dict[str, Any]:
    with closing(sqlite3.connect(path)) as connection:
        tables = [
            row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        ]
        return {
            table: [
                sorted(map(str, connection.execute(f"PRAGMA {what}('{table}')").fetchall()))
                for what in ("table_xinfo", "foreign_key_list", "index_list")
            ]
            for table in tables
        }


def statements(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name").fetchall()
        return [" ".join(row[0].split()) for row in rows]


def test_from_nothing_to_the_newest_is_the_schema_of_the_tables(tmp_path: Path) -> None:
    done = upgrade.upgrade(str(blank(tmp_path / "kosong.sqlite")))
    assert (done.before, done.after) == (0, sqlite.SCHEMA_VERSION)
    create(str(tmp_path / "baru.sqlite"))
    assert schema(tmp_path / "kosong.sqlite") == schema(tmp_path / "baru.sqlite")
    if sqlite.SCHEMA_VERSION == 1:
        assert statements(tmp_path / "kosong.sqlite") == statements(tmp_path / "baru.sqlite")


def test_the_first_version_is_written_down() -> None:
    if sqlite.SCHEMA_VERSION == 1:
        for dialect in baseline.DIALECTS:
            written = baseline.place(dialect).read_text(encoding="utf-8")
            assert written == baseline.text(dialect), "run `python -m tests.store.migrations.baseline`"


def test_every_step_is_there_and_leads_to_the_next_number() -> None:
    from alembic.script import ScriptDirectory

    found = [script.revision for script in ScriptDirectory(str(upgrade.MIGRATIONS)).walk_revisions()]
    assert found == [f"{number:04}" for number in range(sqlite.SCHEMA_VERSION, 0, -1)]


@pytest.fixture
def ahead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of schema 1, with a person in it, before a program that knows a second version."""
    path = tmp_path / "kota.sqlite"
    assert asnkarier("init", "--db", path).code == 0
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("INSERT INTO person (id, name) VALUES (1, 'Contoh Satu')")
        connection.execute("INSERT INTO person_nip VALUES ('198501012010011001', 1, '', '9999-12-31')")
    shutil.copytree(upgrade.MIGRATIONS, tmp_path / "migrations")
    monkeypatch.setattr(upgrade, "MIGRATIONS", tmp_path / "migrations")
    monkeypatch.setattr(sqlite, "SCHEMA_VERSION", 2)
    write_step(tmp_path, "pass")
    return path


def write_step(folder: Path, more: str) -> None:
    (folder / "migrations" / "versions" / "v0002_nickname.py").write_text(STEP.replace("{more}", more))


def test_an_older_file_is_refused_then_brought_up_to_date(ahead: Path) -> None:
    refused = asnkarier("db", "info", "--db", ahead, lang="en")
    assert (refused.code, "asnkarier db upgrade" in refused.err) == (4, True)
    before = ahead.read_bytes()
    said = asnkarier("db", "upgrade", "--db", ahead, "--format", "json")
    data = json.loads(said.out)
    assert said.code == 0
    assert (data["from"], data["to"], data["upgraded"]) == (1, 2, True)
    assert Path(data["copy"]).read_bytes()[:16] == before[:16]
    assert Path(data["copy"]).name == "kota-schema-1.sqlite"
    with closing(sqlite3.connect(ahead)) as connection:
        assert connection.execute("SELECT name, nickname FROM person").fetchall() == [("Contoh Satu", None)]
        assert connection.execute("PRAGMA user_version").fetchone() == (2,)
        assert connection.execute("PRAGMA application_id").fetchone() == (sqlite.APPLICATION_ID,)
    again = json.loads(asnkarier("basis-data", "mutakhirkan", "--db", ahead, "--format", "json").out)
    assert (again["upgraded"], again["copy"]) == (False, None)
    assert asnkarier("db", "check", "--db", ahead).code == 0


def test_a_step_that_fails_leaves_the_file_as_it_was(ahead: Path, tmp_path: Path) -> None:
    write_step(tmp_path, 'op.execute("INSERT INTO nowhere VALUES (1)")')
    assert asnkarier("db", "upgrade", "--db", ahead).code == 4
    assert sqlite.version_of(ahead) == 1
    with closing(sqlite3.connect(ahead)) as connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(person)")]
    assert "nickname" not in columns


def test_a_step_that_loses_references_is_taken_back(ahead: Path, tmp_path: Path) -> None:
    write_step(tmp_path, 'op.execute("DELETE FROM person")')
    said = asnkarier("db", "upgrade", "--db", ahead, lang="en")
    assert (said.code, "person_nip" in said.err) == (4, True)
    assert sqlite.version_of(ahead) == 1


def test_a_newer_file_and_a_stranger_are_refused(tmp_path: Path) -> None:
    path = blank(tmp_path / "a.sqlite")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version=99")
    with pytest.raises(StoreError) as error:
        upgrade.upgrade(str(path))
    assert error.value.code == "database_newer"
    assert asnkarier("db", "upgrade", "--db", tmp_path / "tiada.sqlite").code == 4


def test_the_file_of_today_is_up_to_date(tmp_path: Path) -> None:
    create(str(tmp_path / "a.sqlite"))
    before = (tmp_path / "a.sqlite").read_bytes()
    assert upgrade.upgrade(str(tmp_path / "a.sqlite")).copy is None
    assert (tmp_path / "a.sqlite").read_bytes() == before
