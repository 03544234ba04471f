"""How far a register reaches after an import: who has no row has none only where the lists are known to be whole."""

import json
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from tests.commands.intake.books import BUDI, SITI, book, changed
from tests.commands.intake.test_import import run_import
from tests.terminal import asnkarier

TODAY = datetime.now(UTC).astimezone().date()
HEADERS = ("NIP", "Tingkat Hukuman", "Jenis Hukuman", "Tanggal SK")
FAR = changed(BUDI, nip="198305052008052905", nama="Dewi Contoh", unit="Bidang Data")
FAR[8] = "Dinas Data"
GOOD = (SITI[1], "ringan", "Teguran lisan", "05-01-2023")
BAD = (BUDI[1], "sedang", "Penundaan kenaikan gaji berkala selama 1 tahun", "31-02-2026")


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """Siti and Budi of Dinas Arsip, Dewi of Dinas Data."""
    path = tmp_path / "kota.sqlite"
    assert asnkarier("init", "--db", path, "--name", "Kota Contoh").code == 0
    code, _ = run_import(path, book(tmp_path / "daftar.xlsx", [SITI, BUDI, FAR]))
    assert code == 0
    return path


def register(folder: Path, rows: Sequence[Sequence[object]], title: str = "") -> Path:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in ([[title], []] if title else []) + [list(HEADERS), *map(list, rows)]:
        sheet.append(row)
    path = folder / "hukdis.xlsx"
    workbook.save(path)
    return path


def covered(db: Path) -> list[tuple[Any, ...]]:
    with sqlite3.connect(db) as connection:
        return connection.execute("SELECT kind, covers_until FROM coverage ORDER BY rowid").fetchall()


def spans(db: Path) -> list[tuple[Any, ...]]:
    with sqlite3.connect(db) as connection:
        return connection.execute("SELECT covers_from, covers_until FROM coverage ORDER BY rowid").fetchall()


def warned(answer: dict[str, Any]) -> list[str]:
    return [f["code"] for f in answer["findings"] if f["severity"] == "warning" and f["row"] is None]


def test_a_refused_row_leaves_everybody_without_a_row_unknown(db: Path, tmp_path: Path) -> None:
    path = register(tmp_path, [GOOD, BAD])
    code, answer = run_import(db, path, "--skip-bad")
    assert (code, answer["sheets"][0]["rows"]["inserted"], answer["sheets"][0]["covers_until"]) == (0, 1, None)
    assert covered(db) == []
    # The day typed says how far the list was kept, not that the refused row is nobody's.
    _, typed = run_import(db, path, "--skip-bad", "--covers-until", "2026-06-30")
    assert typed["sheets"][0]["covers_until"] is None
    said = asnkarier("import", path, "--skip-bad", "--db", db, lang="en")
    assert "1 row was refused, so the register is not complete" in said.err
    assert "complete up to" not in said.err
    # Mended and imported again it reaches to today.
    mended = (*BAD[:3], "03-02-2026")
    run_import(db, register(tmp_path, [GOOD, mended]))
    assert covered(db) == [("discipline", TODAY.isoformat())]


def test_a_refused_row_leaves_the_register_where_it_was(db: Path, tmp_path: Path) -> None:
    run_import(db, register(tmp_path, [GOOD]), "--covers-until", "2026-01-31")
    said = asnkarier("import", register(tmp_path, [GOOD, BAD]), "--skip-bad", "--db", db, lang="en")
    assert "stays complete only up to 31 January 2026" in said.err
    assert covered(db) == [("discipline", "2026-01-31")]


def test_what_was_not_imported_is_not_complete(db: Path, tmp_path: Path) -> None:
    for path, more in ((register(tmp_path, [GOOD, BAD]), ()), (register(tmp_path, [BAD]), ("--skip-bad",))):
        said = asnkarier("import", path, "--db", db, *more, lang="en")
        assert said.code == 1
        assert "complete" not in said.err
        _, answer = run_import(db, path, *more)
        assert answer["sheets"][0]["covers_until"] is None
    said = asnkarier("import", register(tmp_path, [GOOD]), "--db", db, "--dry-run", lang="en")
    assert "would be complete up to" in said.err
    assert covered(db) == []


def test_a_register_is_not_complete_up_to_a_day_to_come(db: Path, tmp_path: Path) -> None:
    path = register(tmp_path, [GOOD])
    later = asnkarier("import", path, "--db", db, "--covers-until", (TODAY + timedelta(days=1)).isoformat(), lang="en")
    assert later.code == 2
    assert "that day is yet to come" in later.err
    assert covered(db) == []
    assert asnkarier("import", path, "--db", db, "--covers-until", TODAY.isoformat()).code == 0
    assert covered(db) == [("discipline", TODAY.isoformat())]


@pytest.mark.parametrize(
    ("title", "since", "until"),
    [
        ("DAFTAR HUKUMAN DISIPLIN TAHUN 2023", "2023-01-01", "2023-12-31"),
        ("DAFTAR HUKUMAN DISIPLIN TAHUN 2021, 2022 DAN 2023", "2021-01-01", "2023-12-31"),
        ("DAFTAR HUKUMAN DISIPLIN TAHUN 2020 S.D. 2024", "2020-01-01", "2024-12-31"),
        # 2023 is not named: 2024 and 2025 alone are known without a gap.
        ("DAFTAR HUKUMAN DISIPLIN TAHUN 2022, 2024 DAN 2025", "2024-01-01", "2025-12-31"),
        ("DAFTAR HUKUMAN DISIPLIN S.D. TAHUN 2024", None, "2024-12-31"),
        ("DAFTAR HUKUMAN DISIPLIN SAMPAI DENGAN AKHIR TAHUN 2024", None, "2024-12-31"),
        ("DAFTAR HUKUMAN DISIPLIN KEADAAN 31 Desember 2024", None, "2024-12-31"),
        ("DAFTAR HUKUMAN DISIPLIN TAHUN 2024 KEADAAN 31 Desember 2024", "2024-01-01", "2024-12-31"),
        ("DAFTAR HUKUMAN DISIPLIN SEMESTER I TAHUN 2025", "2025-01-01", "2025-06-30"),
        ("DAFTAR HUKUMAN DISIPLIN TRIWULAN III TAHUN 2025", "2025-07-01", "2025-09-30"),
        ("DAFTAR HUKUMAN DISIPLIN PERIODE 15 JANUARI S.D. 15 MARET 2025", "2025-01-15", "2025-03-15"),
        ("DAFTAR HUKUMAN DISIPLIN SAMPAI 30 JUNI 2025", None, "2025-06-30"),
        ("REKAP HUKUMAN DISIPLIN JANUARI - JUNI 2025", "2025-01-01", "2025-06-30"),
        ("Posisi data: 30-06-2025", None, "2025-06-30"),
        # The first quarter of 2026 is no part of the list of 2025, whenever it was looked at.
        ("DAFTAR HUKUMAN DISIPLIN TAHUN 2025 (KEADAAN 31 MARET 2026)", "2025-01-01", "2025-12-31"),
        ("DAFTAR HUKUMAN DISIPLIN SEJAK TAHUN 2020", "2020-01-01", TODAY.isoformat()),
        ("DAFTAR HUKUMAN DISIPLIN", None, TODAY.isoformat()),
        # The year of a regulation is none of the list's; a year that still runs has not been seen to its end.
        ("DAFTAR HUKUMAN DISIPLIN (PP 94 TAHUN 2021)", None, TODAY.isoformat()),
        (f"DAFTAR HUKUMAN DISIPLIN TAHUN {TODAY.year}", f"{TODAY.year}-01-01", TODAY.isoformat()),
        (f"DAFTAR HUKUMAN DISIPLIN TAHUN {TODAY.year + 1}", None, TODAY.isoformat()),
    ],
)
def test_the_title_says_how_far_a_list_reaches(
    db: Path, tmp_path: Path, title: str, since: str | None, until: str
) -> None:
    code, answer = run_import(db, register(tmp_path, [GOOD], title))
    assert (code, answer["sheets"][0]["covers_from"], answer["sheets"][0]["covers_until"]) == (0, since, until)
    assert spans(db) == [(since or "", until)]


def test_sheets_of_years_and_months_reach_as_far_as_these(db: Path, tmp_path: Path) -> None:
    """One title over sheets `2024` and `2025`; then a sheet `Juni` below a title of the year."""
    workbook = Workbook()
    for year in (2024, 2025):
        sheet = workbook.create_sheet(str(year))
        for row in (["DAFTAR HUKUMAN DISIPLIN"], [], HEADERS, (SITI[1], "ringan", "Teguran lisan", f"05-01-{year}")):
            sheet.append(list(row))
    del workbook["Sheet"]
    workbook.save(path := tmp_path / "tahun.xlsx")
    assert run_import(db, path, "--sheet", "2024")[0] == 0
    assert spans(db) == [("2024-01-01", "2024-12-31")]
    month = register(tmp_path, [(SITI[1], "ringan", "Teguran lisan", "05-06-2025")], "HUKUMAN DISIPLIN TAHUN 2025")
    renamed = load_workbook(month)
    renamed["Sheet"].title = "Juni"
    renamed.save(month)
    assert run_import(db, month)[0] == 0
    assert spans(db)[1:] == [("2025-06-01", "2025-06-30")]


def test_what_is_typed_goes_before_the_title(db: Path, tmp_path: Path) -> None:
    """A last day alone says what it always did: complete from the first on."""
    path = register(tmp_path, [GOOD], "DAFTAR HUKUMAN DISIPLIN TAHUN 2023")
    run_import(db, path, "--covers-from", "2022-07-01")
    assert spans(db) == [("2022-07-01", "2023-12-31")]
    run_import(db, path, "--covers-from", "2022-01-01", "--covers-until", "2024-12-31")
    assert spans(db)[1:] == [("2022-01-01", "2024-12-31")]
    run_import(db, path, "--covers-until", "2025-12-31")
    assert spans(db)[2:] == [("", "2025-12-31")]


def test_a_beginning_after_the_end_is_refused(db: Path, tmp_path: Path) -> None:
    path = register(tmp_path, [GOOD])
    said = asnkarier(
        "import", path, "--db", db, "--covers-from", "2025-07-01", "--covers-until", "2025-06-30", lang="en"
    )
    assert (said.code, covered(db)) == (2, [])
    assert "cannot be complete from 1 July 2025 on" in said.err


def known(db: Path, kind: str = "discipline") -> tuple[Any, ...]:
    registers = json.loads(asnkarier("status", "--db", db, "--format", "json").out)["registers"]
    [found] = [one for one in registers if one["kind"] == kind]
    return found["known_from"], found["known_until"], [(one["from"], one["until"]) for one in found["known"]]


def test_lists_of_years_that_follow_one_another_are_one_time(db: Path, tmp_path: Path) -> None:
    """2023, then 2025, then 2024 between them; undo of 2024 leaves the gap again."""
    lists = {}
    for year in (2023, 2025, 2024):
        row = (SITI[1], "ringan", "Teguran lisan", f"05-01-{year}")
        path = register(tmp_path, [row], f"DAFTAR HUKUMAN DISIPLIN TAHUN {year}")
        said = asnkarier("import", path, "--db", db, "--format", "json", lang="en")
        lists[year] = json.loads(said.out)
        if year == 2025:
            gap = [("2023-01-01", "2023-12-31"), ("2025-01-01", "2025-12-31")]
            assert known(db) == ("2025-01-01", "2025-12-31", gap)
            table = asnkarier("status", "--db", db, "--lang", "en", width=120).out
            assert "1 January 2023 – 31 December 2023" in table
    assert known(db) == ("2023-01-01", "2025-12-31", [("2023-01-01", "2025-12-31")])
    assert lists[2024]["sheets"][0]["covers_from"] == "2023-01-01"
    assert asnkarier("imports", "undo", lists[2024]["batch"], "--yes", "--db", db).code == 0
    assert known(db)[2] == gap
    # The same list again says nothing new.
    path = register(
        tmp_path, [(SITI[1], "ringan", "Teguran lisan", "05-01-2025")], "DAFTAR HUKUMAN DISIPLIN TAHUN 2025"
    )
    assert run_import(db, path)[1]["batch"] is None


def test_several_years_of_one_import_are_noted_each(db: Path, tmp_path: Path) -> None:
    paths = []
    for year in (2022, 2024):
        (tmp_path / str(year)).mkdir()
        row = (SITI[1], "ringan", "Teguran lisan", f"05-01-{year}")
        paths.append(register(tmp_path / str(year), [row], f"DAFTAR HUKUMAN DISIPLIN TAHUN {year}"))
    run_import(db, *paths)
    assert spans(db) == [("2022-01-01", "2022-12-31"), ("2024-01-01", "2024-12-31")]


def test_an_import_says_that_nothing_is_known_of_the_time_before(db: Path, tmp_path: Path) -> None:
    path = register(tmp_path, [GOOD], "DAFTAR HUKUMAN DISIPLIN TAHUN 2023")
    said = asnkarier("import", path, "--db", db, lang="en")
    assert "complete from 1 January 2023 up to 31 December 2023" in " ".join(said.err.split())
    assert "Of the time right before nothing is known" in " ".join(said.err.split())


def test_the_year_of_a_list_of_whole_lives_is_no_beginning(db: Path, tmp_path: Path) -> None:
    """A history titled with a year holds the posts of all the years before."""
    headers = ("NIP", "Jabatan", "TMT Jabatan", "TMT Selesai")
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in (
        ["RIWAYAT JABATAN TAHUN 2025"],
        [],
        headers,
        (SITI[1], "Arsiparis Ahli Pertama", "2010-01-01", "2015-12-31"),
    ):
        sheet.append(list(row))
    path = tmp_path / "riwayat.xlsx"
    workbook.save(path)
    assert run_import(db, path, "--as", "history")[0] == 0
    assert spans(db) == [("", "2025-12-31")]


def test_a_time_that_cannot_be_told_is_asked_for(db: Path, tmp_path: Path) -> None:
    path = register(tmp_path, [GOOD], "DAFTAR HUKUMAN DISIPLIN 5 TAHUN TERAKHIR")
    _, answer = run_import(db, path)
    assert warned(answer) == ["register_until_unclear"]
    assert covered(db) == []
    # A day of which the title does not say what it is.
    day = register(tmp_path, [GOOD], "DAFTAR HUKUMAN DISIPLIN SESUAI SK TANGGAL 30 SEPTEMBER 2025")
    assert warned(run_import(db, day)[1]) == ["register_until_unclear"]
    assert covered(db) == []
    _, answer = run_import(db, path, "--covers-until", "2025-09-30")
    assert warned(answer) == []
    assert covered(db) == [("discipline", "2025-09-30")]


def test_a_list_of_one_agency_says_nothing_of_the_others(db: Path, tmp_path: Path) -> None:
    other = (BUDI[1], "ringan", "Teguran lisan", "05-01-2023")
    path = register(tmp_path, [GOOD, other], "DAFTAR HUKUMAN DISIPLIN DINAS ARSIP")
    _, answer = run_import(db, path)
    assert warned(answer) == ["register_of_agency"]
    assert covered(db) == []
    # The officer knows that it is all there is.
    _, answer = run_import(db, path, "--covers-until", "2026-06-30")
    assert (warned(answer), covered(db)) == ([], [("discipline", "2026-06-30")])


def test_people_of_one_agency_may_be_chance(db: Path, tmp_path: Path) -> None:
    other = (BUDI[1], "ringan", "Teguran lisan", "05-01-2023")
    path = register(tmp_path, [GOOD, other])
    _, answer = run_import(db, path)
    assert warned(answer) == ["register_people_of_agency"]
    assert covered(db) == [("discipline", TODAY.isoformat())]
    # Again it changes nothing, and asks nothing.
    before = db.read_bytes()
    _, answer = run_import(db, path)
    assert (answer["batch"], warned(answer), db.read_bytes() == before) == (None, [], True)


def test_people_of_two_agencies_are_of_all(db: Path, tmp_path: Path) -> None:
    far = (FAR[1], "ringan", "Teguran lisan", "05-01-2023")
    _, answer = run_import(db, register(tmp_path, [GOOD, far], "DAFTAR HUKUMAN DISIPLIN DINAS ARSIP"))
    assert (warned(answer), covered(db)) == ([], [("discipline", TODAY.isoformat())])


def test_undo_takes_the_reach_back(db: Path, tmp_path: Path) -> None:
    _, answer = run_import(db, register(tmp_path, [GOOD], "DAFTAR HUKUMAN DISIPLIN TAHUN 2023"))
    assert asnkarier("imports", "undo", answer["batch"], "--yes", "--db", db).code == 0
    said = asnkarier("status", "--db", db, "--format", "json")
    assert '"known_until": "2023-12-31"' not in said.out
