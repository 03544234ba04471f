"""Over any lists: rows are counted once and alike in every mode, a second import changes nothing, undo restores the file."""

import csv
import json
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from asnkarier.core.access import Access
from asnkarier.ingest.frames import EndFrame, ReadOptions, RowsFrame, SheetFrame
from asnkarier.ingest.reading import read_book
from asnkarier.store.database import Database, create, open_database
from asnkarier.store.intake.session import Intake, Options
from asnkarier.store.intake.undo import undo
from tests.store.intake.lists import ACTOR
from tests.terminal import asnkarier

ROSTER = ("NIP", "Nama", "Gol. Ruang", "TMT Golongan", "Jabatan", "TMT Jabatan", "Unit Kerja", "Perangkat Daerah")
TRAININGS = ("NIP", "Nama Diklat", "Tanggal Mulai", "Tanggal Selesai", "JP")
SANCTIONS = ("NIP", "Tingkat Hukuman", "Jenis Hukuman", "Tanggal SK")
NIPS = [f"19800101200501290{number}" for number in range(1, 8)]
DAYS = st.sampled_from(["01-04-2018", "01-10-2020", "15-03-2022", "02-01-2024"])

PERSON = st.tuples(
    st.sampled_from(NIPS),
    st.sampled_from(["Siti Contoh", "Budi Contoh"]),
    st.sampled_from(["III/c", "III/d", ""]),
    DAYS,
    st.sampled_from(["Arsiparis Ahli Muda", "Analis Kebijakan Ahli Muda"]),
    DAYS,
    st.sampled_from(["Bidang Arsip", "Sekretariat"]),
    st.just("Dinas Arsip"),
)
TRAINING = st.tuples(
    st.sampled_from(NIPS),
    st.sampled_from(["Bimtek Arsip", "Diklat Contoh"]),
    st.just("01-02-2025"),
    st.sampled_from(["03-02-2025", "05-02-2025"]),
    st.sampled_from(["20", "30"]),
)
SANCTION = st.tuples(
    st.sampled_from(NIPS), st.sampled_from(["Ringan", "Sedang"]), st.just("Teguran tertulis"), DAYS
)  # fmt: skip
WRONG = st.sampled_from([(0, "1980010120050129"), (1, "31-02-2020"), (3, "31-02-2020"), (0, "")])
"""Cells that cannot stand, wherever they fall."""

Row = Sequence[str]


def unique(rows: st.SearchStrategy[Any], places: Sequence[int], least: int = 1) -> st.SearchStrategy[list[Any]]:
    return st.lists(rows, min_size=least, max_size=7, unique_by=lambda row: tuple(row[place] for place in places))


def write(path: Path, headers: Sequence[str], rows: Sequence[Row], day: str = "") -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        title = [[f"KEADAAN {day}"]] if day else []
        csv.writer(file, delimiter=";").writerows([*title, headers, *rows])
    return path


def answer_of(*arguments: object) -> dict[str, Any]:
    said = asnkarier(*arguments, "--format", "json")
    told: dict[str, Any] = json.loads(said.out)
    return told


def content(db: Database) -> dict[str, list[Any]]:
    """Return everything the file says, without the log of how it came to say it."""
    log = {"batch", "batch_sheet", "change", "coverage", "setting", "sqlite_sequence"}
    tables = [str(name) for (name,) in db.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {table: sorted(db.rows(f"SELECT * FROM {table}"), key=repr) for table in tables if table not in log}


def taken_in(db: Database, *files: Path) -> int | None:
    """Import files as the command does, but read them in this process."""
    intake = Intake(db, ACTOR, Options(today="2026-07-01"))
    for file in files:
        for frame in read_book(file, ReadOptions(today="2026-07-01")):
            if isinstance(frame, SheetFrame):
                intake.open(frame, "0" * 64)
            elif isinstance(frame, RowsFrame):
                intake.rows(frame.rows, frame.columns)
            elif isinstance(frame, EndFrame):
                intake.close(read=frame.read, rejected=frame.rejected, skipped=frame.skipped)
    return intake.finish()


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PERSON, min_size=2, max_size=12), st.lists(WRONG, max_size=3))
def test_rows_are_counted_once_and_alike_in_every_mode(people: list[Row], wrong: list[tuple[int, str]]) -> None:
    rows = [list(row) for row in people]
    for number, (place, cell) in enumerate(wrong):
        rows[number % len(rows)][place] = cell
    # A list without numbers, or with every other one blank, is refused whole: that has its own tests.
    assume(all(row[0].strip() for row in rows))
    with TemporaryDirectory() as name:
        folder = Path(name)
        db, before = folder / "kota.sqlite", folder / "dahulu.csv"
        asnkarier("init", "--db", db, "--name", "Kota Contoh")
        usual = [
            NIPS[0],
            "Siti Contoh",
            "III/c",
            "01-04-2018",
            "Arsiparis Ahli Muda",
            "",
            "Bidang Arsip",
            "Dinas Arsip",
        ]
        write(before, ROSTER, [usual], "1 JANUARI 2023")
        asnkarier("import", before, "--db", db)
        file = write(folder / "daftar.csv", ROSTER, rows, "1 JUNI 2026")
        rehearsed = answer_of("import", file, "--db", db, "--dry-run")
        plain = answer_of("import", file, "--db", db)
        counted = [rehearsed, plain]
        if plain["applied"]:
            assert not any(f["severity"] == "error" for f in plain["findings"])
        else:
            counted.append(answer_of("import", file, "--db", db, "--skip-bad"))
        for answer in counted:
            (sheet,) = answer["sheets"]
            ends = {name: number for name, number in sheet["rows"].items() if name != "read"}
            assert sheet["rows"]["read"] == sum(ends.values()) == len(rows)
        assert all(answer["sheets"][0]["rows"] == counted[-1]["sheets"][0]["rows"] for answer in counted)
        # Nobody whose rows contradict each other is among the changes of the rehearsal.
        disputed = {f["value"] for f in rehearsed["findings"] if f["code"] == "rows_disagree"}
        assert not [c for c in rehearsed["changes"] if any(nip in str(c["about"]) for nip in disputed)]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    unique(PERSON, [0]), unique(PERSON, [0]), unique(TRAINING, [0, 1, 3]), unique(SANCTION, [0, 2, 3]), st.booleans()
)
def test_a_second_import_changes_nothing_and_undo_restores_everything(
    first: list[Row], second: list[Row], trainings: list[Row], sanctions: list[Row], older: bool
) -> None:
    known = {row[0] for row in (*first, *second)}
    with TemporaryDirectory() as name:
        folder = Path(name)
        create(str(folder / "kota.sqlite"))
        files = [write(folder / "b.csv", ROSTER, second, "1 JUNI 2023" if older else "1 JUNI 2026")]
        for rows, headers in ((trainings, TRAININGS), (sanctions, SANCTIONS)):
            if about := [row for row in rows if row[0] in known]:
                files.append(write(folder / f"{len(files)}.csv", headers, about))
        with open_database(str(folder / "kota.sqlite"), Access.WRITE) as db:
            assert taken_in(db, write(folder / "a.csv", ROSTER, first, "1 JUNI 2024")) is not None
            before = content(db)
            batch = taken_in(db, *files)
            after = content(db)
            assert (taken_in(db, *files), content(db)) == (None, after)
            if batch is not None:
                # A list of a later day leaves its day behind where it changes nothing.
                changed = db.rows("SELECT 1 FROM change WHERE batch_id = ? LIMIT 1", (batch,)) != []
                assert (after != before) == changed
                undo(db, ACTOR, batch)
            assert content(db) == before
