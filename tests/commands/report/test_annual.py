"""report annual, on the sample city."""

import io
import json
import re
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from asnkarier.commands.report import annual as annual_report
from asnkarier.commands.report import unit as unit_report
from asnkarier.commands.report.annual import report_of
from asnkarier.commands.report.basis import Basis
from asnkarier.core.access import Access
from asnkarier.store.database import open_database
from asnkarier.views.report.model import Figure
from asnkarier.views.shapes import Bars, Grid, Heat, Record, Table, Tree
from asnkarier.views.values import say
from tests.terminal import Said, asnkarier

SAMPLE = Path(__file__).parents[3] / "data" / "sample.sqlite"
DAY = "2026-06-30"


def annual(into: Path, *arguments: object, **settings: str) -> Said:
    return asnkarier("report", "annual", 2025, "--db", SAMPLE, "--as-of", DAY, "-o", into, *arguments, **settings)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    into = tmp_path_factory.mktemp("report") / "new"
    answer = annual(into)
    assert (answer.code, answer.out, answer.err) == (0, "", "")
    return into


def test_files_are_whole_and_nothing_lies_beside_them(made: Path) -> None:
    assert sorted(path.name for path in made.iterdir()) == ["laporan-2025.html", "laporan-2025.xlsx"]


def test_a_job_hears_nothing_and_a_person_which_files_are_ready(made: Path, tmp_path: Path) -> None:
    """`made` was run as a job runs it, and said nothing."""
    answer = asnkarier(
        "report",
        "annual",
        2025,
        "--db",
        SAMPLE,
        "--as-of",
        DAY,
        "-o",
        tmp_path,
        "--unit",
        "Inspektorat Daerah",
        tty=True,
    )
    assert answer.code == 0
    assert answer.out == ""
    assert f"{tmp_path}/laporan-2025-inspektorat-daerah.html" in answer.err


def test_the_same_data_give_the_same_bytes(made: Path, tmp_path: Path) -> None:
    answer = annual(tmp_path, "--format", "json")
    assert answer.code == 0
    files = json.loads(answer.out)["files"]
    for file in files:
        assert Path(file["path"]).read_bytes() == (made / Path(file["path"]).name).read_bytes()
    assert [Path(file["path"]).suffix for file in files] == [".xlsx", ".html"]


def test_format_says_which_files_are_made(made: Path, tmp_path: Path) -> None:
    """A report is made as html, pdf and xlsx; nothing is made, or printed, in its place."""
    answer = annual(tmp_path, "--format", "html")
    assert (answer.code, answer.out) == (0, "")
    assert [path.name for path in tmp_path.iterdir()] == ["laporan-2025.html"]
    assert (tmp_path / "laporan-2025.html").read_bytes() == (made / "laporan-2025.html").read_bytes()
    refused = annual(tmp_path / "csv", "--format", "csv", lang="en")
    assert (refused.code, refused.out) == (2, "")
    assert "html, pdf or xlsx, not as csv" in refused.err
    assert not (tmp_path / "csv").exists()


def test_chapters_of_page_and_workbook(made: Path) -> None:
    page = (made / "laporan-2025.html").read_text(encoding="utf-8")
    titles = re.findall(r'<h2 id="[\w-]+">([^<]+)</h2>', page)
    book = openpyxl.load_workbook(io.BytesIO((made / "laporan-2025.xlsx").read_bytes()))
    for title in ("Keadaan pegawai", "Mutasi pegawai", "Kinerja", "Kompetensi", "Mutu data", "Sumber data"):
        assert title in titles
        assert title in book.sheetnames
    assert "UU 20/2023 Ps 5" in page
    assert "http" not in re.sub(r'xmlns="[^"]+"', "", page)


def test_every_table_names_its_law_or_its_measure() -> None:
    """Data quality and sources say of what they count; every other table has its law or, where there is none, says so."""
    assert [title for title, caption in on_paper() if not caption] == []


def on_paper() -> list[tuple[str, str]]:
    """Return title and caption of everything the report shows, but for the cover."""
    with open_database(str(SAMPLE), Access.READ) as db:
        report = report_of(Basis(db, date.fromisoformat(DAY), 2025))
        shown = []
        for section in report.sections:
            for content in section.contents:
                shape = content.table if isinstance(content, Figure) else content
                if isinstance(shape, Table | Heat | Grid | Bars | Tree | Record):
                    shown.append((f"{section.key}: {say(shape.title)}", say(shape.caption)))
        return shown


def test_nothing_in_it_is_meant_for_the_terminal(made: Path) -> None:
    """A report leaves the office: no command to type, no list cut short with a way to see the rest."""
    page = re.sub(r"<[^>]+>", " ", (made / "laporan-2025.html").read_text(encoding="utf-8").partition("<body")[2])
    assert re.findall(r"`[^`]+`|\B--\w+", page) == []


def test_posts_that_fall_empty_are_those_of_the_forecast(made: Path) -> None:
    listed = json.loads(asnkarier("forecast", "vacancies", "--db", SAMPLE, "--as-of", DAY, "--format", "json").out)
    book = openpyxl.load_workbook(io.BytesIO((made / "laporan-2025.xlsx").read_bytes()))
    cells = {cell.value for row in book["Lowongan dan yang akan datang"].iter_rows() for cell in row}
    first = next(iter(value for value in listed.values() if isinstance(value, list)))
    assert {post["position"] for post in first} <= cells


def test_long_lists_have_sheets_that_bear_their_own_names(made: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO((made / "laporan-2025.xlsx").read_bytes()))
    for name in ("Daftar nama calon", "Di bawah jam pelajaran wajib", "Daftar urut kepangkatan (DUK)"):
        assert any(title.startswith(name[:24]) for title in book.sheetnames), (name, book.sheetnames)
    assert sum("DUK" in title for title in book.sheetnames) == 1
    assert [title for title in book.sheetnames if title != title.strip(" ,.-")] == []


def test_the_nine_boxes_lie_in_the_workbook_as_they_are_drawn(made: Path) -> None:
    """Performance upwards, potential to the right; with those not determined they are everyone on the map."""
    book = openpyxl.load_workbook(made / "laporan-2025.xlsx")
    rows = list(book["Peta talenta"].iter_rows(values_only=True))
    first = next(place for place, row in enumerate(rows) if row[1] == "potensial rendah")
    drawn = [[int(str(cell).split()[1].rstrip(":")) for cell in row[1:4]] for row in rows[first + 1 : first + 4]]
    assert drawn == [[4, 7, 9], [2, 5, 8], [1, 3, 6]]
    counts = {row[0]: row[1] for row in rows[first + 4 :] if isinstance(row[1], int) and row[0] != row[1]}
    asked = json.loads(asnkarier("talent", "--db", SAMPLE, "--as-of", DAY, "--format", "json").out)
    assert counts["Belum dapat ditentukan"] == asked["undetermined"] > 1000


def test_a_table_without_rows_says_why(made: Path) -> None:
    book = openpyxl.load_workbook(made / "laporan-2025.xlsx")
    said = [row[0] for row in book["Lingkungan kerja"].iter_rows(values_only=True)]
    assert "Belum ada survei untuk tahun ini." in said


def test_counts_of_the_staff_agree_with_the_list_of_staff(made: Path) -> None:
    listed = json.loads(asnkarier("staff", "--db", SAMPLE, "--as-of", DAY, "--format", "json").out)["people"]
    kinds = [person["employee_kind"] for person in listed]
    book = openpyxl.load_workbook(io.BytesIO((made / "laporan-2025.xlsx").read_bytes()))
    rows = {row[0]: row for row in book["Keadaan pegawai"].iter_rows(min_row=1, max_row=12, values_only=True)}
    for kind in ("PNS", "CPNS", "PPPK"):
        assert rows[kind][3] == kinds.count(kind)


def test_a_unit_alone(tmp_path: Path) -> None:
    answer = annual(tmp_path, "--unit", "Dinas Sosial")
    assert answer.code == 0, answer.err
    page = (tmp_path / "laporan-2025-dinas-sosial.html").read_text(encoding="utf-8")
    assert "Laporan tahunan 2025: Dinas Sosial" in page
    assert "Dinas Kesehatan" not in page.partition('id="keadaan"')[2].partition('id="mutasi"')[0]


def test_a_file_in_the_place_of_the_folder(tmp_path: Path) -> None:
    place = tmp_path / "taken"
    place.write_text("mine")
    answer = annual(place)
    assert answer.code == 2
    assert place.read_text() == "mine"


def test_names_of_sanctioned_people_are_not_in_it(made: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO((made / "laporan-2025.xlsx").read_bytes()))
    words = [str(cell) for row in book["Disiplin"].iter_rows(values_only=True) for cell in row if cell is not None]
    assert not any(re.fullmatch(r"\d{18}", word) for word in words)


def test_staff_of_a_day_before_their_list_are_said_not_to_be_known(tmp_path: Path) -> None:
    """The list of staff speaks of 30 June 2026; of 31 December 2025 only those are known who left or moved before."""
    said = asnkarier(
        "report",
        "annual",
        2025,
        "--db",
        SAMPLE,
        "--as-of",
        "2025-12-31",
        "-o",
        tmp_path,
        "--unit",
        "Inspektorat Daerah",
    )
    assert said.code == 0
    sentence = said.err.strip()
    # Of a few a movement before their list says where they stood.
    assert sentence.startswith("Tentang 1.185 orang yang tercatat belum ada keterangan untuk 31 Desember 2025;")
    assert "30 Juni 2026" in sentence
    page = (tmp_path / "laporan-2025-inspektorat-daerah.html").read_text(encoding="utf-8")
    assert page.count(sentence) == 2  # on the cover and where the staff are counted
    assert "Pegawai yang diketahui pada hari itu" in page
    book = openpyxl.load_workbook(tmp_path / "laporan-2025-inspektorat-daerah.xlsx")
    assert sentence in [row[1] for row in book["Sampul"].iter_rows(values_only=True)]
    for command in ("merit", "hcdp"):
        told = asnkarier("report", command, 2025, "--db", SAMPLE, "--as-of", "2025-12-31", "--format", "json")
        assert told.err.strip() == sentence
    told = asnkarier(
        "report", "unit", "Inspektorat Daerah", "--db", SAMPLE, "--as-of", "2025-12-31", "--format", "json"
    )
    assert told.err.strip() == sentence


def test_a_list_of_seniority_names_the_rank(made: Path) -> None:
    book = openpyxl.load_workbook(made / "laporan-2025.xlsx")
    headings = {cell.value for sheet in book if "DUK" in sheet.title for row in sheet.iter_rows() for cell in row}
    assert "Pangkat" in headings
    assert "Peringkat" not in headings


def test_a_year_before_the_guidance_on_the_spread_keeps_its_other_chapters() -> None:
    # SE 3/2023 is the first guidance on the spread: of 2022 there is nothing to compare with.
    with open_database(str(SAMPLE), Access.READ) as db:
        sections = {section.key: section for section in report_of(Basis(db, date(2026, 6, 30), 2022)).sections}
    assert len(sections) == 18
    assert sections["distribusi"].contents == []
    assert "Pada 2022 belum ada pedoman" in say(sections["distribusi"].sentences[0])


def test_a_chapter_that_nothing_regulated_says_so_and_the_others_stand() -> None:
    """Of 2012 the file holds no rule on predicates (first 2014), hours (2018) and the index (2019)."""
    with open_database(str(SAMPLE), Access.READ) as db:
        sections = {section.key: section for section in report_of(Basis(db, date.fromisoformat(DAY), 2012)).sections}
    assert len(sections) == len(annual_report.CHAPTERS)
    for key, first in (("kinerja", "2014"), ("pelatihan", "2018"), ("ip-asn", "2019")):
        assert not sections[key].contents
        said = [say(sentence) for sentence in sections[key].sentences]
        assert "belum diatur pada 31 Desember 2012" in said[0]
        assert f"1 Januari {first}" in said[1]
    assert sections["keadaan"].contents
    assert sections["duk"].contents


def test_a_chapter_bears_the_title_of_what_it_makes() -> None:
    with open_database(str(SAMPLE), Access.READ) as db:
        on = Basis(db, date.fromisoformat(DAY), 2025, "Dinas Sosial")
        for chapter in dict.fromkeys(annual_report.CHAPTERS + unit_report.CHAPTERS):
            made = chapter.make(on)
            assert (made.key, made.title) == (chapter.key, chapter.title)


def test_a_year_of_two_digits_is_a_slip_of_the_keyboard(tmp_path: Path) -> None:
    for typed in (
        ("annual", 25, "-o", tmp_path), ("merit", 25), ("hcdp", 25), ("hcdp", 20266),
        ("unit", "Dinas Sosial", "--year", 25),
    ):  # fmt: skip
        answer = asnkarier("report", *typed, "--db", SAMPLE, "--as-of", DAY)
        assert answer.code == 2, typed
        assert "Ketik tahun dengan empat angka" in answer.err


def test_a_date_among_facts_is_a_date(made: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO((made / "laporan-2025.xlsx").read_bytes()))
    rows = {row[0].value: row[1] for row in book["Jam pelajaran"].iter_rows() if len(row) > 1}
    reach = rows["Data pelatihan lengkap sampai"]
    assert reach.is_date
    assert isinstance(reach.value, datetime)


def test_what_differs_between_chapters_is_said(made: Path) -> None:
    page = (made / "laporan-2025.html").read_text(encoding="utf-8")
    assert "Yang dihitung adalah semua yang dinilai pada 2025, termasuk yang kemudian keluar" in page
    assert "dasarnya predikat tahun-tahun yang sudah berakhir sebelum hari itu" in page


def test_few_people_are_not_compared(tmp_path: Path) -> None:
    """An empty file has no two groups of ten: one sentence, and no table of noughts."""
    db = tmp_path / "kosong.sqlite"
    assert asnkarier("init", "--name", "Kota Kecil", "--db", db).code == 0
    with open_database(str(db), Access.READ) as file:
        chapter = {one.key: one for one in report_of(Basis(file, date.fromisoformat(DAY), 2025)).sections}["kesetaraan"]
    assert [say(sentence) for sentence in chapter.sentences] == [
        "Belum ada yang dapat dibandingkan: tidak ada dua kelompok yang masing-masing berisi 10 orang atau lebih."
    ]
    assert not chapter.contents


def test_what_is_no_register_is_not_asked_how_far_it_reaches(made: Path) -> None:
    """Trainings are a register, complete until a day; movements are events, and no import can say that they are all."""
    book = openpyxl.load_workbook(io.BytesIO((made / "laporan-2025.xlsx").read_bytes()))
    rows = {row[0].value: row[2] for row in book["Mutu data"].iter_rows() if len(row) > 2}
    assert rows["Mutasi Pegawai"].value == "tidak dinyatakan"
    assert rows["Pelatihan"].is_date
