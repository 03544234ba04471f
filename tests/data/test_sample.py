"""data/sample.sqlite is what the program makes of the workbooks beside it, and tells what they tell."""

import importlib
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from types import ModuleType

import pytest

from asnkarier.commands.office.init import SAMPLE as PACKED

DATA = Path(__file__).parents[2] / "data"
SAMPLE = DATA / "sample.sqlite"
REGISTERS = {"assignments", "awards", "discipline", "exams", "feedback", "history", "trainings"}


@pytest.fixture(scope="module")
def script() -> Iterator[ModuleType]:
    sys.path.insert(0, str(DATA))
    try:
        yield importlib.import_module("make_sample")
    finally:
        sys.path.remove(str(DATA))


@pytest.fixture(scope="module")
def made(script: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.sqlite"
    script.make(path)
    return path


def asked(path: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        return connection.execute(query).fetchall()


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, and the schema itself; another SQLite may lay the same content out in other bytes."""
    names = [str(name) for (name,) in asked(path, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    tables = {name: sorted(asked(path, f'SELECT * FROM "{name}"'), key=repr) for name in names}
    return tables | {"(schema)": asked(path, "SELECT type, name, sql FROM sqlite_master ORDER BY type, name")}


def test_the_sample_is_what_the_program_makes_of_the_workbooks(made: Path) -> None:
    rebuilt, committed = content(made), content(SAMPLE)
    assert list(rebuilt) == list(committed), "run data/make_sample.py"
    for name, rows in rebuilt.items():
        assert rows == committed[name], f"{name} differs: run data/make_sample.py"


def test_every_row_of_every_workbook_is_in_it(script: ModuleType) -> None:
    read = asked(SAMPLE, "SELECT file, sheet, rejected FROM batch_sheet")
    assert {file for file, _, _ in read} == {path.name for path in script.workbooks()}
    assert [row for row in read if row[2]] == []


def test_the_registers_reach_to_the_day_the_rosters_speak_of() -> None:
    assert set(asked(SAMPLE, "SELECT kind, covers_until FROM coverage")) == {(kind, "2026-06-30") for kind in REGISTERS}
    dated = asked(SAMPLE, "SELECT file, dated FROM batch_sheet WHERE kind = 'roster'")
    assert set(dated) == {("07-pegawai-keluar.xlsx", "2023-12-31"), ("08-daftar-pegawai.xlsx", "2026-06-30")}


def test_it_says_who_entered_it_and_when() -> None:
    entered = asked(SAMPLE, "SELECT command, entered_by, entered_at FROM batch ORDER BY id")
    by, at = "BKPSDM Kota Sukamaju", "2026-07-01T08:00:00+00:00"
    assert entered == [("init", by, at), ("import", by, at)]


def test_workbooks_and_sample_are_under_five_megabytes_together(script: ModuleType) -> None:
    assert sum(path.stat().st_size for path in (*script.workbooks(), SAMPLE)) < 5_000_000
    assert PACKED.stat().st_size < 500_000


def test_the_roster_tells_who_acts_for_the_vacancies_and_who_heads_schools_and_clinics() -> None:
    duties = asked(SAMPLE, "SELECT acting, duty, position_id IS NOT NULL FROM person_duty ORDER BY acting, duty")
    assert [duty for acting, duty, known in duties if acting == "plt" and known] == [
        "Kepala Bidang Mutasi dan Kinerja Aparatur",
        "Kepala Dinas Kesehatan",
        "Lurah Sukaharja",
    ]
    # Eleven schools and four clinics.
    assert sum(acting == "tambahan" for acting, _, _ in duties) == 15
