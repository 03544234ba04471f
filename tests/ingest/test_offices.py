"""Letterheads and section rows of a kelurahan, a puskesmas or a school: its parts are not those of the next one."""

import json
import sqlite3
from contextlib import closing
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from tests.ingest.sheetmaker import Read, read_rows, write_xlsx
from tests.terminal import asnkarier

CITY = ["PEMERINTAH KOTA CONTOH"]
TITLE = ["DAFTAR PEGAWAI KEADAAN 31 MEI 2026"]
HEADS = ["NIP", "Nama", "Jabatan", "Unit Kerja"]


def person(n: int, unit: str, post: str = "Analis") -> list[Any]:
    return [f"1990010120150110{n:02d}", f"Contoh {n}", post, unit]


def listed(tmp_path: Path, above: list[str], units: list[str], **options: Any) -> Read:
    rows = [CITY, *([line] for line in above), TITLE, [], HEADS, *(person(n, unit) for n, unit in enumerate(units, 1))]
    return read_rows(tmp_path, rows, **options)


def above(read: Read) -> list[tuple[Any, Any]]:
    return [(row.get("agency"), row.get("parent")) for _number, row in read.rows[0]]


@pytest.mark.parametrize(
    ("letterhead", "units", "places"),
    [
        # Alone it is the agency.
        (["KELURAHAN SATU"], ["Seksi Umum", "Lurah"], [("KELURAHAN SATU", None)] * 2),
        (["KELURAHAN : SATU"], ["Seksi Umum"], [("KELURAHAN SATU", None)]),
        # Below an agency it lies between this and its parts; its own row has no more above it than the agency.
        (
            ["KECAMATAN UTARA", "KELURAHAN SATU"],
            ["Kelurahan Satu", "Seksi Umum"],
            [("KECAMATAN UTARA", None), ("KECAMATAN UTARA", "Kelurahan Satu")],
        ),
        (
            ["DINAS KESEHATAN", "UPT PUSKESMAS MAWAR"],
            ["Puskesmas Mawar", "Tata Usaha"],
            [("DINAS KESEHATAN", None), ("DINAS KESEHATAN", "Puskesmas Mawar")],
        ),
        (["DINAS KESEHATAN", "RSUD MELATI"], ["Instalasi Gizi"], [("DINAS KESEHATAN", "RSUD MELATI")]),
        (["DINAS PENDIDIKAN", "SMP NEGERI 2"], ["Tata Usaha"], [("DINAS PENDIDIKAN", "SMP NEGERI 2")]),
        # A hospital has bidang of its own, and is an agency as its rows say it: the dinas above it stays the agency.
        (
            ["DINAS KESEHATAN", "RSUD MELATI"],
            ["Bidang Pelayanan", "RSUD Melati", "Seksi Gizi"],
            [("DINAS KESEHATAN", "RSUD Melati"), ("DINAS KESEHATAN", None), ("DINAS KESEHATAN", "RSUD Melati")],
        ),
        (["RSUD MELATI"], ["Bidang Pelayanan", "RSUD Melati"], [("RSUD MELATI", None)] * 2),
        (["DINAS KESEHATAN"], ["RSUD Melati", "Puskesmas Mawar"], [("DINAS KESEHATAN", None)] * 2),
        (["DINAS SOSIAL", "RSUD MELATI"], ["Dinas Kesehatan", "Seksi Gizi"], [(None, None)] * 2),
        # The words of schools written out or not, and their numbers with zeros or without.
        (
            ["DINAS PENDIDIKAN", "SD NEGERI 1 TIMUR"],
            ["SDN 1 Timur", "Tata Usaha"],
            [("DINAS PENDIDIKAN", None), ("DINAS PENDIDIKAN", "SDN 1 Timur")],
        ),
        (
            ["DINAS PENDIDIKAN", "SMPN 02"],
            ["SMP Negeri 2", "Tata Usaha"],
            [("DINAS PENDIDIKAN", None), ("DINAS PENDIDIKAN", "SMP Negeri 2")],
        ),
        (["UPTD PUSKESMAS MAWAR"], ["Puskesmas Mawar", "Tata Usaha"], [("Puskesmas Mawar", None)] * 2),
        (
            ["KECAMATAN UTARA", "KELURAHAN SATU"],
            ["Kel. Satu", "Seksi Umum", "Kelurahan Satu"],
            [("KECAMATAN UTARA", None), ("KECAMATAN UTARA", "Kelurahan Satu"), ("KECAMATAN UTARA", None)],
        ),
        (["TK NEGERI PEMBINA"], ["TKN Pembina", "Tata Usaha"], [("TKN Pembina", None)] * 2),
        (["DINAS PENDIDIKAN", "SD NEGERI 1"], ["SDN 10", "Tata Usaha"], [("DINAS PENDIDIKAN", None)] * 2),
        (["DINAS PENDIDIKAN", "SD NEGERI 1"], ["SMPN 1", "Tata Usaha"], [("DINAS PENDIDIKAN", None)] * 2),
        # A blank unit is nobody of the office itself.
        (["DINAS PENDIDIKAN", "SMPN 2"], ["Guru", ""], [("DINAS PENDIDIKAN", "SMPN 2"), ("DINAS PENDIDIKAN", None)]),
        # Nothing but the office itself: the agency is all that is above it.
        (["DINAS KESEHATAN", "UPT PUSKESMAS MAWAR"], ["Puskesmas Mawar"], [("DINAS KESEHATAN", None)]),
        # Its list is of others too.
        (["DINAS PENDIDIKAN", "UPT PENDIDIKAN UTARA"], ["SDN 1", "Tata Usaha"], [("DINAS PENDIDIKAN", None)] * 2),
        (["UPT PENILAIAN KOMPETENSI"], ["Dinas Sosial", "Bidang Arsip", "Seksi Umum"], [(None, None)] * 3),
        (["UPT PENILAIAN KOMPETENSI"], ["Bidang Arsip", "Seksi Umum"], [(None, None)] * 2),
        # A bidang is no office: others have no bidang of that name.
        (["BIDANG ARSIP"], ["Seksi Umum"], [(None, None)]),
    ],
)
def test_letterheads(tmp_path: Path, letterhead: list[str], units: list[str], places: list[tuple[Any, Any]]) -> None:
    assert above(listed(tmp_path, letterhead, units)) == places


def test_what_is_typed_goes_before_the_letterhead(tmp_path: Path) -> None:
    read = listed(tmp_path, ["KELURAHAN SATU"], ["Seksi Umum"], sets={"agency": "Kecamatan Utara"})
    assert above(read) == [("Kecamatan Utara", "KELURAHAN SATU")]
    read = listed(tmp_path, ["KELURAHAN SATU"], ["Seksi Umum"], sets={"parent": "Kelurahan Dua"})
    assert above(read) == [(None, "Kelurahan Dua")]


def test_section_rows_beside_a_column_of_units(tmp_path: Path) -> None:
    rows = [
        CITY, ["KECAMATAN UTARA"], TITLE, [], HEADS, person(1, "Kecamatan Utara", "Camat"),
        ["KELURAHAN SATU"], person(2, "Kelurahan Satu", "Lurah"), person(3, "Seksi Umum"),
        ["KELURAHAN DUA"], person(4, "Seksi Umum"),
    ]  # fmt: skip
    utara = "KECAMATAN UTARA"
    assert above(read_rows(tmp_path, rows)) == [(utara, None), (utara, None), (utara, "Kelurahan Satu"), (utara, "KELURAHAN DUA")]  # fmt: skip


def sections(tmp_path: Path, *rows: str | list[str]) -> list[tuple[Any, Any]]:
    """Read a list of the dinas: a text is a section row, a list the units of the people below it."""
    written: list[list[Any]] = [CITY, ["DINAS CONTOH"], TITLE, [], HEADS]
    for row in rows:
        first = len(written)
        written += [[row]] if isinstance(row, str) else [person(first + n, unit) for n, unit in enumerate(row)]
    return above(read_rows(tmp_path, written))


def test_schools_in_section_rows_spelt_otherwise_in_the_cells(tmp_path: Path) -> None:
    dinas = "DINAS CONTOH"
    assert sections(
        tmp_path, "SD NEGERI 1", ["Tata Usaha", "SDN 1"], "SD NEGERI 2", ["SD Negeri 2", "Tata Usaha"], "SMPN 03", ["Perpustakaan"]
    ) == [(dinas, "SDN 1"), (dinas, None), (dinas, None), (dinas, "SD Negeri 2"), (dinas, "SMPN 03")]  # fmt: skip
    # A teacher of another school among them is of that one, and takes nobody else along.
    assert sections(tmp_path, "SD NEGERI 1", ["Tata Usaha", "SDN 5"], "SD NEGERI 2", ["Tata Usaha"]) == [
        (dinas, "SD NEGERI 1"), (dinas, None), (dinas, "SD NEGERI 2")]  # fmt: skip
    # `SD NEGERI 1` and `SD NEGERI 1 UTARA` are two.
    assert sections(tmp_path, "SD NEGERI 1", ["Tata Usaha"], "SD NEGERI 1 UTARA", ["SDN 1 Utara", "Tata Usaha"]) == [
        (dinas, "SD NEGERI 1"), (dinas, None), (dinas, "SDN 1 Utara")]  # fmt: skip


def test_the_own_bidang_of_the_dinas_leave_the_offices_of_section_rows_theirs(tmp_path: Path) -> None:
    dinas, own = "DINAS CONTOH", ["Bidang Arsip", "Sekretariat"]
    offices = ["PUSKESMAS MAWAR", ["Tata Usaha"], "PUSKESMAS MELATI", ["Tata Usaha"]]
    parts = [(dinas, "PUSKESMAS MAWAR"), (dinas, "PUSKESMAS MELATI")]
    nobody = [(dinas, None)] * 2
    assert sections(tmp_path, dinas, own, *offices) == nobody + parts
    assert sections(tmp_path, own, *offices) == nobody + parts
    assert sections(tmp_path, *offices, dinas, own) == parts + nobody
    # Right below those of the last puskesmas nobody knows where these end: none of them is put into it.
    assert sections(tmp_path, *offices, own) == [parts[0], *[(dinas, None)] * 3]


def test_a_hospital_between_health_centres(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        CITY, ["DINAS KESEHATAN"], TITLE, [], HEADS, ["PUSKESMAS MAWAR"], person(1, "Tata Usaha"),
        ["RSUD MELATI"], person(2, "Bidang Pelayanan"), ["PUSKESMAS ANGGREK"], person(3, "Tata Usaha"),
    ]  # fmt: skip
    assert above(read_rows(tmp_path, rows)) == [
        ("DINAS KESEHATAN", "PUSKESMAS MAWAR"), ("RSUD MELATI", None), ("DINAS KESEHATAN", "PUSKESMAS ANGGREK")]  # fmt: skip


def test_a_letterhead_on_every_page(tmp_path: Path) -> None:
    pages = [[CITY, [office], TITLE, [], HEADS, person(n, "Seksi Umum"), []] for n, office in enumerate(("KELURAHAN SATU", "KELURAHAN DUA"), 1)]  # fmt: skip
    read = read_rows(tmp_path, [row for page in pages for row in page])
    assert above(read) == [("KELURAHAN SATU", None), ("KELURAHAN DUA", None)]


def test_units_of_two_kelurahan_stay_two(tmp_path: Path) -> None:
    db = tmp_path / "kota.sqlite"
    asnkarier("init", "--name", "Kota Contoh", "--db", db)

    def imported(name: str, above: list[str], first: int, day: str = "31 MEI 2026") -> str:
        people = [person(first, above[-1].title(), "Lurah"), person(first + 1, "Seksi Umum")]
        rows = [CITY, *([line] for line in above), [f"DAFTAR PEGAWAI KEADAAN {day}"], [], HEADS, *people]
        answer = asnkarier("import", write_xlsx(tmp_path / name, {"Lembar": rows}), "--db", db, "--format", "json")
        assert answer.code == 0
        return answer.out

    imported("satu.xlsx", ["KECAMATAN UTARA", "KELURAHAN SATU"], 1)
    imported("dua.xlsx", ["KECAMATAN UTARA", "KELURAHAN DUA"], 3)
    # The kelurahan alone above next month's list is the one known below its kecamatan.
    assert '"unchanged": 2' in imported("juni.xlsx", ["KELURAHAN SATU"], 1, "30 JUNI 2026")
    staff = asnkarier("staff", "--unit", "Kelurahan Satu", "--db", db, "--format", "json").out
    assert [name in staff for name in ("Contoh 1", "Contoh 2", "Contoh 3", "Contoh 4")] == [True, True, False, False]


@pytest.mark.parametrize("above", [["DINAS KESEHATAN", "UPT PUSKESMAS MAWAR"], ["UPTD PUSKESMAS MAWAR"]])
def test_an_office_known_without_the_word_upt(tmp_path: Path, above: list[str]) -> None:
    db = tmp_path / "kota.sqlite"
    asnkarier("init", "--name", "Kota Contoh", "--db", db)
    known = [[*HEADS, "OPD"], [*person(1, "Puskesmas Mawar"), "Dinas Kesehatan"]]
    assert asnkarier("import", write_xlsx(tmp_path / "satu.xlsx", {"Lembar": known}), "--db", db).code == 0
    rows = [CITY, *([line] for line in above), TITLE, [], HEADS, person(2, "Tata Usaha")]
    file = write_xlsx(tmp_path / "dua.xlsx", {"Lembar": rows})
    assert asnkarier("import", file, "--db", db).code == 0
    staff = asnkarier("staff", "--unit", "Puskesmas Mawar", "--db", db, "--format", "json").out
    assert [name in staff for name in ("Contoh 1", "Contoh 2")] == [True, True]
    assert '"unchanged": 1' in asnkarier("import", file, "--db", db, "--format", "json").out


def places_after(tmp_path: Path, *lists: list[list[Any]]) -> list[str]:
    """Import the lists one after the other; return in which units everybody is at last."""
    db = tmp_path / "kota.sqlite"
    asnkarier("init", "--name", "Kota Contoh", "--db", db)
    for number, rows in enumerate(lists):
        day = ("--dated", f"2026-0{number + 1}-28")
        file = write_xlsx(tmp_path / f"{number}.xlsx", {"Lembar": rows})
        assert asnkarier("import", file, *day, "--db", db).code == 0
        assert '"batch": null' in asnkarier("import", file, *day, "--db", db, "--format", "json").out
    with closing(sqlite3.connect(db)) as opened:
        return [unit for _nip, unit, _post in opened.execute(PLACES.replace("ORDER BY", "WHERE p.until = '9999-12-31' ORDER BY"))]  # fmt: skip


def test_a_school_known_under_the_other_spelling(tmp_path: Path) -> None:
    known = [
        [*HEADS, "OPD"],
        [*person(1, "SDN 01 Timur"), "Dinas Pendidikan"],
        [*person(3, "SDN 2"), "Dinas Pendidikan"],
    ]
    school = [CITY, ["DINAS PENDIDIKAN"], ["SD NEGERI 1 TIMUR"], [], HEADS, person(2, "Tata Usaha")]
    units = [
        "dinas pendidikan / sdn 01 timur",
        "dinas pendidikan / sdn 01 timur / tata usaha",
        "dinas pendidikan / sdn 2",
    ]
    assert places_after(tmp_path, known, school) == units


@pytest.mark.parametrize("own_first", [False, True])
def test_a_school_known_under_the_other_spelling_in_its_own_row(tmp_path: Path, *, own_first: bool) -> None:
    """As the superior of `Tata Usaha` it is taken for the one on file, and so it is where somebody is in it."""
    known = [[*HEADS, "OPD"], [*person(1, "SDN 1"), "Dinas Pendidikan"]]
    rows = [person(2, "Tata Usaha"), person(3, "SD Negeri 1")]
    school = [CITY, ["DINAS PENDIDIKAN"], ["UPT SPF SDN 1"], [], HEADS, *(rows[::-1] if own_first else rows)]
    unit = "dinas pendidikan / sdn 1"
    assert places_after(tmp_path, known, school) == [unit, f"{unit} / tata usaha", unit]


def test_a_school_that_no_row_names_as_superior_is_asked_about(tmp_path: Path) -> None:
    db = tmp_path / "kota.sqlite"
    asnkarier("init", "--name", "Kota Contoh", "--db", db)
    known = [[*HEADS, "OPD"], [*person(1, "SDN 1"), "Dinas Pendidikan"]]
    other = [[*HEADS, "OPD"], [*person(2, "SD Negeri 1"), "Dinas Pendidikan"]]
    assert asnkarier("import", write_xlsx(tmp_path / "satu.xlsx", {"Lembar": known}), "--db", db).code == 0
    answer = asnkarier("import", write_xlsx(tmp_path / "dua.xlsx", {"Lembar": other}), "--db", db, "--format", "json")
    assert [finding["code"] for finding in json.loads(answer.out)["findings"]] == ["unit_near"]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_hospital_known_as_an_agency(tmp_path: Path, order: tuple[int, int]) -> None:
    """What is known first holds: the agency RSUD MELATI of the city's list, or the hospital below its dinas."""
    city = [
        [*HEADS, "OPD"],
        [*person(1, "Bidang Pelayanan"), "RSUD Melati"],
        [*person(2, "RSUD Melati"), "RSUD Melati"],
    ]
    own = [
        CITY,
        ["DINAS KESEHATAN"],
        ["RSUD MELATI"],
        [],
        HEADS,
        person(1, "Bidang Pelayanan"),
        person(2, "RSUD Melati"),
    ]
    lists = [city, own]
    top = ("rsud melati", "dinas kesehatan / rsud melati")[order[0]]
    assert places_after(tmp_path, *(lists[number] for number in order)) == [f"{top} / bidang pelayanan", top]


KELURAHAN, KECAMATAN, SEKSI = "KELURAHAN SATU", "KECAMATAN UTARA", "Kepala Seksi Umum"
LISTS = {
    "satu": ([KECAMATAN, KELURAHAN], [("Seksi Umum", SEKSI), ("Sekretariat", "Analis")], 1),
    "dua": ([KECAMATAN, "KELURAHAN DUA"], [("Seksi Umum", SEKSI), ("Sekretariat", "Analis")], 11),
    "kecamatan": ([KECAMATAN], [("Seksi Umum", SEKSI), ("Sekretariat", "Analis")], 21),
}
PLACES = "SELECT n.nip, u.path_key, h.path_key FROM person_unit p JOIN unit u ON u.id = p.unit_id JOIN person_nip n USING (person_id) JOIN person_post q USING (person_id) JOIN position o ON o.id = q.position_id LEFT JOIN unit h ON h.id = o.unit_id ORDER BY n.nip"  # fmt: skip


@pytest.mark.parametrize("order", list(permutations(LISTS)), ids="-".join)
def test_the_own_sections_of_a_kecamatan_are_not_those_of_its_kelurahan(tmp_path: Path, order: tuple[str, ...]) -> None:
    db = tmp_path / "kota.sqlite"
    asnkarier("init", "--name", "Kota Contoh", "--db", db)
    for name in order:
        heads, people, first = LISTS[name]
        rows = [CITY, *([line] for line in heads), TITLE, [], HEADS, *(person(first + n, *one) for n, one in enumerate(people))]  # fmt: skip
        assert asnkarier("import", write_xlsx(tmp_path / f"{name}.xlsx", {"Lembar": rows}), "--db", db).code == 0
    places = ["kecamatan utara / kelurahan satu", "kecamatan utara / kelurahan dua", "kecamatan utara"]
    with closing(sqlite3.connect(db)) as file:
        told = [(unit, post) for _nip, unit, post in file.execute(PLACES)]
    # The head of a section is that of the own section; the analyst's post is of no unit.
    assert told == [pair for place in places for pair in ((f"{place} / seksi umum",) * 2, (f"{place} / sekretariat", None))]  # fmt: skip
    for name in order:
        answer = asnkarier("import", tmp_path / f"{name}.xlsx", "--db", db, "--format", "json")
        assert '"unchanged": 2' in answer.out


def test_the_own_sections_of_a_kecamatan_below_those_of_its_kelurahan(tmp_path: Path) -> None:
    db = tmp_path / "kota.sqlite"
    asnkarier("init", "--name", "Kota Contoh", "--db", db)
    rows = [CITY, [KECAMATAN], TITLE, [], HEADS, [KELURAHAN], person(1, "Seksi Umum"), [KECAMATAN], person(2, "Seksi Umum")]  # fmt: skip
    assert asnkarier("import", write_xlsx(tmp_path / "satu.xlsx", {"Lembar": rows}), "--db", db).code == 0
    with closing(sqlite3.connect(db)) as file:
        assert [unit for _nip, unit, _post in file.execute(PLACES)] == [
            "kecamatan utara / kelurahan satu / seksi umum",
            "kecamatan utara / seksi umum",
        ]


def test_a_bare_name_below_a_bidang_is_still_found_by_its_agency(tmp_path: Path) -> None:
    db = tmp_path / "kota.sqlite"
    asnkarier("init", "--name", "Kota Contoh", "--db", db)
    known = [[*HEADS, "Unit Atasan", "OPD"], [*person(1, "Seksi Gizi"), "Bidang Kesmas", "Dinas Kesehatan"]]
    later = [[*HEADS, "OPD"], [*person(2, "Seksi Gizi"), "Dinas Kesehatan"]]
    for name, rows in (("satu", known), ("dua", later)):
        assert asnkarier("import", write_xlsx(tmp_path / f"{name}.xlsx", {"Lembar": rows}), "--db", db).code == 0
    with closing(sqlite3.connect(db)) as file:
        units = {unit for _nip, unit, _post in file.execute(PLACES)}
    assert units == {"dinas kesehatan / bidang kesmas / seksi gizi"}


def test_a_list_of_the_whole_city_moves_nobody_out_of_a_section_of_a_kelurahan(tmp_path: Path) -> None:
    db = tmp_path / "kota.sqlite"
    asnkarier("init", "--name", "Kota Contoh", "--db", db)
    own = [CITY, [KECAMATAN], [KELURAHAN], TITLE, [], HEADS, person(1, "Seksi Umum", SEKSI)]
    city = [[*HEADS, "OPD"], [*person(1, "Seksi Umum", SEKSI), KECAMATAN], [*person(2, "Seksi Umum", SEKSI), KECAMATAN]]
    again = [["DAFTAR PEGAWAI KEADAAN 30 JUNI 2026"], [], *city]
    for name, rows in (("satu", own), ("dua", [TITLE, [], *city]), ("tiga", again)):
        assert asnkarier("import", write_xlsx(tmp_path / f"{name}.xlsx", {"Lembar": rows}), "--db", db).code == 0
        with closing(sqlite3.connect(db)) as file:
            told = [(unit, post) for _nip, unit, post in file.execute(PLACES)]
        assert told[0] == ("kecamatan utara / kelurahan satu / seksi umum",) * 2
        assert told[1:] == ([] if name == "satu" else [("kecamatan utara / seksi umum",) * 2])
    # The kecamatan's own list says where its people are.
    moved = [CITY, [KECAMATAN], ["DAFTAR PEGAWAI KEADAAN 31 JULI 2026"], [], HEADS, person(1, "Seksi Umum")]
    assert asnkarier("import", write_xlsx(tmp_path / "empat.xlsx", {"Lembar": moved}), "--db", db).code == 0
    with closing(sqlite3.connect(db)) as file:
        last = PLACES.replace("ORDER BY", "WHERE p.until = '9999-12-31' AND q.until = '9999-12-31' ORDER BY")
        assert {unit for _nip, unit, _post in file.execute(last)} == {"kecamatan utara / seksi umum"}


def test_a_kelurahan_alone_is_the_one_known_below_its_kecamatan(tmp_path: Path) -> None:
    db = tmp_path / "kota.sqlite"
    asnkarier("init", "--name", "Kota Contoh", "--db", db)
    places = []
    for name, heads, day in (
        ("mei", [KELURAHAN], "31 MEI 2026"),
        ("juni", [KECAMATAN, KELURAHAN], "30 JUNI 2026"),
        ("juli", [KELURAHAN], "31 JULI 2026"),
        ("mei", [KELURAHAN], "31 MEI 2026"),
    ):
        people = [person(1, "Seksi Umum"), person(2, KELURAHAN.title(), "Lurah")]
        rows = [CITY, *([line] for line in heads), [f"DAFTAR PEGAWAI KEADAAN {day}"], [], HEADS, *people]
        assert asnkarier("import", write_xlsx(tmp_path / f"{name}.xlsx", {"Lembar": rows}), "--db", db).code == 0
        with closing(sqlite3.connect(db)) as file:
            last = PLACES.replace("ORDER BY", "WHERE p.until = '9999-12-31' AND q.until = '9999-12-31' ORDER BY")
            places.append([unit for _nip, unit, _post in file.execute(last)])
    first = ["kelurahan satu / seksi umum", "kelurahan satu"]
    assert places == [first, *([f"kecamatan utara / {unit}" for unit in first] for _ in range(3))]


@pytest.mark.parametrize(
    ("known", "said", "one"),
    [
        ("Puskesmas Mawar", "UPTD Puskesmas Mawar", True),
        ("UPT Puskesmas Mawar", "Puskesmas Mawar", True),
        ("UPT Pasar Besar", "UPTD Pasar Besar", True),
        # What follows UPT is the very name of the office, and its first word is that of an office.
        ("Puskesmas Mawar", "UPTD Puskesmas Mawar Dua", False),
        ("Pengelolaan Sampah", "UPT Pengelolaan Sampah", False),
    ],
)
def test_a_cell_with_or_without_the_word_upt(tmp_path: Path, known: str, said: str, *, one: bool) -> None:
    db = tmp_path / "kota.sqlite"
    asnkarier("init", "--name", "Kota Contoh", "--db", db)
    rows = [[*HEADS, "OPD"], [*person(1, known), "Dinas Satu"], [*person(2, said), "Dinas Satu"]]
    file = write_xlsx(tmp_path / "satu.xlsx", {"Lembar": rows})
    assert asnkarier("import", file, "--db", db).code == 0
    with closing(sqlite3.connect(db)) as opened:
        assert len({unit for _nip, unit, _post in opened.execute(PLACES)}) == (1 if one else 2)
    assert '"unchanged": 2' in asnkarier("import", file, "--db", db, "--format", "json").out


@pytest.mark.parametrize(
    ("letterheads", "places"),
    [
        ([["DINAS SOSIAL"], ["DINAS KESEHATAN"]], [("DINAS SOSIAL", None), ("DINAS KESEHATAN", None)]),
        (
            [["KECAMATAN UTARA", "KELURAHAN SATU"], ["KECAMATAN BARAT", "KELURAHAN DUA"], ["KECAMATAN BARAT"]],
            [("KECAMATAN UTARA", "KELURAHAN SATU"), ("KECAMATAN BARAT", "KELURAHAN DUA"), ("KECAMATAN BARAT", None)],
        ),
        # The kelurahan of the first letterhead is not that of the second.
        (
            [["KECAMATAN UTARA", "KELURAHAN SATU"], ["KECAMATAN UTARA"]],
            [("KECAMATAN UTARA", "KELURAHAN SATU"), ("KECAMATAN UTARA", None)],
        ),
    ],
)
def test_lists_on_one_sheet_each_with_its_letterhead(
    tmp_path: Path, letterheads: list[list[str]], places: list[tuple[str, str | None]]
) -> None:
    rows: list[list[Any]] = []
    for n, lines in enumerate(letterheads, 1):
        rows += [CITY, *([line] for line in lines), TITLE, [], HEADS, person(n, "Sekretariat"), []]
    assert above(read_rows(tmp_path, rows)) == places
