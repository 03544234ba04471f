"""Agencies and units that letterheads, titles and keys name, above a list and between its people."""

from pathlib import Path
from typing import Any

import pytest

from asnkarier.ingest.frames import ReadOptions
from asnkarier.ingest.header.places import Place, in_title
from asnkarier.ingest.reading import read_book
from tests.ingest.sheetmaker import TODAY, Read, collected, read_rows, write_xlsx

HEAD = ["NO", "NAMA", "NIP", "JABATAN"]
SIGNATURE = [
    ["", "", "", "Kota Contoh, 31 Desember 2025"],
    ["", "", "", "Kepala Dinas Kesehatan"],
    [],
    ["", "", "", "Contoh Pejabat"],
    ["", "", "", "NIP. 197001011995011001"],
]


def person(n: int, *more: Any) -> list[Any]:
    return [n, f"Contoh {n}", f"19900101201501{1000 + n}", *(more or ("Perawat Ahli Muda",))]


def places(read: Read, part: int = 0) -> list[tuple[Any, Any]]:
    return [(row.get("agency"), row["unit"]) for _number, row in read.rows[part]]


KEYS = [
    ("UNIT KERJA", ["UPT PUSKESMAS CONTOH I", "UPT PUSKESMAS CONTOH II"], "unit"),
    ("Nama Sekolah", ["SD NEGERI 1", "SD NEGERI 2"], "unit"),
    ("UPTD", ["Puskesmas Mawar", "Puskesmas Melati"], "unit"),
    ("Satuan Kerja", ["SMP NEGERI 1", "SMP NEGERI 2"], "unit"),  # no school is an agency
    ("OPD", ["DINAS SOSIAL", "DISHUB"], "agency"),
    ("SKPD", ["DINAS SOSIAL", "BADAN ARSIP"], "agency"),
    ("Perangkat Daerah", ["DINAS SOSIAL", "BADAN ARSIP"], "agency"),
    ("Instansi", ["DINAS SOSIAL", "BADAN ARSIP"], "agency"),
    ("Unit Kerja", ["DINAS SOSIAL", "BADAN ARSIP"], "agency"),  # the unit is the agency itself
]


@pytest.mark.parametrize("form", ["one cell", "three cells", "stacked", "stacked and signed", "own titles"])
@pytest.mark.parametrize(("key", "names", "field"), KEYS)
def test_a_key_before_the_name(tmp_path: Path, key: str, names: list[str], field: str, form: str) -> None:
    one, two = ([f"{key} : {name}"] for name in names)
    if form == "three cells":
        one, two = ([key, ":", name] for name in names)
    between = {
        "stacked": [[], two, [], HEAD],
        "stacked and signed": [[], *SIGNATURE, [], ["DAFTAR PEGAWAI"], two, HEAD],
        "own titles": [[], ["DAFTAR PEGAWAI"], ["KEADAAN DESEMBER 2025"], two, [], HEAD],
    }.get(form, [two])
    above = [HEAD, one] if form in ("one cell", "three cells") else [["DAFTAR PEGAWAI"], one, [], HEAD]
    read = read_rows(tmp_path, [*above, person(1), *between, person(2), person(3)])
    first, second = names
    asked = [first, second, second]
    assert read.found == []
    found = [place for part in range(len(read.rows)) for place in places(read, part)]
    assert found == [(name if field == "agency" else None, name) for name in asked]


@pytest.mark.parametrize(
    ("key", "value", "unit"),
    [
        ("BIDANG", "MUTASI", "BIDANG MUTASI"),
        ("BIDANG", "Bidang Mutasi", "Bidang Mutasi"),
        ("KELURAHAN", "MELATI", "KELURAHAN MELATI"),
        ("UNIT KERJA", "MELATI", "MELATI"),
    ],
)
def test_a_key_that_is_part_of_the_name(tmp_path: Path, key: str, value: str, unit: str) -> None:
    read = read_rows(tmp_path, [["SKPD : DINAS SOSIAL"], [], HEAD, [f"{key} : {value}"], person(1)])
    assert (read.found, places(read)) == ([], [("DINAS SOSIAL", unit)])


def test_keys_of_agency_and_unit_in_either_order(tmp_path: Path) -> None:
    rows = [
        HEAD, ["SKPD : DINAS PENDIDIKAN"], ["UNIT KERJA : SDN 1"], person(1), ["UNIT KERJA : SDN 2"], person(2),
        ["UNIT KERJA : UPT PASAR"], ["SKPD : DINAS PASAR"], person(3), ["SKPD : BADAN ARSIP"], person(4),
    ]  # fmt: skip
    read = read_rows(tmp_path, rows)
    assert places(read) == [
        ("DINAS PENDIDIKAN", "SDN 1"), ("DINAS PENDIDIKAN", "SDN 2"),
        ("DINAS PASAR", "UPT PASAR"), ("BADAN ARSIP", "BADAN ARSIP"),
    ]  # fmt: skip


def test_a_key_of_something_else_is_no_unit(tmp_path: Path) -> None:
    rows = [HEAD, ["UNIT KERJA : SDN 1"], person(1), ["BULAN : MARET"], person(2), ["Instansi : Pemerintah Kota Contoh"], person(3)]  # fmt: skip
    assert [unit for _agency, unit in places(read_rows(tmp_path, rows))] == ["SDN 1", "SDN 1", "SDN 1"]


KOP = [["PEMERINTAH KOTA CONTOH"], ["DINAS PEKERJAAN UMUM DAN PENATAAN RUANG"], ["Jalan Merdeka No. 1 Telp. (021) 555555"], []]  # fmt: skip
PU = "DINAS PEKERJAAN UMUM DAN PENATAAN RUANG"


def test_the_letterhead_gives_the_agency_and_without_a_column_the_unit(tmp_path: Path) -> None:
    title = [["DAFTAR NOMINATIF PEGAWAI"], ["KEADAAN PER 31 DESEMBER 2025"], []]
    read = read_rows(tmp_path, [*KOP, *title, HEAD, person(1), person(2)])
    assert (read.found, places(read), read.heads[0].dated) == ([], [(PU, PU), (PU, PU)], "2025-12-31")
    column = [[*HEAD, "UNIT KERJA"], person(1, "Analis", "Bidang Bina Marga"), person(2, "Analis", "")]
    read = read_rows(tmp_path, [*KOP, *title, *column])
    # A blank unit is no person of the agency itself.
    assert (places(read), read.found) == ([(PU, "Bidang Bina Marga"), (PU, None)], [("cell_blank", "E10")])


@pytest.mark.parametrize(
    ("title", "agency"),
    [
        ([["DAFTAR PEGAWAI"], ["DINAS PENDIDIKAN KOTA CONTOH"]], "DINAS PENDIDIKAN KOTA CONTOH"),
        # The letterhead names the city itself.
        ([["PEMERINTAH KOTA CONTOH"], ["DINAS PENDIDIKAN KOTA CONTOH"], ["Jl. Mawar 1"]], "DINAS PENDIDIKAN"),
        ([["PEMERINTAH KOTA CONTOH\nDINAS PENDIDIKAN\nJalan Mawar No. 2"]], "DINAS PENDIDIKAN"),
        ([["DAFTAR PEGAWAI DINAS PENDIDIKAN TAHUN 2025"]], "DINAS PENDIDIKAN"),
        ([["DATA GURU DI LINGKUNGAN DINAS PENDIDIKAN"]], "DINAS PENDIDIKAN"),
        # Whoever's letterhead it has, the list is of those its title names.
        ([["BADAN KEPEGAWAIAN DAERAH"], ["DAFTAR PEGAWAI DINAS PENDIDIKAN"]], "DINAS PENDIDIKAN"),
    ],
)
def test_schools_below_the_agency_of_the_title(tmp_path: Path, title: list[list[str]], agency: str) -> None:
    rows = [*title, [], HEAD, ["SD NEGERI 1 CONTOH"], person(1), ["SD NEGERI 2 CONTOH"], person(2)]
    read = read_rows(tmp_path, rows)
    assert (read.found, places(read)) == ([], [(agency, "SD NEGERI 1 CONTOH"), (agency, "SD NEGERI 2 CONTOH")])


MAKER = [
    ["PEMERINTAH KOTA CONTOH"],
    ["BADAN KEPEGAWAIAN DAN PENGEMBANGAN SUMBER DAYA MANUSIA"],
    ["Jalan Anggrek 1"],
    [],
]


def test_who_made_a_list_for_the_whole_city_is_not_its_agency(tmp_path: Path) -> None:
    head = [*HEAD, "UNIT KERJA"]
    units = [person(1, "Analis", "Bidang Arsip"), person(2, "Guru", "SD NEGERI 1")]
    assert places(read_rows(tmp_path, [*MAKER, head, *units])) == [(None, "Bidang Arsip"), (None, "SD NEGERI 1")]
    sections = [HEAD, ["DINAS SOSIAL"], person(1), ["BADAN ARSIP"], person(2)]
    assert [agency for agency, _unit in places(read_rows(tmp_path, [*MAKER, *sections]))] == [
        "DINAS SOSIAL",
        "BADAN ARSIP",
    ]
    paged = read_rows(tmp_path, [*MAKER, *sections, [], *MAKER, HEAD, person(3)])
    assert [agency for agency, _unit in places(paged)] == ["DINAS SOSIAL", "BADAN ARSIP", "BADAN ARSIP"]
    agencies = [[*head, "OPD"], [*units[0], "DINAS SOSIAL"]]
    assert places(read_rows(tmp_path, [*MAKER, *agencies])) == [("DINAS SOSIAL", "Bidang Arsip")]
    # Neither column nor section: asked for, never guessed.
    alone = read_rows(tmp_path, [*MAKER, HEAD, person(1)])
    assert (alone.rows, len(alone.found)) == ([], 1)


BKD, SETDA = "BADAN KEPEGAWAIAN DAERAH", "SEKRETARIAT DAERAH"


@pytest.mark.parametrize(
    ("letterhead", "units", "own"),
    [
        (BKD, ["Sekretariat", "Bidang Mutasi"], True),
        (BKD, ["Sekretariat"], True),
        (BKD, [BKD, "Bidang Mutasi", "Sub Bidang Kepangkatan", "Kelompok Jabatan Fungsional"], True),
        (SETDA, ["Bagian Umum", "Bagian Hukum", "Sub Bagian Rumah Tangga"], True),
        # What the maker has not got is of others: the list is about the city.
        (BKD, ["Sekretariat", "Bidang Mutasi", "Puskesmas Melati"], False),
        (BKD, ["Sekretariat", "Dinas Sosial"], False),
        (BKD, ["Bidang Mutasi", "Bagian Umum"], False),
        (BKD, ["Sekretariat DPRD", "Bidang Mutasi"], False),
        (BKD, ["Sekretariat", "Bidang Pembinaan SD", "Bidang Pembinaan SMP"], False),
        (BKD, ["Bidang Mutasi", "Bidang Pembinaan SD"], False),
        (BKD, ["Bidang Mutasi", "Bidang Pengadaan dan Informasi", "Sub Bidang Data"], True),
        (BKD, ["Sekretariat", "Bidang Informasi"], False),  # of the Diskominfo as likely
        (BKD, ["Bidang Pengembangan SDM", "Bidang Pendidikan dan Pelatihan", "Sub Bagian Keuangan"], True),
        (SETDA, ["Bagian Umum", "Bidang Arsip"], False),
        (SETDA, ["Sekretariat", "Bagian Umum"], False),
    ],
)
def test_a_list_of_the_people_of_who_makes_lists_for_all(
    tmp_path: Path, letterhead: str, units: list[str], own: bool
) -> None:
    kop = [["PEMERINTAH KOTA CONTOH"], [letterhead], ["DAFTAR PEGAWAI KEADAAN 31 MEI 2026"], []]
    column = [[*HEAD, "UNIT KERJA"], *(person(n, "Analis", unit) for n, unit in enumerate(units, 1))]
    sections = [HEAD, *(row for n, unit in enumerate(units, 1) for row in ([unit], person(n)))]
    assert places(read_rows(tmp_path, [*kop, *column])) == [(letterhead if own else None, unit) for unit in units]
    agencies = [agency for agency, _unit in places(read_rows(tmp_path, [*kop, *sections]))]
    assert (set(agencies) == {letterhead}) is (own or letterhead in agencies)
    assert own is (agencies[0] == letterhead)


def test_a_list_of_the_city_stays_one_where_anything_says_so(tmp_path: Path) -> None:
    kop = [["PEMERINTAH KOTA CONTOH"], [BKD], []]
    column = [[*HEAD, "UNIT KERJA"], person(1, "Analis", "Sekretariat"), person(2, "Analis", "Bidang Diklat")]
    assert places(read_rows(tmp_path, [*kop, *column]))[0] == (BKD, "Sekretariat")
    # Two bidang of two agencies on file, none its own; of one alone it may be the first list of its own.
    diklat, kinerja = {"bidang diklat": ["Badan Diklat"]}, {"bidang kinerja": ["Badan Kinerja"]}
    both = [*column, person(3, "Analis", "Bidang Kinerja")]
    assert places(read_rows(tmp_path, [*kop, *both], units={**diklat, **kinerja}))[0] == (None, "Sekretariat")
    assert places(read_rows(tmp_path, [*kop, *both], units=diklat))[0] == (BKD, "Sekretariat")
    titled = [*kop[:2], ["DAFTAR PEGAWAI DI LINGKUNGAN PEMERINTAH KOTA CONTOH"], [], *column]
    assert places(read_rows(tmp_path, titled))[0] == (None, "Sekretariat")
    opd = [[*column[0], "OPD"], [*column[1], "Dinas Sosial"], [*column[2], ""]]
    assert places(read_rows(tmp_path, [*kop, *opd])) == [("Dinas Sosial", "Sekretariat"), (None, "Bidang Diklat")]
    # What is on file as its own is its own, whatever it is called.
    other = [column[0], column[1], person(2, "Analis", "Bidang Arsip")]
    assert places(read_rows(tmp_path, [*kop, *other]))[0] == (None, "Sekretariat")
    assert places(read_rows(tmp_path, [*kop, *other], units={"bidang arsip": [BKD]}))[0] == (BKD, "Sekretariat")
    assert places(read_rows(tmp_path, [*kop, *other], units={"bidang arsip": ["Badan Arsip"]}))[0] == (
        None,
        "Sekretariat",
    )


def test_what_the_maker_of_lists_says_of_itself(tmp_path: Path) -> None:
    titled = [["DAFTAR PEGAWAI BKPSDM"], [], HEAD, person(1)]
    assert places(read_rows(tmp_path, titled)) == [("BKPSDM", "BKPSDM")]
    by_key = [*MAKER, ["UNIT KERJA : UPT PASAR"], HEAD, person(1)]
    assert places(read_rows(tmp_path, by_key)) == [(None, "UPT PASAR")]


def test_a_letterhead_over_units_of_other_agencies_is_not_their_agency(tmp_path: Path) -> None:
    rows = [*KOP, [*HEAD, "UNIT KERJA"], person(1, "Analis", "Dinas Sosial"), person(2, "Analis", "Bidang Arsip")]
    assert places(read_rows(tmp_path, rows)) == [(None, "Dinas Sosial"), (None, "Bidang Arsip")]


def test_the_letterhead_says_nothing_of_posts_of_the_past(tmp_path: Path) -> None:
    rows = [*KOP, ["NIP", "NAMA JABATAN", "UNIT KERJA", "TMT MULAI", "SAMPAI"], [person(1)[2], "Kepala Seksi A", "Seksi A", "01-01-2012", "31-12-2014"]]  # fmt: skip
    read = read_rows(tmp_path, rows)
    assert (read.heads[0].kind, read.row().get("agency")) == ("history", None)


def test_each_sheet_has_its_own_agency(tmp_path: Path) -> None:
    titled = {f"S{x}": [[f"DAFTAR PEGAWAI DINAS {x}"], [], HEAD, person(n)] for n, x in enumerate("ABC", 1)}
    named = {f"Dinas {x}": [["DAFTAR PEGAWAI"], [], HEAD, person(n)] for n, x in enumerate("ABC", 1)}
    for sheets in (titled, named):
        path = write_xlsx(tmp_path / "a.xlsx", sheets)
        read = collected(read_book(path, ReadOptions(today=TODAY)))
        assert [places(read, part)[0][0].upper() for part in range(3)] == ["DINAS A", "DINAS B", "DINAS C"]


EVALUATED = ["NO", "NAMA", "NIP", "PREDIKAT KINERJA"]


@pytest.mark.parametrize("signed", [True, False])
@pytest.mark.parametrize(
    ("one", "two", "told"),
    [
        ("EVALUASI KINERJA TAHUN 2024", "EVALUASI KINERJA TAHUN 2025", [(2024, None), (2025, None)]),
        ("EVALUASI TRIWULAN I TAHUN 2025", "EVALUASI TRIWULAN II TAHUN 2025", [(2025, "Q1"), (2025, "Q2")]),
        ("EVALUASI TRIWULAN I TAHUN 2025", "EVALUASI TRIWULAN II", [(2025, "Q1"), (2025, "Q2")]),
        ("EVALUASI TRIWULAN I TAHUN 2024", "EVALUASI TAHUN 2025", [(2024, "Q1"), (2025, None)]),
    ],
)
def test_lists_of_two_times_under_one_another(
    tmp_path: Path, one: str, two: str, told: list[tuple[int, str | None]], signed: bool
) -> None:
    """Under the same header, with or without a signature between them; a date of the signature is no title."""
    between = [[], *(SIGNATURE if signed else []), []]
    rows = [[one], [], EVALUATED, person(1, "Baik"), *between, [two], [], EVALUATED, person(1, "Kurang")]
    read = read_rows(tmp_path, rows)
    assert read.found == []
    assert [(part[0][1]["year"], part[0][1].get("period")) for part in read.rows] == told
    assert [part[0][1]["predicate"] for part in read.rows] == ["baik", "kurang"]


@pytest.mark.parametrize(
    "form", ["{} (3 orang)", "{} : 3 ORANG", "{} - 3 org", "{} : Drs. Contoh", "B. {} = 12 pegawai"]
)
def test_what_stands_behind_the_name_of_a_section(tmp_path: Path, form: str) -> None:
    rows = [["DAFTAR PEGAWAI DINAS SOSIAL"], HEAD, ["SEKRETARIAT"], person(1), [form.format("BIDANG ARSIP")], person(2)]
    assert [unit for _agency, unit in places(read_rows(tmp_path, rows))] == ["SEKRETARIAT", "BIDANG ARSIP"]
    counted = [*rows[:4], ["BIDANG ARSIP", "3 orang"], person(2)]
    assert [unit for _agency, unit in places(read_rows(tmp_path, counted))] == ["SEKRETARIAT", "BIDANG ARSIP"]


def test_the_agency_in_the_second_line_of_a_title(tmp_path: Path) -> None:
    title = [["DAFTAR URUT KEPANGKATAN (DUK) PEGAWAI NEGERI SIPIL"], ["DI LINGKUNGAN DINAS SOSIAL"], ["KEADAAN : DESEMBER 2025"]]  # fmt: skip
    assert places(read_rows(tmp_path, [*title, HEAD, person(1)])) == [("DINAS SOSIAL", "DINAS SOSIAL")]


def test_pages_that_repeat_the_letterhead_go_on_in_the_section_they_are_in(tmp_path: Path) -> None:
    page = [*KOP, ["DAFTAR PEGAWAI"], [], HEAD]
    read = read_rows(
        tmp_path, [*page, ["BIDANG BINA MARGA"], person(1), [], *page, person(2), ["SEKRETARIAT"], person(3)]
    )
    assert places(read) == [(PU, "BIDANG BINA MARGA"), (PU, "BIDANG BINA MARGA"), (PU, "SEKRETARIAT")]


def test_pages_that_repeat_title_and_header_go_on_in_the_section_they_are_in(tmp_path: Path) -> None:
    title = [["DAFTAR PEGAWAI DINAS SOSIAL"], ["KEADAAN PER 31 DESEMBER 2025"], [], HEAD]
    read = read_rows(tmp_path, [*title, ["BIDANG ARSIP"], person(1), [], *title, person(2)])
    assert (len(read.heads), places(read)) == (1, [("DINAS SOSIAL", "BIDANG ARSIP")] * 2)


@pytest.mark.parametrize(
    "text",
    [
        "KEPALA DINAS KESEHATAN", "DAFTAR PEGAWAI PINDAH KE DINAS KESEHATAN", "DAFTAR GURU SD SE-KOTA CONTOH", "DAFTAR KEPALA SEKOLAH DASAR",
        "Dinas agar mengisi kolom 5", "PUSKESMAS", "UNIT KERJA", "DAFTAR PEGAWAI DI LINGKUNGAN PEMERINTAH KOTA CONTOH", "Kantor: Jalan Mawar 1",
        "Kantor Jalan Mawar 1", "DAFTAR PEGAWAI YANG BERTUGAS DI DINAS KESEHATAN", "DINAS, BADAN DAN KECAMATAN",
    ],
)  # fmt: skip
def test_titles_that_name_no_place(text: str) -> None:
    assert in_title(text) == []


def test_unit_and_agency_in_one_title() -> None:
    asked = [Place("unit", "UPTD PUSKESMAS MELATI", listed=True), Place("agency", "DINAS KESEHATAN", listed=True)]
    assert in_title("DAFTAR PEGAWAI UPTD PUSKESMAS MELATI PADA DINAS KESEHATAN TAHUN 2025") == asked
    assert in_title("KECAMATAN UTARA KELURAHAN MELATI") == [
        Place("agency", "KECAMATAN UTARA"),
        Place("unit", "KELURAHAN MELATI"),
    ]
