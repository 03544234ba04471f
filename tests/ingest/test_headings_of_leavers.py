"""Headings between the rows of a roster that say of the people below them that they left or are away."""

import json
from pathlib import Path
from typing import Any

import pytest

from asnkarier.ingest.headings import is_of_people, mark_of, status_told
from tests.ingest.sheetmaker import TODAY, read_rows, write_xlsx
from tests.terminal import asnkarier

HEAD = ["NO", "NAMA", "NIP", "JABATAN", "UNIT KERJA"]


def person(n: int, *more: str) -> list[Any]:
    return [n, f"Contoh {n}", f"1990010120150110{n:02d}", "Analis", "Bidang Arsip", *more]


@pytest.mark.parametrize(
    ("heading", "status"),
    [
        ("PEGAWAI PENSIUN", "keluar"),
        ("PENSIUN", "keluar"),
        ("PNS YANG TELAH PENSIUN TAHUN 2026", "keluar"),
        ("MUTASI KELUAR", "keluar"),
        ("MENINGGAL DUNIA", "keluar"),
        ("TUGAS BELAJAR", "tugas_belajar"),
        ("DIBERHENTIKAN DENGAN HORMAT", "keluar"),
        ("DIBERHENTIKAN DENGAN TIDAK HORMAT", "keluar"),
        ("DIBERHENTIKAN TIDAK DENGAN HORMAT", "keluar"),
        ("CLTN", "cltn"),
        ("PEGAWAI MPP", "mpp"),
        ("PEGAWAI AKTIF", None),
        ("PNS", None),
        ("PEGAWAI YANG AKAN PENSIUN", None),
        ("PEGAWAI PENSIUN TAHUN 2027", None),  # after 1 June 2026
        ("SUB BAGIAN MUTASI DAN PENSIUN", None),
        ("SEKSI PENSIUN", None),
        ("MPP", "mpp"),
        ("MPP (Masa Persiapan Pensiun)", "mpp"),
        ("MPP 2027", None),  # about to begin
        ("CALON PENSIUN 2027", None),
        ("CALON PENSIUN", None),
        ("PENSIUN DAN MENINGGAL DUNIA", "keluar"),
        ("PENSIUN DAN TUGAS BELAJAR", "?"),  # who of them studies nobody says
        ("DIBERHENTIKAN SEMENTARA", "diberhentikan_sementara"),
        ("PEMBERHENTIAN DAN PENSIUN", "?"),  # a unit of the BKPSDM
        ("PENSIUN DAN PEMBERHENTIAN", "?"),
        ("PENSIUN, PERPINDAHAN DAN PEMBERHENTIAN", "?"),
        ("MUTASI DAN PENSIUN", None),
        ("PEGAWAI PENSIUN DAN DIBERHENTIKAN", "keluar"),
        ("PEMBERHENTIAN SEMENTARA", "diberhentikan_sementara"),
    ],
)
def test_what_a_heading_says(heading: str, status: str | None) -> None:
    assert status_told(heading, TODAY) == status


def statuses(tmp_path: Path, rows: list[list[Any]]) -> list[Any]:
    read = read_rows(tmp_path, [["DAFTAR PEGAWAI"], [], *rows])
    assert read.found == []
    return [row.get("status") for _number, row in read.rows[0]]


def many_people(count: int) -> list[list[Any]]:
    """So many, each born on a day of January or the months after it."""
    nips = [f"1990{1 + n // 500:02d}{1 + n % 20:02d}2015011{n % 500 // 20 + 1:03d}" for n in range(count)]
    return [[n, f"Contoh {n}", nip, "Analis", "Bidang Arsip"] for n, nip in enumerate(nips, 1)]


def test_each_heading_ends_the_one_before(tmp_path: Path) -> None:
    rows = [
        HEAD, ["A. PEGAWAI AKTIF"], person(1), ["B. PEGAWAI PENSIUN"], person(2), person(3), ["C. TUGAS BELAJAR"],
        person(4), ["D. PPPK"], person(5),
    ]  # fmt: skip
    assert statuses(tmp_path, rows) == [None, "keluar", "keluar", "tugas_belajar", None]


@pytest.mark.parametrize(
    ("between", "status"),
    [
        (["**) pensiun 2026"], None),
        (["*) Pensiun"], None),
        (["(pensiun)"], None),
        (["P = Pensiun"], None),
        (["Pensiun 2 orang"], None),
        (["- Pensiun : 2 orang"], None),
        (["1. Pensiun : 2 orang"], None),
        (["PENSIUN : 3 ORANG"], None),  # two stand below it
        (["CLTN : 1 orang", "Tugas Belajar : 3 orang"], None),
        (["Meninggal dunia : 1 orang"], None),
        (["Rekapitulasi pensiun"], None),
        (["Keterangan :", "*) sedang cuti", "Pensiun"], None),
        (["Keterangan", "", "PENSIUN"], "keluar"),  # a blank row ends the legend
        (["PENSIUN : 2 ORANG"], "keluar"),
        (["PENSIUN (5 orang)"], "keluar"),
        (["B. PEGAWAI PENSIUN"], "keluar"),
        (["*) pensiun 2026", "TUGAS BELAJAR"], "tugas_belajar"),
    ],
)
def test_footnotes_and_counts_are_no_headings(tmp_path: Path, between: list[str], status: str | None) -> None:
    rows = [HEAD, person(1), *([text] for text in between), person(2), person(3)]
    assert statuses(tmp_path, rows) == [None, status, status]
    in_second = [HEAD, person(1), *(["", text] for text in between), person(2), person(3)]
    assert statuses(tmp_path, in_second) == [None, status, status]


def test_a_footnote_ends_no_group(tmp_path: Path) -> None:
    rows = [HEAD, person(1), ["PENSIUN"], person(2), ["*) tugas belajar"], person(3), ["PNS"], person(4)]
    assert statuses(tmp_path, rows) == [None, "keluar", "keluar", None]


def test_a_title_on_every_page_ends_no_group(tmp_path: Path) -> None:
    rows = [HEAD, person(1), ["PENSIUN"], person(2), ["DAFTAR PEGAWAI"], HEAD, person(3), ["PNS"], person(4)]
    assert statuses(tmp_path, rows) == [None, "keluar", "keluar", None]


def test_a_cell_goes_before_the_heading(tmp_path: Path) -> None:
    rows = [[*HEAD, "STATUS"], person(1, "Aktif"), ["PENSIUN"], person(2, "Tugas Belajar"), person(3, "")]
    assert statuses(tmp_path, rows) == ["aktif", "tugas_belajar", "keluar"]


def test_a_unit_below_such_a_heading_is_asked_about(tmp_path: Path) -> None:
    rows = [HEAD, person(1), ["PENSIUN"], person(2), ["BIDANG MUTASI"], person(3), ["PNS"], person(4)]
    read = read_rows(tmp_path, rows)
    assert read.found == [("section_of_leavers", "C6")]
    assert [row["status"] for _number, row in read.rows[0]] == [None, "keluar", None]


@pytest.mark.parametrize("many", [250, 320, 400, 5000])
def test_a_heading_far_down(tmp_path: Path, many: int) -> None:
    """It holds wherever it stands: among the first 300 rows that decide what the columns mean, behind these, and in a later chunk of 4,096."""
    people = many_people(many)
    read = read_rows(tmp_path, [HEAD, *people, ["PENSIUN"], person(2), ["PNS"], person(3)])
    assert read.found == []
    told = [row["status"] for _number, row in read.rows[0]]
    assert (told[:many], told[many:]) == ([None] * many, ["keluar", None])


def test_a_long_list_without_such_a_heading(tmp_path: Path) -> None:
    """Nobody's standing is shown, asked about or changed, and who left by decree and stands on it is warned of as before."""
    db = tmp_path / "kota.sqlite"
    asnkarier("init", "--name", "Kota Contoh", "--db", db)
    people = many_people(401)
    file = write_xlsx(tmp_path / "daftar.xlsx", {"Lembar": [HEAD, *people]})
    day = ("--dated", "2026-05-31", "--db", db)
    first = asnkarier("import", file, *day)
    assert "kedudukan hukum: setiap orang baru di dalamnya dianggap aktif" in first.err
    assert '"status"' not in asnkarier("import", file, *day, "--format", "json").out
    left = write_xlsx(tmp_path / "keluar.xlsx", {"Lembar": [["NIP", "Peristiwa", "TMT"], [people[7][2], "Pensiun", "2026-01-01"]]})  # fmt: skip
    assert asnkarier("import", left, "--as", "movements", "--db", db).code == 0
    again = asnkarier("import", file, *day, "--clear-blanks", "--format", "json").out
    assert [c for c in ("listed_after_leaving", "blank_kept") if c in again] == ["listed_after_leaving"]


def test_who_left_and_stands_among_those_on_duty_is_warned_of(tmp_path: Path) -> None:
    db = tmp_path / "kota.sqlite"
    asnkarier("init", "--name", "Kota Contoh", "--db", db)
    rows = [HEAD, person(1), person(2), ["PENSIUN"], person(3)]
    file = write_xlsx(tmp_path / "daftar.xlsx", {"Lembar": rows})
    asnkarier("import", file, "--dated", "2026-05-31", "--db", db)
    left = write_xlsx(tmp_path / "keluar.xlsx", {"Lembar": [["NIP", "Peristiwa", "TMT"], [person(2)[2], "Pensiun", "2026-01-01"]]})  # fmt: skip
    asnkarier("import", left, "--as", "movements", "--db", db)
    again = json.loads(asnkarier("import", file, "--dated", "2026-05-31", "--db", db, "--format", "json").out)
    assert [(f["code"], f["cell"]) for f in again["findings"]] == [("listed_after_leaving", "C3")]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        # Nobody stands between the two headings: the second divides the people of the first, and so does the third.
        ([["PENSIUN"], ["GOLONGAN III"], 1, ["GOLONGAN II"], 2], ["keluar", "keluar"]),
        ([["PENSIUN"], [], ["GOLONGAN III"], 1], ["keluar"]),
        ([["B", "PENSIUN"], ["1", "GOLONGAN III"], 1, ["2", "GOLONGAN II"], 2, ["C", "PPPK"], 3], ["keluar", "keluar", None]),
        ([["PENSIUN"], ["GOLONGAN III"], ["LAKI-LAKI"], 1, ["PEREMPUAN"], 2, ["GOLONGAN II"], 3], ["keluar"] * 3),
        ([["TUGAS BELAJAR"], ["JABATAN FUNGSIONAL"], 1, ["PPPK"], 2], ["tugas_belajar", None]),
        # People stand between: the next heading ends the group.
        ([["GOLONGAN IV"], 1, ["GOLONGAN III"], 2, ["PENSIUN"], 3, ["GOLONGAN II"], 4], [None, None, "keluar", None]),
        # The next letter, `NIHIL`, and those on duty end a group in which nobody stands.
        ([["A. PENSIUN"], ["B. PPPK"], 1], [None]),
        ([["II.", "PENSIUN"], ["III.", "GOLONGAN III"], 1], [None]),
        ([["PENSIUN"], ["NIHIL"], ["PPPK"], 1], [None]),
        # `NIHIL` below a part says so of this part alone.
        ([["PENSIUN"], ["GOLONGAN IV"], ["NIHIL"], ["GOLONGAN III"], 1, 2], ["keluar", "keluar"]),
        ([["B.", "PENSIUN"], ["1.", "GOLONGAN IV"], ["", "NIHIL"], ["2.", "GOLONGAN III"], 1, ["C.", "PPPK"], 2], ["keluar", None]),
        ([["PENSIUN"], ["GOLONGAN IV"], 1, ["GOLONGAN III"], ["NIHIL"], ["GOLONGAN II"], 2], ["keluar", "keluar"]),
        ([["PENSIUN"], ["GOLONGAN IV"], ["NIHIL"], ["PEGAWAI AKTIF"], 1], [None]),
        ([["PENSIUN"], ["NIHIL"], ["GOLONGAN IV"], 1], [None]),
        ([["PENSIUN"], ["PEGAWAI AKTIF"], 1], [None]),
        ([["PENSIUN"], ["MUTASI MASUK"], 1], [None]),
        ([["PENSIUN"], ["MENINGGAL DUNIA"], ["GOLONGAN III"], 1], ["keluar"]),
        # Who is about to leave is on duty.
        ([["MPP"], 1, ["CALON PENSIUN 2027"], 2, ["PPPK"], 3], ["mpp", None, None]),
        ([["CALON PENSIUN 2027"], ["GOLONGAN III"], 1], [None]),
    ],
)  # fmt: skip
def test_headings_right_below_one_another(tmp_path: Path, rows: list[Any], told: list[Any]) -> None:
    assert statuses(tmp_path, [HEAD, *(person(row) if isinstance(row, int) else row for row in rows)]) == told


@pytest.mark.parametrize("below", ["PNS", "PPPK", "TATA USAHA", "BIDANG MUTASI"])
def test_whether_the_group_is_empty_is_asked(tmp_path: Path, below: str) -> None:
    """`PENSIUN`, and right below it `PPPK`: they are pensioners, or the next group, and nobody has retired."""
    read = read_rows(tmp_path, [HEAD, person(1), ["PENSIUN"], [below], person(2)])
    assert read.found == [("section_of_leavers", "C5")]


@pytest.mark.parametrize(
    "between",
    [
        ["GOLONGAN IV", "NIHIL", "JABATAN PELAKSANA"],  # a part of the pensioners, or all the others by their posts
        ["GOLONGAN IV", "NIHIL", "PPPK"],
        ["PNS", "NIHIL", "PPPK"],
        ["BIDANG MUTASI", "NIHIL", "BIDANG ARSIP"],
    ],
)
def test_after_a_part_in_which_nobody_stands(tmp_path: Path, between: list[str]) -> None:
    read = read_rows(tmp_path, [HEAD, person(1), ["PENSIUN"], *([text] for text in between), person(2)])
    assert read.found == [("section_of_leavers", "C7")]


@pytest.mark.parametrize("name", ["PEMBERHENTIAN DAN PENSIUN", "PENSIUN DAN PEMBERHENTIAN"])
def test_a_unit_called_by_what_it_does_is_asked_about(tmp_path: Path, name: str) -> None:
    """The BKPSDM has units of these names: their staff has not left."""
    rows = [["BKPSDM KOTA CONTOH"], ["DAFTAR PEGAWAI"], [], HEAD[:4], ["SEKRETARIAT"], person(1)[:4], [name], person(2)[:4], ["PENGEMBANGAN KOMPETENSI"], person(3)[:4]]  # fmt: skip
    read = read_rows(tmp_path, rows)
    assert read.found == [("section_of_leavers", "C8")]
    assert [(row["unit"], row["status"]) for _number, row in read.rows[0]] == [("SEKRETARIAT", None), ("PENGEMBANGAN KOMPETENSI", None)]  # fmt: skip
    # The remedy: whose status a column tells is in the unit.
    answered = [
        *rows[:3],
        [*HEAD[:4], "KEDUDUKAN HUKUM"],
        *([*row, "Aktif"] if len(row) > 1 else row for row in rows[4:]),
    ]
    read = read_rows(tmp_path, answered)
    assert [(row["unit"], row["status"]) for _number, row in read.rows[0]] == [("SEKRETARIAT", "aktif"), (name, "aktif"), ("PENGEMBANGAN KOMPETENSI", "aktif")]  # fmt: skip


def test_a_heading_at_the_end_of_a_chunk(tmp_path: Path) -> None:
    """4,095 people, `PENSIUN` as the last row of the chunk, `GOLONGAN III` as the first of the next."""
    people = many_people(4095)
    read = read_rows(tmp_path, [HEAD, *people, ["PENSIUN"], ["GOLONGAN III"], person(2)])
    assert read.rows[0][-1][1]["status"] == "keluar"


@pytest.mark.parametrize(
    ("title", "told"), [("DINAS SOSIAL", "mpp"), ("DINAS PENANAMAN MODAL DAN PELAYANAN TERPADU SATU PINTU", None)]
)
def test_mpp_where_the_mall_is(tmp_path: Path, title: str, told: str | None) -> None:
    """The agency of the Mal Pelayanan Publik calls a unit so: there it is asked."""
    read = read_rows(tmp_path, [[title], ["DAFTAR PEGAWAI"], [], HEAD, person(1), ["MPP"], person(2)])
    assert [row["status"] for _number, row in read.rows[0]] == ([None, told] if told else [None])
    assert read.found == ([] if told else [("section_of_leavers", "C7")])


@pytest.mark.parametrize("heading", ["MPP", "CALON PENSIUN 2027", "MENJELANG PENSIUN", "BUP TAHUN 2027", "PENSIUN 2027", "NIHIL", "USUL PENSIUN"])  # fmt: skip
def test_what_becomes_of_people_is_no_unit(tmp_path: Path, heading: str) -> None:
    assert is_of_people(heading)
    read = read_rows(tmp_path, [HEAD[:4], ["BIDANG MUTASI"], person(1)[:4], [heading], person(2)[:4], ["PPPK"], person(3)[:4]])  # fmt: skip
    # In which unit those are who are in MPP, the list does not say.
    below = None if heading == "MPP" else "BIDANG MUTASI"
    assert [row["unit"] for _number, row in read.rows[0]] == ["BIDANG MUTASI", below, "BIDANG MUTASI"]


@pytest.mark.parametrize("name", ["SUB BIDANG PENSIUN", "BIDANG MUTASI DAN PENSIUN", "SEKSI PENSIUN", "TAMAN BUDAYA", "UPT MASA DEPAN", "USAHA TANI"])  # fmt: skip
def test_units_stay_units(tmp_path: Path, name: str) -> None:
    assert not is_of_people(name)
    read = read_rows(tmp_path, [HEAD[:4], [name], person(1)[:4]])
    assert [row.get("parent") or row["unit"] for _number, row in read.rows[0]] == [name]


@pytest.mark.parametrize(
    ("row", "mark"),
    [(["B.", "PENSIUN"], "b"), (["B. PENSIUN"], "b"), (["", "III", "PPPK"], "iii"), ([2, "PNS"], "2"), (["PENSIUN"], ""), (["CLTN"], ""), (["I", "PNS"], "i")],
)  # fmt: skip
def test_the_mark_before_a_heading(row: list[Any], mark: str) -> None:
    assert mark_of(row) == mark


def test_no_heading_makes_a_unit_in_the_file(tmp_path: Path) -> None:
    db = tmp_path / "kota.sqlite"
    asnkarier("init", "--name", "Kota Contoh", "--db", db)
    rows = [["DINAS SOSIAL"], ["DAFTAR PEGAWAI KEADAAN 31 MEI 2026"], [], HEAD[:4], ["A", "PNS"], person(1)[:4], ["B", "CALON PENSIUN 2027"], person(2)[:4], ["C", "PPPK"], person(3)[:4], ["D", "MPP"], person(4)[:4]]  # fmt: skip
    file = write_xlsx(tmp_path / "daftar.xlsx", {"Lembar": rows})
    assert asnkarier("import", file, "--db", db).code == 0
    people = [json.loads(asnkarier("show", person(n)[2], "--db", db, "--format", "json").out) for n in (1, 2, 3, 4)]
    assert [(one["unit"], one["status"]) for one in people] == [("DINAS SOSIAL", "aktif")] * 3 + [("DINAS SOSIAL", "mpp")]  # fmt: skip


def test_a_list_without_units_makes_none_of_such_a_heading(tmp_path: Path) -> None:
    rows = [HEAD[:4], ["BIDANG MUTASI"], person(1)[:4], ["PENSIUN"], person(2)[:4]]
    read = read_rows(tmp_path, rows)
    assert [(row["unit"], row["status"]) for _number, row in read.rows[0]] == [("BIDANG MUTASI", None), ("BIDANG MUTASI", "keluar")]  # fmt: skip


def test_they_are_no_staff(tmp_path: Path) -> None:
    db = tmp_path / "kota.sqlite"
    asnkarier("init", "--name", "Kota Contoh", "--db", db)
    file = write_xlsx(tmp_path / "daftar.xlsx", {"Lembar": [HEAD, person(1), ["B. PEGAWAI PENSIUN"], person(2)]})
    assert asnkarier("import", file, "--db", db).code == 0
    staff = asnkarier("staff", "--db", db, "--format", "json").out
    assert ("Contoh 1" in staff, "Contoh 2" in staff) == (True, False)
    assert '"unchanged": 2' in asnkarier("import", file, "--db", db, "--format", "json").out
