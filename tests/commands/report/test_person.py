"""report person and report persons, on the sample city."""

import json
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from tests.terminal import asnkarier

SAMPLE = Path(__file__).parents[3] / "data" / "sample.sqlite"
DAY = "2026-06-30"
HADI = "197906182005011955"
"""Administrator only since 7 January 2025, so that the two years are complete on 7 January 2027."""
BROWSER = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
NIPS = re.compile(r"\b\d{18}\b")


def person(nip: str, *arguments: object) -> str:
    answer = asnkarier("report", "person", nip, "--db", SAMPLE, "--as-of", DAY, *arguments)
    assert answer.code == 0, answer.err
    return answer.out


def test_every_requirement_of_the_next_post_in_a_sentence() -> None:
    said = person(HADI, "--for", "Kepala Dinas Kesehatan", "--format", "md")
    assert "Kepala Dinas Kesehatan @ Dinas Kesehatan: dari 10 syarat, terpenuhi: 9; belum terpenuhi: 1" in said
    assert "1 tahun 5 bulan" in said


def test_the_same_checks_as_explain() -> None:
    sheet = json.loads(person(HADI, "--for", "Kepala Dinas Kesehatan", "--format", "json"))
    whole = json.loads(
        asnkarier(
            "explain", HADI, "--for", "Kepala Dinas Kesehatan", "--db", SAMPLE, "--as-of", DAY, "--format", "json"
        ).out
    )
    explained = {check["check"]: check["outcome"] for check in whole["checks"]}
    assert sheet["next"]["outcome"] == whole["outcome"] == "not_met"
    for check in sheet["next"]["checks"]:
        assert explained[check["check"]] == check["outcome"]


def test_forms(tmp_path: Path) -> None:
    for form, start in (("html", b"<!DOCTYPE html>"), ("xlsx", b"PK")):
        path = tmp_path / f"sheet.{form}"
        person(HADI, "-o", path)
        first = path.read_bytes()
        assert first.startswith(start)
        person(HADI, "-o", path)
        assert path.read_bytes() == first


def test_at_most_two_pages_on_paper(tmp_path: Path) -> None:
    pytest.importorskip("typst", reason="the extra `pdf` is not installed")
    # The director of the hospital has technical competencies, gaps, a next post and many trainings.
    for nip in (HADI, "197108091998121922"):
        path = tmp_path / f"{nip}.pdf"
        person(nip, "--for", "Kepala Dinas Kesehatan", "-o", path)
        pages = re.findall(rb"/Type\s*/Page\b", path.read_bytes())
        assert len(pages) in (1, 2) or re.search(rb"/Count [12]\b", path.read_bytes())


@pytest.mark.skipif(BROWSER is None, reason="no Chromium here")
@pytest.mark.parametrize("lang", ["id", "en"])
def test_at_most_two_pages_when_the_page_is_printed(tmp_path: Path, lang: str) -> None:
    """The longest sheets of the largest agencies, as a browser prints them."""
    answer = asnkarier(
        "report",
        "persons",
        "--unit",
        "Dinas Kesehatan",
        "--db",
        SAMPLE,
        "--as-of",
        DAY,
        "-o",
        tmp_path,
        "-q",
        lang=lang,
    )
    assert answer.code == 0, answer.err
    longest = sorted(tmp_path.iterdir(), key=lambda path: -path.stat().st_size)[:3]
    for page in (*longest, tmp_path / "197203141997032929.html"):
        printed = page.with_suffix(".pdf")
        subprocess.run(
            [
                str(BROWSER), "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                "--no-pdf-header-footer", f"--user-data-dir={tmp_path}/profile", f"--print-to-pdf={printed}",
                page.as_uri(),
            ],
            capture_output=True, timeout=120, check=True,
        )  # fmt: skip
        assert len(re.findall(rb"/Type\s*/Page\b", printed.read_bytes())) <= 2, page.name


def test_sheets_of_a_unit_hold_nobody_elses_data(tmp_path: Path) -> None:
    answer = asnkarier(
        "report", "persons", "--unit", "Dinas Sosial", "--db", SAMPLE, "--as-of", DAY, "-o", tmp_path, "-q"
    )
    assert (answer.code, answer.out, answer.err) == (0, "", "")
    listed = json.loads(
        asnkarier("staff", "--unit", "Dinas Sosial", "--db", SAMPLE, "--as-of", DAY, "--format", "json").out
    )["people"]
    sheets = {path.stem: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()}
    assert set(sheets) == {one["nip"] for one in listed}
    names = {one["nip"]: one["name"] for one in listed}
    for nip, sheet in sheets.items():
        assert set(NIPS.findall(sheet)) == {nip}
        assert names[nip] in sheet
        assert not any(name in sheet for other, name in names.items() if other != nip)


def test_format_says_the_form_of_the_sheets(tmp_path: Path) -> None:
    words = ("report", "persons", "--unit", "Dinas Sosial", "--db", SAMPLE, "--as-of", DAY, "-o")
    answer = asnkarier(*words, tmp_path, "--format", "xlsx")
    assert (answer.code, answer.out) == (0, "")
    assert {path.suffix for path in tmp_path.iterdir()} == {".xlsx"}
    refused = asnkarier(*words, tmp_path / "md", "--format", "md")
    assert refused.code == 2
    assert not (tmp_path / "md").exists()


def test_a_sheet_says_who_was_never_assessed() -> None:
    said = person("197805162006032933", "--format", "md")
    assert "Anda belum pernah diases" in said


def test_sheets_of_people_who_left_stay_and_are_named(tmp_path: Path) -> None:
    """The holder of a NIP that nobody on the staff has is said; whose unit was not asked for is not."""
    gone, elsewhere = tmp_path / "196001011985031999.html", tmp_path / f"{HADI}.html"
    for path in (gone, elsewhere):
        path.write_text("lama", encoding="utf-8")
    answer = asnkarier("report", "persons", "--unit", "Dinas Sosial", "--db", SAMPLE, "--as-of", DAY, "-o", tmp_path)
    assert answer.code == 0
    assert "1 lembar" in answer.err
    assert gone.name in answer.err
    assert elsewhere.name not in answer.err
    assert gone.read_text(encoding="utf-8") == "lama"


NURSE = "198001192006032932"
"""Perawat Ahli Madya: the highest of her family in the sample, with posts of the same level and one above in her agency."""


@pytest.mark.parametrize("nip", [NURSE, HADI, "197805162006032933"])
def test_the_next_posts_are_those_that_path_names(nip: str) -> None:
    """The same posts, the same outcome, and as many requirements met of as many."""
    sheet = json.loads(person(nip, "--format", "json"))
    path = asnkarier("path", nip, "--db", SAMPLE, "--as-of", DAY, "--all", "--format", "json")
    named = {(one["position"], one["outcome"]): one["readiness"] for one in json.loads(path.out)["next"]}
    first = sheet["next"]
    checks = [check["outcome"] for check in first["checks"]]
    ready = 100 * checks.count("met") // len(checks)
    told = {(one["position"], one["outcome"]): one["readiness"] for one in sheet["others"]}
    assert told | {(first["position"], first["outcome"]): ready} == named


def test_who_holds_the_highest_of_a_family_is_told_the_posts_beside_it() -> None:
    """Five posts of administrators in the agency, one of them first and four more; the head of the agency is the sixth."""
    said = person(NURSE, "--format", "md")
    assert "Direktur UPTD RSUD Sukamaju @ Dinas Kesehatan / UPTD RSUD Sukamaju: dari 8 syarat, terpenuhi: 8" in said
    assert "Jabatan lain yang dapat menyusul" in said
    assert "Sekretaris Dinas Kesehatan" in said
    assert "horizontal (setingkat)" in said


@pytest.mark.parametrize("lang", ["id", "en"])
def test_each_requirement_is_the_sentence_that_explain_says(lang: str) -> None:
    """All ten, the talent box and what it asks among them; the short names of categories are spelt out."""
    post = ("--for", "Kepala Dinas Kesehatan", "--db", SAMPLE, "--as-of", DAY, "--format", "md")
    sheet = asnkarier("report", "person", HADI, *post, lang=lang).out
    told = asnkarier("explain", HADI, *post, lang=lang).out
    word = {"id": "Syaratnya", "en": "Required is"}[lang]
    sentences = [line.strip() for line in told.splitlines() if word in line]
    assert len(sentences) == 10
    assert [line.strip() for line in sheet.splitlines() if word in line] == sentences
    assert "MMS: masih memenuhi syarat" in sheet


@pytest.fixture(scope="module")
def asked_much(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, with thirty technical competencies more in the standard of Hadi's post and a plan of nine steps."""
    folder = tmp_path_factory.mktemp("much")
    db = folder / "kota.sqlite"
    shutil.copy(SAMPLE, db)
    book = openpyxl.Workbook()
    names = [f"Pengelolaan Layanan Kesehatan Nomor {number}" for number in range(30)]
    post, unit = "Kepala Bidang Pencegahan dan Pengendalian Penyakit", "Bidang Pencegahan dan Pengendalian Penyakit"
    sheets: dict[str, list[list[object]]] = {
        "Kamus": [["Kompetensi", "Kelompok"], *([name, "teknis"] for name in names)],
        "Standar": [
            ["Jabatan", "Unit Kerja", "Kompetensi", "Level Standar"],
            *([post, unit, name, 3] for name in names),
        ],
        "Asesmen": [
            ["NIP", "Tanggal Asesmen", "Tujuan", "Kompetensi", "Level"],
            *([HADI, date(2026, 2, 3), "pemetaan", name, 1 + place % 4] for place, name in enumerate(names)),
        ],
        "Rencana": [
            ["NIP", "Tujuan", "Jangka", "Langkah", "Tenggat"],
            *([HADI, "Memimpin dinas", "jangka pendek", f"Langkah {n}", date(2026, n, 1)] for n in range(1, 10)),
        ],
    }
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.remove(book.worksheets[0])
    book.save(folder / "banyak.xlsx")
    answer = asnkarier("import", folder / "banyak.xlsx", "--db", db)
    assert answer.code == 0, answer.err + answer.out
    return db


def test_the_largest_gaps_are_shown_and_how_many_more_there_are(asked_much: Path) -> None:
    """Levels 1, 2, 3, 4 in turn against 3: numbers 0, 4 and 8 are two short. The two of the sample are met: 32 are asked, 29 more."""
    said = asnkarier("report", "person", HADI, "--db", asked_much, "--as-of", DAY, "--format", "md").out
    shown = re.findall(r"Pengelolaan Layanan Kesehatan Nomor (\d+)", said.split("Jabatan berikutnya")[0])
    assert shown == ["0", "4", "8"]
    assert "29 lagi disyaratkan" in said
    assert "Dan 5 lagi." in said  # nine steps, four shown


def test_levels_of_another_day_are_told_apart(asked_much: Path) -> None:
    """The nine were assessed on 21 May 2025; of the technical ones two that day and thirty on 3 February 2026."""
    said = asnkarier("report", "person", HADI, "--db", asked_much, "--as-of", DAY, "--format", "md").out
    assert "Diases pada 21 Mei 2025." in said
    assert "Kompetensi teknis diases dari 21 Mei 2025 sampai 3 Februari 2026." in said


def test_two_pages_however_much_is_asked(asked_much: Path, tmp_path: Path) -> None:
    pytest.importorskip("typst", reason="the extra `pdf` is not installed")
    path = tmp_path / "hadi.pdf"
    assert asnkarier("report", "person", HADI, "--db", asked_much, "--as-of", DAY, "-o", path).code == 0
    assert len(re.findall(rb"/Type\s*/Page\b", path.read_bytes())) == 2


def test_a_sheet_says_who_is_no_employee_on_its_day() -> None:
    """Left with effect from 1 June 2024; of 2020 the file knows nothing."""
    left = "196605091986032925"
    assert "Pada 30 Juni 2026 Cucu Jayanegara tidak termasuk pegawai (status: keluar)." in person(
        left, "--format", "md"
    )
    before = asnkarier("report", "person", left, "--db", SAMPLE, "--as-of", "2020-06-30", "--format", "md")
    assert "Belum tercatat apakah Cucu Jayanegara pegawai pada 30 Juni 2020." in before.out
    assert "Perhatian" not in person(HADI, "--format", "md")
