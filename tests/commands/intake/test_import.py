"""The import from the terminal to the file and back, on real workbooks in a real database."""

import json
import re
import sqlite3
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.commands.intake.books import BUDI, HEADERS, SITI, book, changed
from tests.terminal import Said, asnkarier

FIELDS = (
    "", "nip", "name", "golongan", "golongan_since",
    "position", "position_since", "unit", "agency", "employee_kind",
)  # fmt: skip
"""What stands under HEADERS."""


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "kota.sqlite"
    assert asnkarier("init", "--db", path, "--name", "Kota Contoh").code == 0
    return path


def told(said: Said) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(said.out)
    return answer


def run_import(db: Path, *arguments: object) -> tuple[int, dict[str, Any]]:
    said = asnkarier("import", *arguments, "--db", db, "--format", "json")
    return said.code, told(said)


def query(db: Path, sql: str) -> list[tuple[Any, ...]]:
    with sqlite3.connect(db) as connection:
        return connection.execute(sql).fetchall()


def found(answer: dict[str, Any]) -> list[tuple[str, str]]:
    return [(f["code"], f["cell"]) for f in answer["findings"] if f["severity"] == "error"]


def test_a_list_with_a_letterhead(db: Path, tmp_path: Path) -> None:
    code, answer = run_import(db, book(tmp_path / "daftar.xlsx", [SITI, BUDI]))
    assert code == 0
    assert answer["applied"]
    sheet = answer["sheets"][0]
    assert (sheet["kind"], sheet["header_row"], sheet["dated"]) == ("roster", 4, "2026-06-30")
    assert sheet["rows"] == {"read": 2, "inserted": 2, "updated": 0, "unchanged": 0, "rejected": 0, "skipped": 0}
    assert {c["field"]: c["column"] for c in sheet["columns"]}["position_since"] == "G"
    assert [i["header"] for i in sheet["ignored"]] == ["No"]


def test_the_same_file_again_changes_nothing(db: Path, tmp_path: Path) -> None:
    path = book(tmp_path / "daftar.xlsx", [SITI, BUDI])
    run_import(db, path)
    before = db.read_bytes()
    code, answer = run_import(db, path)
    assert code == 0
    assert answer["batch"] is None
    assert answer["sheets"][0]["rows"]["unchanged"] == 2
    assert db.read_bytes() == before


def test_all_or_nothing(db: Path, tmp_path: Path) -> None:
    before = db.read_bytes()
    bad = [SITI, changed(BUDI, tmt_gol="31-02-2020")]
    code, answer = run_import(db, book(tmp_path / "daftar.xlsx", bad))
    assert code == 1
    assert not answer["applied"]
    assert answer["batch"] is None
    assert found(answer) == [("date_impossible", "E6")]
    assert db.read_bytes() == before


def test_each_bad_cell_is_named(db: Path, tmp_path: Path) -> None:
    rows = [
        changed(SITI, nip=198001012005012901),
        changed(SITI, nip="19800101200501290"),
        changed(SITI, nip="198003032005032903", gol="V/x"),
        changed(BUDI, tmt_gol="31-02-2020"),
    ]
    code, answer = run_import(db, book(tmp_path / "daftar.xlsx", rows))
    assert code == 1
    assert found(answer) == [
        ("nip_numeric", "B5"),
        ("nip_length", "B6"),
        ("golongan_unknown", "D7"),
        ("date_impossible", "E8"),
    ]
    assert all(f["message"] and f["remedy"] for f in answer["findings"] if f["severity"] == "error")


def test_skip_bad_keeps_the_good_rows(db: Path, tmp_path: Path) -> None:
    rows = [SITI, changed(BUDI, tmt_gol="31-02-2020"), changed(BUDI, nip="198305052008052905", gol="III/b"),
            changed(BUDI, nip="198305052008052905", gol="III/a")]  # fmt: skip
    code, answer = run_import(db, book(tmp_path / "daftar.xlsx", rows), "--skip-bad")
    assert code == 0
    assert answer["sheets"][0]["rows"] == {
        "read": 4, "inserted": 1, "updated": 0, "unchanged": 0, "rejected": 3, "skipped": 0,
    }  # fmt: skip
    assert query(db, "SELECT name FROM person") == [("Siti Contoh",)]
    assert sorted(found(answer)) == [("date_impossible", "E6"), ("rows_disagree", "B7"), ("rows_disagree", "B8")]


def test_a_column_that_excel_changed_over_is_stored_in_no_part(db: Path, tmp_path: Path) -> None:
    """A true date, 6 April of an English Excel, beside texts of late days: the whole column is asked about, with --skip-bad too."""
    days = ["04-06-2019", "25/04/2020", "17/08/2021", "31/12/2020"]
    rows = [changed(BUDI, nip=f"19{81 + i}02022006021001", tmt_gol=day) for i, day in enumerate(days)]
    rows[0][HEADERS.index("TMT Golongan")] = date(2019, 4, 6)
    path = book(tmp_path / "daftar.xlsx", rows)
    code, answer = run_import(db, path, "--skip-bad")
    assert (code, found(answer)) == (1, [("dates_swapped_beside_texts", "E4")])
    assert query(db, "SELECT count(*) FROM person") == [(0,)]
    assert run_import(db, path, "--map", "TMT Golongan=golongan_since")[0] == 0
    assert query(db, "SELECT count(*) FROM person") == [(4,)]


def test_contradicting_rows_count_as_rejected_in_every_mode(db: Path, tmp_path: Path) -> None:
    run_import(db, book(tmp_path / "mei.xlsx", [SITI, BUDI], day="31 MEI 2026"))
    file = book(
        tmp_path / "juni.xlsx",
        [changed(SITI, gol="IV/a", tmt_gol="01-06-2026"), changed(BUDI, gol="III/d"), changed(BUDI, gol="IV/a")],
    )
    answers = [run_import(db, file, *mode)[1] for mode in (["--dry-run"], [], ["--skip-bad", "--dry-run"])]
    assert [answer["sheets"][0]["rows"] for answer in answers] == 3 * [
        {"read": 3, "inserted": 0, "updated": 1, "unchanged": 0, "rejected": 2, "skipped": 0}
    ]
    assert [sorted(found(answer)) for answer in answers] == 3 * [[("rows_disagree", "B6"), ("rows_disagree", "B7")]]
    assert {change["about"][:18] for change in answers[0]["changes"]} == {SITI[1]}


def test_skipping_every_row_is_no_success(db: Path, tmp_path: Path) -> None:
    bad = [changed(SITI, nip="19800101200501290"), changed(BUDI, nip="19810202200602190")]
    path = book(tmp_path / "daftar.xlsx", bad)
    code, answer = run_import(db, path, "--skip-bad")
    assert code == 1
    assert answer["batch"] is None
    assert answer["sheets"][0]["rows"]["rejected"] == 2
    said = asnkarier("import", path, "--db", db, "--skip-bad", "--lang", "en")
    assert "every row was rejected" in said.out
    assert "Unchanged:" not in said.out


def test_rejected_rows_beside_known_ones_are_not_called_unchanged(db: Path, tmp_path: Path) -> None:
    run_import(db, book(tmp_path / "juni.xlsx", [SITI]))
    path = book(tmp_path / "juli.xlsx", [SITI, changed(BUDI, nip="19810202200602190")])
    said = asnkarier("import", path, "--db", db, "--skip-bad", "--lang", "en")
    assert said.code == 0
    assert "nothing new beside the 1 rejected" in said.out.replace("\n", " ")


def test_a_missing_required_column_is_one_finding(db: Path, tmp_path: Path) -> None:
    headers = [h for h in HEADERS if h != "Jabatan"]
    rows = [[c for h, c in zip(HEADERS, SITI, strict=True) if h != "Jabatan"]]
    code, answer = run_import(db, book(tmp_path / "daftar.xlsx", rows, headers), "--skip-bad", "--as", "roster")
    assert code == 1
    assert [f["code"] for f in answer["findings"] if f["severity"] == "error"] == ["column_required"]


def test_a_dry_run_tells_old_and_new_and_writes_nothing(db: Path, tmp_path: Path) -> None:
    run_import(db, book(tmp_path / "juni.xlsx", [SITI, BUDI]))
    before = db.read_bytes()
    renamed = changed(BUDI, nama="Budi Contoh Santoso")
    code, answer = run_import(db, book(tmp_path / "juli.xlsx", [SITI, renamed], day="31 JULI 2026"), "--dry-run")
    assert code == 0
    assert not answer["applied"]
    assert answer["changes"] == [
        {
            "op": "update",
            "table": "person",
            "about": "198102022006021902",
            "row": 6,
            "fields": {"name": {"old": "Budi Contoh", "new": "Budi Contoh Santoso"}},
        }
    ]
    assert db.read_bytes() == before


def test_undo_and_show_speak_in_names_and_say_what_changed_a_row_since(db: Path, tmp_path: Path) -> None:
    run_import(db, book(tmp_path / "a.xlsx", [SITI, BUDI]))
    # Another post and unit in a list of the same day are a correction.
    moved = changed(SITI, jabatan="Kepala Bidang Layanan", unit="Bidang Layanan")
    run_import(db, book(tmp_path / "b.xlsx", [moved, BUDI]))
    shown = asnkarier("imports", "show", "3", "--db", db).out
    said = asnkarier("imports", "undo", "2", "--dry-run", "--db", db)
    assert "b.xlsx, daftar pegawai keadaan 30 Juni 2026, dibaca sesudahnya (impor ke-3)." in said.err
    assert "impor lagi daftar itu" in " ".join(said.err.split())
    undone = said.out
    for text in (shown, undone):
        assert not re.search(r"9999|person_|_id\b|\bid:|name_key", text), text
    flat = " ".join(shown.split())
    assert "Unit Kerja: Bidang Arsip → Bidang Layanan" in flat
    assert "Kepala Bidang Arsip → Kepala Bidang" in flat
    assert "sudah diubah oleh impor 3" in " ".join(undone.split())
    answer = told(asnkarier("imports", "undo", "2", "--dry-run", "--db", db, "--format", "json"))
    assert [(item["about"], item["changed_by"]) for item in answer["kept"]] == [("198001012005012901 Siti Contoh", 3)]
    changes = told(asnkarier("imports", "show", "3", "--db", db, "--format", "json"))["changes"]
    begun = query(db, "SELECT since FROM person_unit ORDER BY person_id")[0][0]
    assert [
        (c["since"], c["fields"]["unit"], [type(number) for number in c["fields"]["unit_id"]])
        for c in changes
        if c["table"] == "person_unit"
    ] == [(begun, ["Bidang Arsip", "Bidang Layanan"], [int, int])]


def test_of_many_lists_the_mapping_is_short_and_still_names_every_ignored_column(db: Path, tmp_path: Path) -> None:
    headers = [*HEADERS, "Alamat", "Kolom Aneh"]
    files = [
        book(tmp_path / f"{n}.xlsx", [[*changed(SITI, nip=f"1980010120050129{n:02}"), "Jalan", "x"]], headers)
        for n in range(11, 15)
    ]
    code, answer = run_import(db, *files, "--dry-run")
    assert (code, len(answer["sheets"])) == (0, 4)
    short = asnkarier("import", *files, "--dry-run", "--db", db).out
    whole = asnkarier("import", *files, "--dry-run", "--all", "--db", db).out
    assert short.startswith("Cara kolom dibaca")
    for ignored in ("Alamat", "Kolom Aneh", "No "):
        assert sum(line.startswith(ignored) and "4 lembar" in line for line in short.splitlines()) == 1
    assert "Gol. Ruang" not in short  # read by its header: shown with --all
    assert whole.count("Gol. Ruang") == whole.count("Kolom Aneh") == 4
    one = asnkarier("import", files[0], "--dry-run", "--db", db).out
    assert "Gol. Ruang" in one


def test_a_rehearsal_speaks_in_names_and_days(db: Path, tmp_path: Path) -> None:
    run_import(db, book(tmp_path / "a.xlsx", [SITI]))
    moved = changed(SITI, jabatan="Kepala Bidang Layanan", unit="Bidang Layanan", tmt_jab="01-07-2026")
    out = asnkarier("import", book(tmp_path / "b.xlsx", [moved], day="31 JULI 2026"), "--dry-run", "--db", db).out
    flat = " ".join(out.split())
    ends = [line.split() for line in out.splitlines() if "30 Juni 2026" in line]
    assert {("sampai" in words, "…" in words) for words in ends} == {(True, True)}
    assert not re.search(r"9999|person_|_id\b", flat)


def test_a_rehearsal_tells_the_new_post_unit_and_rank_and_who_is_new(db: Path, tmp_path: Path) -> None:
    run_import(db, book(tmp_path / "a.xlsx", [SITI]))
    promoted = changed(SITI, jabatan="Kepala Bidang Layanan", unit="Bidang Layanan", tmt_jab="01-07-2026", gol="IV/a",
                       tmt_gol="01-07-2026")  # fmt: skip
    file = book(tmp_path / "b.xlsx", [promoted, BUDI], day="31 JULI 2026")
    flat = " ".join(asnkarier("import", file, "--dry-run", "--db", db, "--lang", "en", width=200).out.split())
    for told_line in (
        f"{SITI[1]} position position Kepala Bidang Arsip Kepala Bidang Layanan 5",
        f"{SITI[1]} position since – 1 July 2026 5",
        f"{SITI[1]} unit unit Bidang Arsip Bidang Layanan 5",
        f"{SITI[1]} golongan golongan III/d IV/a 5",
        f"{BUDI[1]} person name: Budi Contoh; golongan: III/c; golongan_since: 1 October 2020; position: Arsiparis Ahli Muda",
    ):
        assert told_line in flat
    _, answer = run_import(db, file, "--dry-run")
    begun = [c["fields"] for c in answer["changes"] if c["op"] == "insert" and c["table"] == "person_post"]
    assert [(f["since"], f["position"]) for f in begun] == [("2026-07-01", "Kepala Bidang Layanan")]


def test_what_replace_takes_back_is_listed_and_counted(db: Path, tmp_path: Path) -> None:
    run_import(db, book(tmp_path / "a.xlsx", [SITI]))
    headers = ("NIP", "Tingkat Hukuman", "Jenis Hukuman", "TMT Hukuman", "Tanggal SK")
    mild = (SITI[1], "Ringan", "Teguran lisan", "01-02-2024", "25-01-2024")
    grave = (SITI[1], "Sedang", "Pemotongan tukin", "01-02-2023", "25-01-2023")
    run_import(db, book(tmp_path / "b.xlsx", [mild, grave], headers))
    file = book(tmp_path / "c.xlsx", [mild], headers)
    for mode, title in ((["--dry-run"], "Would be taken back"), ([], "Taken back")):
        said = asnkarier("import", file, "--replace", *mode, "--db", db, "--lang", "en", width=120)
        assert said.code == 0
        assert f"{title}: no longer in the files" in said.out
        assert "level: sedang; sanction: Pemotongan tukin" in said.out
        assert f"{title}, because the files no longer hold them: 1." in said.err
    run_import(db, book(tmp_path / "b.xlsx", [mild, grave], headers))
    for mode in (["--dry-run"], []):
        taken = run_import(db, file, "--replace", *mode)[1]["taken_back"]
        assert [(t["table"], t["nip"], t["fields"]["level"]) for t in taken] == [("discipline", SITI[1], "sedang")]
    assert query(db, "SELECT level FROM discipline") == [("ringan",)]


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (
            "en",
            ["Hidden sheet, read all the same: lain.xlsx · Lama", "Data: 1 hidden row and hidden columns E, F, read"],
        ),
        (
            "id",
            ["Lembar tersembunyi, tetap dibaca: lain.xlsx · Lama", "1 baris tersembunyi dan kolom tersembunyi E, F"],
        ),
    ],
)
def test_what_is_hidden_and_was_read_is_named_on_screen(
    db: Path, tmp_path: Path, lang: str, expected: list[str]
) -> None:
    rows, old = book(tmp_path / "daftar.xlsx", [SITI]), book(tmp_path / "lain.xlsx", [BUDI])
    workbook = load_workbook(rows)
    workbook.worksheets[0].row_dimensions[5].hidden = True
    for letter in "EF":
        workbook.worksheets[0].column_dimensions[letter].hidden = True
    workbook.save(rows)
    workbook = load_workbook(old)
    workbook.worksheets[0].title = "Lama"
    workbook.worksheets[0].sheet_state = "hidden"
    workbook.create_sheet("Kosong")
    workbook.active = 1
    workbook.save(old)
    said = asnkarier("import", rows, old, "--db", db, "--lang", lang)
    screen = " ".join((said.out + said.err).split())
    assert [part for part in expected if part not in screen] == [], screen


def test_a_rehearsal_shows_a_golongan_that_a_blank_takes_out(db: Path, tmp_path: Path) -> None:
    run_import(db, book(tmp_path / "daftar.xlsx", [changed(SITI, tmt_gol=None)]))
    path = book(tmp_path / "daftar.xlsx", [changed(SITI, gol=None, tmt_gol=None)])
    said = asnkarier("import", path, "--clear-blanks", "--dry-run", "--db", db, "--lang", "en")
    assert re.search(r"\d{18}\s+golongan\s+golongan\s+III/\w\s+–", said.out), said.out


def test_undo_takes_an_import_back(db: Path, tmp_path: Path) -> None:
    _, answer = run_import(db, book(tmp_path / "daftar.xlsx", [SITI, BUDI]))
    undone = told(asnkarier("imports", "undo", answer["batch"], "--yes", "--db", db, "--format", "json"))
    assert not undone["kept"]
    assert not undone["irreversible"]
    assert query(db, "SELECT COUNT(*) FROM person") == [(0,)]
    assert asnkarier("riwayat-impor", "batalkan", answer["batch"], "--db", db).code == 2


def test_the_marked_copy_colours_and_comments_the_cell(db: Path, tmp_path: Path) -> None:
    path = book(tmp_path / "daftar.xlsx", [SITI, changed(BUDI, tmt_gol="31-02-2020")])
    code, _ = run_import(db, path, "--marked", tmp_path / "tanda.xlsx")
    assert code == 1
    marked = load_workbook(tmp_path / "tanda.xlsx")
    cell = marked["Data"]["E6"]
    assert cell.comment is not None
    assert "31-02-2020" in cell.comment.text
    assert cell.fill.fgColor.rgb == "FFF8B4B4"
    assert marked["Data"]["E5"].comment is None
    listing = marked["Catatan asnkarier"]
    assert [c.value for c in listing[2]][1:4] == ["Data", "E6", "31-02-2020"]


def test_full_names_the_vanished_and_writes_the_movements_to_fill_in(db: Path, tmp_path: Path) -> None:
    run_import(db, book(tmp_path / "juni.xlsx", [SITI, BUDI]))
    code, answer = run_import(db, book(tmp_path / "juli.xlsx", [SITI], day="31 JULI 2026"), "--full")
    assert code == 0
    assert [v["nip"] for v in answer["vanished"]] == [BUDI[1]]
    sheet = load_workbook(tmp_path / "juli-mutasi.xlsx").worksheets[0]
    assert BUDI[1] in [c.value for row in sheet.iter_rows() for c in row]


def test_several_files_are_taken_in_the_order_of_their_references(db: Path, tmp_path: Path) -> None:
    awards = book(tmp_path / "a-penghargaan.xlsx", [(1, SITI[1], "Satyalancana Karya Satya X", "17-08-2024")],
                  ("No", "NIP", "Nama Penghargaan", "Tanggal Penghargaan"))  # fmt: skip
    code, answer = run_import(db, awards, book(tmp_path / "b-daftar.xlsx", [SITI]), "--as", "")
    assert code == 0, answer["findings"]
    assert [s["kind"] for s in answer["sheets"]] == ["roster", "awards"]


def test_reconcile_tells_both_cells_and_changes_nothing(db: Path, tmp_path: Path) -> None:
    run_import(db, book(tmp_path / "juni.xlsx", [SITI, BUDI]))
    before = db.read_bytes()
    risen = changed(SITI, gol="IV/a", tmt_gol="01-04-2026")
    theirs = book(tmp_path / "siasn.xlsx", [risen], day="31 JULI 2026")
    said = asnkarier("reconcile", theirs, "--db", db, "--format", "json")
    answer = told(said)
    assert [
        (d["nip"], d["field"], d["ours"], d["theirs"], d["our_source"], d["their_cell"]) for d in answer["differences"]
    ] == [(SITI[1], "golongan", "III/d", "IV/a", "juni.xlsx · Data!D5", "D5")]
    assert [m["nip"] for m in answer["missing_there"]] == [BUDI[1]]
    assert db.read_bytes() == before


def test_reconcile_seeks_who_is_gone_in_the_agencies_that_the_file_names(db: Path, tmp_path: Path) -> None:
    elsewhere = (3, "198203032008032903", "Dewi Contoh", *BUDI[3:7], "Bidang Pasar", "Dinas Pasar", "PNS")
    run_import(db, book(tmp_path / "juni.xlsx", [SITI, BUDI, elsewhere]))
    theirs = book(tmp_path / "siasn.xlsx", [SITI], day="31 JULI 2026")
    answer = told(asnkarier("reconcile", theirs, "--db", db, "--format", "json"))
    assert ([m["nip"] for m in answer["missing_there"]], answer["bounded_to"]) == ([BUDI[1]], ["Dinas Arsip"])
    assert "Dinas Arsip." in asnkarier("reconcile", theirs, "--db", db).out


def test_reconcile_finds_no_difference_in_the_case_and_spacing_of_a_name(db: Path, tmp_path: Path) -> None:
    """A name in capitals is the same name; one letter more is another."""
    run_import(db, book(tmp_path / "juni.xlsx", [SITI, BUDI]))
    shouted, other = changed(SITI, nama="SITI  CONTOH"), changed(BUDI, nama="BUDHI CONTOH")
    theirs = book(tmp_path / "siasn.xlsx", [shouted, other], day="31 JULI 2026")
    answer = told(asnkarier("reconcile", theirs, "--db", db, "--format", "json"))
    assert [(d["nip"], d["field"], d["ours"], d["theirs"]) for d in answer["differences"]] == [
        (BUDI[1], "name", "Budi Contoh", "BUDHI CONTOH")
    ]


def test_a_competency_is_known_by_the_words_that_headers_carry(db: Path, tmp_path: Path) -> None:
    """A row a competency: `Kerjasama` is Kerja Sama, as it is as a column; a word that nobody uses is suggested, not joined."""
    run_import(db, book(tmp_path / "juni.xlsx", [SITI, BUDI]))
    called = ["Kerjasama", "Orientasi Hasil", "Pengembangan Diri"]
    posts = [(SITI[5], SITI[7], name, 3) for name in called]
    headers = ("Jabatan", "Unit Kerja", "Kompetensi", "Level Standar")
    code, answer = run_import(db, book(tmp_path / "skj.xlsx", posts, headers), "--as", "standards")
    assert (code, answer["findings"]) == (0, [])
    levels = [(SITI[1], "2025-03-01", name, 3) for name in called]
    headers = ("NIP", "Tanggal Asesmen", "Kompetensi", "Level")
    code, answer = run_import(db, book(tmp_path / "asesmen.xlsx", levels, headers), "--as", "assessments")
    assert (code, answer["findings"]) == (0, [])
    names = ["Kerja Sama", "Orientasi pada Hasil", "Pengembangan Diri dan Orang Lain"]
    for table in ("standard", "assessment_level"):
        found = query(db, f"SELECT c.name FROM {table} JOIN competency c ON c.id = competency_id ORDER BY 1")
        assert found == [(name,) for name in names]
    unknown = [(SITI[1], "2025-04-01", "Kerjasana", 3)]
    code, answer = run_import(db, book(tmp_path / "lain.xlsx", unknown, headers), "--as", "assessments")
    assert [(f["code"], f["cell"]) for f in answer["findings"]] == [("competency_unknown", "C5")]
    assert "Kerja Sama" in json.dumps(answer["findings"][0])


def test_reconcile_names_the_cell_of_the_nip_of_whom_nobody_knows_here(db: Path, tmp_path: Path) -> None:
    """The headers stand in row 4 and the NIPs in column B."""
    theirs = book(tmp_path / "siasn.xlsx", [SITI, BUDI])
    said = asnkarier("reconcile", theirs, "--db", db, "--format", "json")
    people = [(m["nip"], m["cell"]) for m in told(said)["missing_here"] if m["table"] == "person"]
    assert people == [(SITI[1], "B5"), (BUDI[1], "B6")]


def test_a_saved_mapping_reads_next_months_file(db: Path, tmp_path: Path) -> None:
    headers = ["Kedudukan X" if header == "Jabatan" else header for header in HEADERS]
    first = book(tmp_path / "juni.xlsx", [SITI], headers)
    code, _ = run_import(db, first, "--map", "Kedudukan X=position", "--save-map", "simpeg")
    assert code == 0
    code, answer = run_import(db, book(tmp_path / "juli.xlsx", [SITI, BUDI], headers, "31 JULI 2026"))
    assert code == 0, answer["findings"]
    assert answer["sheets"][0]["layout"] == "simpeg"
    assert answer["sheets"][0]["rows"]["inserted"] == 1


def test_a_saved_mapping_reads_a_list_with_columns_moved_added_and_numbered(db: Path, tmp_path: Path) -> None:
    """Whoever makes the list every month moves a column or adds one; the mapping is of what it names."""
    headers = ["Kedudukan X" if header == "Jabatan" else header for header in HEADERS]
    first = book(tmp_path / "juni.xlsx", [SITI[1:]], headers[1:])
    assert run_import(db, first, "--map", "Kedudukan X=position", "--save-map", "simpeg")[0] == 0
    moved = book(tmp_path / "juli.xlsx", [["x", *BUDI[::-1]]], ["Warna Map", *headers[::-1]], "31 JULI 2026")
    code, answer = run_import(db, moved)
    assert code == 0, answer["findings"]
    ignored = [column["header"] for column in answer["sheets"][0]["ignored"]]
    assert (answer["sheets"][0]["layout"], ignored) == ("simpeg", ["Warna Map", "No"])
    assert query(db, "SELECT name FROM position ORDER BY 1") == [("Arsiparis Ahli Muda",), ("Kepala Bidang Arsip",)]


def test_a_list_that_lacks_a_column_of_a_saved_mapping_is_told_so(db: Path, tmp_path: Path) -> None:
    headers = ["Kedudukan X" if header == "Jabatan" else header for header in HEADERS]
    first = book(tmp_path / "juni.xlsx", [SITI], headers)
    assert run_import(db, first, "--map", "Kedudukan X=position", "--save-map", "simpeg")[0] == 0
    _, answer = run_import(db, book(tmp_path / "juli.xlsx", [BUDI[:-1]], headers[:-1], "31 JULI 2026"))
    told = [f for f in answer["findings"] if f["code"] == "layout_lacks_columns"]
    assert [(f["row"], "simpeg" in f["message"], "Jenis Pegawai" in f["message"]) for f in told] == [(4, True, True)]
    # Of several that were mapped most are enough.
    maps = ("--as", "trainings", "--map", "Acara=title", "--map", "Tgl X=ended_on", "--map", "Jml X=jp")
    few = ["NIP", "Acara", "Tgl X", "Jml X"]
    rows = [[SITI[HEADERS.index("NIP")], "Bimtek Contoh", "03-02-2025", 10]]
    assert run_import(db, book(tmp_path / "diklat.xlsx", rows, few), *maps, "--save-map", "diklat")[0] == 0
    _, answer = run_import(db, book(tmp_path / "diklat2.xlsx", [rows[0][:-1]], few[:-1]))
    told = [f["message"] for f in answer["findings"] if f["code"] == "layout_lacks_columns"]
    assert [("diklat" in message, "Jml X" in message) for message in told] == [(True, True)]
    # Half of the columns and none of those that were mapped: another list, of which nothing is said.
    _, answer = run_import(db, book(tmp_path / "lain.xlsx", [BUDI[:5]], HEADERS[:5], "31 JULI 2026"))
    assert [f for f in answer["findings"] if f["code"] == "layout_lacks_columns"] == []


def test_a_mapping_for_a_header_that_no_list_has_is_refused(db: Path, tmp_path: Path) -> None:
    """A slip in a command of cron would leave the column out month after month."""
    headers = ["Kedudukan X" if header == "Jabatan" else header for header in HEADERS]
    file = book(tmp_path / "juni.xlsx", [SITI], headers)
    said = asnkarier("import", file, "--map", "Kedudukan X=position", "--map", "Eseln=echelon", "--db", db)
    assert said.code == 2
    assert "Eseln" in said.err
    assert query(db, "SELECT count(*) FROM person") == [(0,)]
    # Of several files one that has the header is enough; a letter names a column too.
    other = book(tmp_path / "biasa.xlsx", [BUDI])
    assert run_import(db, file, other, "--map", "kedudukan x=position", "--map", "a=")[0] == 0


@pytest.mark.parametrize(
    ("typed", "nearest"), [("JEN", "Jenis Pegawai"), ("TMT", "TMT"), ("ZZ", ""), ("GOL", "Gol. Ruang")]
)
def test_a_short_word_is_no_letter_of_a_column_that_the_list_lacks(
    db: Path, tmp_path: Path, typed: str, nearest: str
) -> None:
    """The ten columns are A to J; JEN would be column 7060, TMT 14216, ZZ 702. The headers come with the nearest first."""
    headers = ["Kedudukan X" if header == "Jabatan" else header for header in HEADERS]
    file = book(tmp_path / "juni.xlsx", [SITI], headers)
    said = asnkarier(
        "import", file, "--map", "Kedudukan X=position", "--map", f"{typed}=note", "--db", db, "--lang", "en"
    )
    assert said.code == 2
    assert f"no list has: {typed}. Nothing was changed." in said.err
    assert f"nearest first: {nearest}" in " ".join(said.err.split())
    assert "A to J." in said.err
    assert query(db, "SELECT count(*) FROM person") == [(0,)]


def test_a_saved_mapping_finds_a_list_whose_headers_say_nothing(db: Path, tmp_path: Path) -> None:
    odd = [f"Isian {header}X" for header in HEADERS]
    told = [f"{mine}={field}" for mine, field in zip(odd, FIELDS, strict=True) if field]
    options = [word for pair in told for word in ("--map", pair)]
    code, answer = run_import(
        db, book(tmp_path / "juni.xlsx", [SITI], odd), "--as", "roster", *options, "--save-map", "aneh"
    )
    assert code == 0, answer["findings"]
    code, answer = run_import(db, book(tmp_path / "juli.xlsx", [SITI, BUDI], odd, "31 JULI 2026"))
    assert code == 0, answer["findings"]
    assert (answer["sheets"][0]["layout"], answer["sheets"][0]["rows"]["inserted"]) == ("aneh", 1)


def test_a_competency_of_one_workbook_heads_a_column_of_another(db: Path, tmp_path: Path) -> None:
    run_import(db, book(tmp_path / "daftar.xlsx", [SITI]))
    headers = ["NIP", "Tanggal Asesmen", "Integritas", "Audit Berbasis Risiko"]
    wide = book(tmp_path / "a-asesmen.xlsx", [[SITI[1], "20-05-2025", 3, 2.5]], headers)
    own = book(tmp_path / "b-kamus.xlsx", [["Audit Berbasis Risiko", "teknis"]], ["Kompetensi", "Kelompok"])
    # The assessment comes first in the command, and its column is read all the same.
    code, answer = run_import(db, wide, own)
    assert (code, answer["findings"]) == (0, [])
    assert query(db, "SELECT name, level FROM assessment_level JOIN competency ON id = competency_id ORDER BY 1") == [
        ("Audit Berbasis Risiko", 25_000),
        ("Integritas", 30_000),
    ]
    assert [s["ignored"] for s in answer["sheets"] if s["kind"] == "assessments"] == [[]]


def test_a_duty_beside_the_post_is_kept_and_is_not_the_post(db: Path, tmp_path: Path) -> None:
    people = [
        changed(SITI, jabatan="Kepala Bidang Arsip / Plh. Kepala Dinas Arsip"),
        changed(BUDI, jabatan="Arsiparis Ahli Muda (Koordinator Depo)"),
        changed(BUDI, nip="198102022006021903", nama="Tono Contoh", jabatan="Pj. Kepala Bidang Arsip"),
    ]
    code, answer = run_import(db, book(tmp_path / "daftar.xlsx", people))
    assert code == 0
    assert [f["code"] for f in answer["findings"]] == ["duty_beside_position"] * 2 + ["duty_instead_of_position"]
    person = "JOIN person p ON p.id = person_id"
    assert query(db, f"SELECT p.name, acting, duty FROM person_duty {person} ORDER BY person_id") == [
        ("Siti Contoh", "plh", "Kepala Dinas Arsip"),
        ("Budi Contoh", "tambahan", "Koordinator Depo"),
        ("Tono Contoh", "pj", "Kepala Bidang Arsip"),
    ]
    posts = f"SELECT p.name, o.name FROM person_post {person} JOIN position o ON o.id = position_id ORDER BY person_id"
    assert query(db, posts) == [("Siti Contoh", "Kepala Bidang Arsip"), ("Budi Contoh", "Arsiparis Ahli Muda")]


def test_a_predicate_that_the_ratings_do_not_give_is_a_warning(db: Path, tmp_path: Path) -> None:
    run_import(db, book(tmp_path / "juni.xlsx", [SITI, BUDI]))
    headers = ("NIP", "Tahun", "Hasil Kerja", "Perilaku Kerja", "Predikat")
    rows = [
        (SITI[1], 2025, "Sesuai Ekspektasi", "Sesuai Ekspektasi", "Sangat Baik"),  # the matrix gives Baik
        (BUDI[1], 2025, "Di Atas Ekspektasi", "Di Atas Ekspektasi", "Sangat Baik"),
    ]
    code, answer = run_import(db, book(tmp_path / "skp.xlsx", rows, headers))
    assert code == 0
    assert [(f["code"], f["severity"], f["cell"]) for f in answer["findings"]] == [
        ("predicate_differs", "warning", "E5")
    ]


@pytest.mark.parametrize(
    ("result", "behaviour", "predicate", "code"),
    [
        # Below: Butuh Perbaikan, Butuh Perbaikan, Sangat Kurang; above: Sangat Baik, Baik, Kurang.
        ("Di Bawah Ekspektasi", None, "Baik", "predicate_beyond_result"),
        ("Di Bawah Ekspektasi", None, "Kurang", "predicate_beyond_result"),
        ("Di Bawah Ekspektasi", None, "Butuh Perbaikan", None),
        ("Di Bawah Ekspektasi", None, "Sangat Kurang", None),
        ("Di Atas Ekspektasi", None, "Sangat Baik", None),
        ("Di Atas Ekspektasi", None, "Kurang", None),
        ("Di Atas Ekspektasi", None, "Butuh Perbaikan", "predicate_beyond_result"),
        ("Sesuai Ekspektasi", None, "Sangat Baik", "predicate_beyond_result"),
        # Behaviour below: Kurang, Kurang, Sangat Kurang; meets: Baik, Baik, Butuh Perbaikan.
        (None, "Di Bawah Ekspektasi", "Baik", "predicate_beyond_behaviour"),
        (None, "Di Bawah Ekspektasi", "Kurang", None),
        (None, "Sesuai Ekspektasi", "Butuh Perbaikan", None),
        (None, "Sesuai Ekspektasi", "Sangat Baik", "predicate_beyond_behaviour"),
        (None, None, "Baik", None),
    ],
)
def test_a_predicate_that_one_rating_never_gives_is_a_warning(
    db: Path, tmp_path: Path, result: str | None, behaviour: str | None, predicate: str, code: str | None
) -> None:
    run_import(db, book(tmp_path / "juni.xlsx", [SITI]))
    headers = ("NIP", "Tahun", "Hasil Kerja", "Perilaku Kerja", "Predikat")
    done, answer = run_import(db, book(tmp_path / "skp.xlsx", [(SITI[1], 2025, result, behaviour, predicate)], headers))
    assert done == 0
    found = [(f["code"], f["severity"], f["cell"]) for f in answer["findings"]]
    assert found == ([(code, "warning", "E5")] if code else [])
    assert query(db, "SELECT predicate FROM evaluation") == [(predicate.lower().replace(" ", "_"),)]


def skp(tmp_path: Path, *told: tuple[int, object]) -> Path:
    """Write a list of predicates alone: year and cell."""
    rows = [(who[1], year, cell) for who, (year, cell) in zip((SITI, BUDI), told, strict=False)]
    return book(tmp_path / "skp.xlsx", rows, ("NIP", "Tahun", "Predikat"))


@pytest.mark.parametrize(
    ("cells", "kept"),
    [
        ((1, 5), ("sangat_baik", "sangat_kurang")),
        (("2", 4.0), ("baik", "kurang")),
        ((3, None), ("butuh_perbaikan",)),
    ],
)
def test_codes_of_bkn_are_read_where_every_cell_is_one(
    db: Path, tmp_path: Path, cells: tuple[object, ...], kept: tuple[str, ...]
) -> None:
    run_import(db, book(tmp_path / "juni.xlsx", [SITI, BUDI]))
    file = skp(tmp_path, *((2025, cell) for cell in cells if cell is not None))
    code, answer = run_import(db, file)
    assert code == 0
    assert [(f["code"], f["severity"], f["column"]) for f in answer["findings"]] == [("predicate_codes", "note", "C")]
    assert query(db, "SELECT predicate FROM evaluation ORDER BY id") == [(one,) for one in kept]
    assert "from 1 on Sangat Baik, Baik, Butuh Perbaikan, Kurang, Sangat Kurang" in " ".join(
        asnkarier("import", file, "--dry-run", "--db", db, lang="en", width=300).out.split()
    )


@pytest.mark.parametrize(
    ("told", "codes"),
    [
        # Beside a word nothing says what a number is.
        (((2025, "Baik"), (2025, 2)), ["predicate_code_among_words"]),
        # 1 to 5 are the codes.
        (((2025, 6), (2025, 0)), ["word_unknown", "word_unknown"]),
        # The law of 2021 and before has no codes.
        (((2021, 2),), ["word_unknown"]),
    ],
)
def test_other_numbers_are_no_predicates(
    db: Path, tmp_path: Path, told: tuple[tuple[int, object], ...], codes: list[str]
) -> None:
    run_import(db, book(tmp_path / "juni.xlsx", [SITI, BUDI]))
    code, answer = run_import(db, skp(tmp_path, *told))
    assert code == 1
    assert [f["code"] for f in answer["findings"] if f["severity"] == "error"] == codes
    assert query(db, "SELECT predicate FROM evaluation") == []


ONE_MISSING = {
    "id": "Tidak ada pada daftar 31 Juli 2026, padahal tercatat: 1 orang dari Dinas Arsip.",
    "en": "Not on the list of 31 July 2026, though on file: 1 person of Dinas Arsip.",
}


@pytest.mark.parametrize("lang", ["id", "en"])
def test_whom_a_newer_list_leaves_out_is_counted_and_kept(db: Path, tmp_path: Path, lang: str) -> None:
    run_import(db, book(tmp_path / "juni.xlsx", [SITI, BUDI]))
    later = book(tmp_path / "juli.xlsx", [SITI], day="31 JULI 2026")
    said = asnkarier("import", later, "--db", db, lang=lang)
    assert said.code == 0
    before = db.read_bytes()
    assert ONE_MISSING[lang] in " ".join(said.err.split())
    assert {"id": '--lengkap --perangkat-daerah "Dinas Arsip"', "en": '--full --agency "Dinas Arsip"'}[lang] in said.err
    assert run_import(db, later)[1]["not_listed"] == [
        {"agency": "Dinas Arsip", "day": "2026-07-31", "missing": 1, "staff": 2}
    ]
    assert db.read_bytes() == before


def test_who_stands_in_a_rejected_row_is_not_missing(db: Path, tmp_path: Path) -> None:
    dewi = (3, "198203032008032903", "Dewi Contoh", *BUDI[3:])
    run_import(db, book(tmp_path / "juni.xlsx", [SITI, BUDI, dewi]))
    rows = [SITI, changed(BUDI, tmt_gol="31-02-2020")]
    later = book(tmp_path / "juli.xlsx", rows, day="31 JULI 2026")
    said = asnkarier("import", later, "--skip-bad", "--db", db, lang="en")
    assert "1 person of Dinas Arsip." in " ".join(said.err.split())
    assert "Some of them" not in said.err
    full = asnkarier("import", later, "--skip-bad", "--full", "--db", db, "--format", "json")
    assert [one["nip"] for one in told(full)["vanished"]] == [dewi[1]]
    # Two rows that contradict each other are both rejected, and still of that person.
    twice = book(tmp_path / "agustus.xlsx", [SITI, BUDI, changed(BUDI, gol="IV/a"), dewi], day="31 AGUSTUS 2026")
    full = asnkarier("import", twice, "--skip-bad", "--full", "--db", db, "--format", "json")
    assert told(full)["vanished"] == []


@pytest.mark.parametrize("options", [(), ("--full",)])
def test_a_rejected_row_without_a_nip_may_be_that_of_somebody_missing(
    db: Path, tmp_path: Path, options: tuple[str, ...]
) -> None:
    run_import(db, book(tmp_path / "juni.xlsx", [SITI, BUDI]))
    later = book(tmp_path / "juli.xlsx", [SITI, changed(BUDI, nip="19810202200602190")], day="31 JULI 2026")
    said = asnkarier("import", later, "--skip-bad", *options, "--db", db, lang="en")
    assert "Some of them may be in the 1 rejected row of the list whose NIP cannot be read." in said.err


@pytest.mark.parametrize(
    ("lang", "why"),
    [("en", "the import that brought it has been taken back"), ("id", "impor yang membawanya sudah dibatalkan")],
)
def test_what_an_undo_leaves_out_is_said_in_words(db: Path, tmp_path: Path, lang: str, why: str) -> None:
    run_import(db, book(tmp_path / "daftar.xlsx", [SITI]))
    headers = ("No", "NIP", "Nama Penghargaan", "Tanggal Penghargaan")
    one, two = (1, SITI[1], "Satyalancana", "17-08-2024"), (2, SITI[1], "Inovator", "17-08-2025")
    run_import(db, book(tmp_path / "a.xlsx", [one, two], headers))
    run_import(db, book(tmp_path / "b.xlsx", [one], headers), "--replace")
    first = query(db, "SELECT id FROM batch WHERE command = 'import' ORDER BY id")[1][0]
    assert asnkarier("imports", "undo", first, "--db", db).code == 0
    said = asnkarier("imports", "undo", first + 1, "--db", db, lang=lang, width=200)
    assert said.code == 0
    assert why in said.out


TITLED = ("No", "NIP", "Nama", "Gelar Depan", "Gelar Belakang", *HEADERS[3:])


@pytest.mark.parametrize(
    ("theirs", "differ"),
    [
        (("DR.", "S.Sos, M.Si"), []),
        (("dr", "S.SOS., M.SI."), []),
        (("Ir.", "S.Sos., M.Si."), ["title_front"]),
        (("Dr.", "S.Sos., M.A.P."), ["title_back"]),
    ],
)
def test_reconcile_knows_a_title_in_another_spelling(
    db: Path, tmp_path: Path, theirs: tuple[str, str], differ: list[str]
) -> None:
    ours = [*SITI[:3], "Dr.", "S.Sos., M.Si.", *SITI[3:]]
    run_import(db, book(tmp_path / "juni.xlsx", [ours], TITLED))
    shouted = [1, "19800101 200501 2 901", "SITI CONTOH", *theirs, *SITI[3:]]
    said = asnkarier("reconcile", book(tmp_path / "siasn.xlsx", [shouted], TITLED), "--db", db, "--format", "json")
    assert [d["field"] for d in told(said)["differences"]] == differ


@pytest.mark.parametrize("ending", [".xls", ".ods", ".csv", ".xlsm"])
def test_a_marked_copy_has_the_ending_of_what_it_is(db: Path, tmp_path: Path, ending: str) -> None:
    """Bytes of an .xlsx under another ending are a file that Excel warns of: refused before anything is read."""
    target = tmp_path / f"hasil{ending}"
    said = asnkarier("import", book(tmp_path / "daftar.xlsx", [SITI]), "--db", db, "--marked", target)
    assert (said.code, target.exists(), query(db, "SELECT COUNT(*) FROM person")) == (2, False, [(0,)])
    assert "akhiran .xlsx" in said.err


@pytest.mark.parametrize("several", [False, True])
def test_a_marked_copy_is_never_written_over_the_workbook(db: Path, tmp_path: Path, several: bool) -> None:
    """Of several files each has its copy beside the target: `daftar.xlsx` and `lain.xlsx` of `--marked x.xlsx` are `x-lain.xlsx`."""
    path = book(tmp_path / "daftar.xlsx", [changed(BUDI, tmt_gol="31-02-2020")])
    other = book(tmp_path / "tanda-daftar.xlsx", [SITI])
    files = [path, other] if several else [path]
    target = tmp_path / "tanda.xlsx" if several else Path(f"{tmp_path}/./daftar.xlsx")
    before = [file.read_bytes() for file in files]
    said = asnkarier("import", *files, "--db", db, "--marked", target)
    assert (said.code, [file.read_bytes() for file in files]) == (2, before)
    assert (files[-1].name in said.err, query(db, "SELECT COUNT(*) FROM person")) == (True, [(0,)])


@pytest.mark.parametrize(("lang", "words"), [("en", ("import that file", "Import ", "import a movement")),
                                             ("id", ("impor berkas itu", "Impor ", "impor mutasi"))])  # fmt: skip
def test_reconcile_says_of_each_row_what_to_do_and_names_people_as_here(
    db: Path, tmp_path: Path, lang: str, words: tuple[str, str, str]
) -> None:
    run_import(db, book(tmp_path / "daftar.xlsx", [SITI, BUDI]))
    before = db.read_bytes()
    new = (3, "198203032008032903", "Dewi Contoh", *BUDI[3:])
    path = book(tmp_path / "siasn.xlsx", [changed(SITI, nama="SITI CONTOH", gol="IV/a"), new], day="31 JULI 2026")
    answer = told(asnkarier("reconcile", path, "--db", db, "--format", "json", lang=lang))
    [different], [here], [there] = answer["differences"], answer["missing_here"], answer["missing_there"]
    assert (different["name"], different["ours"], different["theirs"]) == ("Siti Contoh", "III/d", "IV/a")
    assert (here["name"], there["name"]) == ("Dewi Contoh", "Budi Contoh")
    assert different["their_cell"] in different["remedy"]
    assert [word in one["remedy"] for word, one in zip(words, (different, here, there), strict=True)] == [True] * 3
    assert db.read_bytes() == before


def test_a_unit_brought_to_another_superior_is_told_in_words(db: Path, tmp_path: Path) -> None:
    headers = ["Nama Unit", "Kode Unit", "Unit Atasan", "Perangkat Daerah"]
    divisions = [["Bidang A", "A", "", "Dinas Contoh"], ["Bidang B", "B", "", "Dinas Contoh"]]
    first = book(tmp_path / "unit.xlsx", [*divisions, ["Seksi S", "S", "Bidang A", "Dinas Contoh"]], headers)
    assert run_import(db, first)[0] == 0
    later = book(tmp_path / "unit2.xlsx", [*divisions, ["Seksi S", "S", "Bidang B", "Dinas Contoh"]], headers)
    said = asnkarier("import", later, "--dry-run", "--db", db, width=120, lang="en")
    assert said.code == 0, said.err
    assert "Bidang A" in said.out
    assert "_key" not in said.out
