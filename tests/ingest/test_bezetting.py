"""Lists of posts without a column of their kinds: what echelon, level and name tell, and what is asked about."""

from pathlib import Path
from typing import Any

import pytest

from asnkarier.core.parse.posts import kind_of_post
from tests.ingest.sheetmaker import Read, read_rows

HEADS = ["No", "Nama Jabatan", "Kelas Jabatan", "Bezetting", "Kebutuhan"]
POSTS = [
    [1, "Kepala Bidang Arsip", 11, 1, 1],
    [2, "Arsiparis Ahli Muda", 9, 1, 2],
    [3, "Pengadministrasi Perkantoran", 5, 1, 4],
]
UNSURE = [[4, "Kepala UPT Depo Arsip", 9, 1, 1], [5, "Pengelola Arsip", 6, 1, 2]]


def with_unit(rows: list[list[Any]]) -> list[list[Any]]:
    return [[*row, "Unit Kerja" if row is rows[0] else "Dinas Arsip"] for row in rows]


def kinds(read: Read) -> list[tuple[str, str]]:
    return [(row["position"], row["position_kind"]) for _number, row in read.rows[0]]


TOLD = [
    ("Kepala Bidang Arsip", "administrator"),
    ("Arsiparis Ahli Muda", "jf_ahli_muda"),
    ("Pengadministrasi Perkantoran", "pelaksana"),
]


def test_names_tell_the_kinds(tmp_path: Path) -> None:
    read = read_rows(tmp_path, with_unit([HEADS, *POSTS]))
    assert (read.found, read.heads[0].kind, kinds(read)) == ([], "positions", TOLD)
    assert [row["headcount"] for _number, row in read.rows[0]] == [1, 2, 4]


def test_what_no_name_tells_is_asked_about(tmp_path: Path) -> None:
    read = read_rows(tmp_path, with_unit([HEADS, *POSTS, *UNSURE]))
    assert read.found == [("kind_of_post_unknown", "B5"), ("kind_of_post_unknown", "B6")]
    assert kinds(read) == TOLD


def test_one_kind_for_the_others_makes_no_pelaksana_of_a_head(tmp_path: Path) -> None:
    read = read_rows(tmp_path, with_unit([HEADS, *POSTS, *UNSURE]), sets={"position_kind": "pelaksana"})
    assert read.found == [("kind_of_post_unknown", "B5")]
    assert kinds(read) == [*TOLD, ("Pengelola Arsip", "pelaksana")]


def test_the_echelon_goes_before_the_name(tmp_path: Path) -> None:
    heads = ["No", "Nama Jabatan", "Eselon", "Kelas Jabatan", "Unit Kerja"]
    posts = [
        [1, "Kepala UPT Arsip", "IV.a", 9, "Dinas Arsip"],
        [2, "Kepala Seksi Arsip", "III.b", 11, "Dinas Arsip"],
        [3, "Arsiparis Ahli Muda", "-", 9, "Dinas Arsip"],
    ]
    read = read_rows(tmp_path, [heads, *posts])
    assert read.found == []
    assert [kind for _post, kind in kinds(read)] == ["pengawas", "administrator", "jf_ahli_muda"]


def test_a_list_that_names_few_kinds_lacks_their_column(tmp_path: Path) -> None:
    read = read_rows(tmp_path, with_unit([HEADS, POSTS[0], *UNSURE]))
    assert read.found == [("kind_lacks_column", None)]


def test_a_list_of_people_without_numbers_is_none_of_posts(tmp_path: Path) -> None:
    rows = [["No", "Nama", "Jabatan", "Kelas Jabatan", "Kebutuhan", "Unit Kerja"], [1, "Contoh", "Kepala Bidang Arsip", 11, 1, "Dinas Arsip"]]  # fmt: skip
    assert read_rows(tmp_path, rows).rows == []


@pytest.mark.parametrize("letters", [False, True])
def test_the_units_of_a_bezetting_in_title_and_sections(tmp_path: Path, letters: bool) -> None:
    heads = [*HEADS[:3], "B", "K"] if letters else HEADS
    title = [["PETA JABATAN"], ["DINAS ARSIP"], []]
    read = read_rows(tmp_path, [*title, heads, ["", "BIDANG ARSIP"], *POSTS[:2], ["", "SEKRETARIAT"], POSTS[2]])
    assert (read.found, kinds(read)) == ([], TOLD)
    places = [(row["agency"], row["unit"]) for _number, row in read.rows[0]]
    assert places == [("DINAS ARSIP", name) for name in ("BIDANG ARSIP", "BIDANG ARSIP", "SEKRETARIAT")]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Kepala Dinas Kesehatan", "jpt_pratama"),
        ("Staf Ahli Wali Kota Bidang Hukum", "jpt_pratama"),
        ("Kepala Bagian Umum", "administrator"),
        ("Camat Contoh", "administrator"),
        ("Sekretaris Kecamatan", "administrator"),
        ("Kepala Subbagian Keuangan", "pengawas"),
        ("Kasi Pemerintahan", "pengawas"),
        ("Lurah Contoh", "pengawas"),
        ("Guru Ahli Pertama", "jf_ahli_pertama"),
        ("Perawat Mahir", "jf_mahir"),
        ("Penelaah Teknis Kebijakan", "pelaksana"),
        ("Penata Layanan Operasional", "pelaksana"),
        ("Kepala Badan Kepegawaian", None),  # a ministry's is another
        ("Sekretaris Daerah", None),  # JPT madya in a province
        ("Kepala UPT Puskesmas", None),
        ("Kepala Bidangan", None),
        ("Guru", None),
        ("Penata Laksana Barang", None),
    ],
)
def test_what_a_name_tells_for_certain(name: str, kind: str | None) -> None:
    assert kind_of_post(name) == kind
