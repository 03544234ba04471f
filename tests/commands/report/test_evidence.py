"""report merit and report hcdp, on the sample city; and any answer as a page."""

import json
import shutil
import sqlite3
from pathlib import Path

from tests.terminal import asnkarier

SAMPLE = Path(__file__).parents[3] / "data" / "sample.sqlite"
DAY = "2026-06-30"


def test_evidence_is_numbered_and_agrees_with_other_commands() -> None:
    answer = asnkarier("report", "merit", 2025, "--db", SAMPLE, "--as-of", DAY, "--format", "json")
    assert answer.code == 0, answer.err
    aspects = json.loads(answer.out)["aspects"]
    assert [aspect["aspect"] for aspect in aspects] == [f"aspek-{n}" for n in range(1, 9)]
    numbers = {one["number"]: one for aspect in aspects for one in aspect["evidence"]}
    listed = json.loads(asnkarier("staff", "--db", SAMPLE, "--as-of", DAY, "--format", "json").out)["people"]
    assert numbers["1.5"]["count"] == len(listed)
    # The sample's story: three structural posts are vacant and have a Plt.
    assert numbers["1.4"]["count"] == 3
    missing = json.loads(
        asnkarier("evaluations", "missing", 2025, "--db", SAMPLE, "--as-of", DAY, "--format", "json").out
    )
    assert numbers["5.1"]["count"] <= numbers["1.5"]["count"]
    assert missing


def test_what_the_file_cannot_prove_is_said() -> None:
    answer = asnkarier("report", "merit", 2025, "--db", SAMPLE, "--as-of", DAY, "--format", "md", lang="en")
    assert "This file holds nothing that proves this aspect" in answer.out


def test_a_development_plan_with_and_without_a_budget(tmp_path: Path) -> None:
    for budget in ((), ("--budget", "100 juta")):
        path = tmp_path / "hcdp.html"
        answer = asnkarier("report", "hcdp", 2026, *budget, "--db", SAMPLE, "--as-of", DAY, "-o", path)
        assert answer.code == 0, answer.err
        page = path.read_text(encoding="utf-8")
        assert 'id="kebutuhan"' in page
        assert ('id="rencana"' in page) is bool(budget)


def test_every_answer_can_be_a_page(tmp_path: Path) -> None:
    path = tmp_path / "gap.html"
    assert asnkarier("gap", "--unit", "Dinas Sosial", "--db", SAMPLE, "--as-of", DAY, "-o", path).code == 0
    page = path.read_text(encoding="utf-8")
    assert 'class="heat"' in page
    assert "30 Juni 2026" in page


def test_what_two_reports_of_a_year_both_count_is_the_same(tmp_path: Path) -> None:
    """Who came and left, written feedback, sanctions in force: evidence of merit says what the annual report says."""
    merit = json.loads(asnkarier("report", "merit", 2025, "--db", SAMPLE, "--as-of", DAY, "--format", "json").out)
    count = {one["number"]: one["count"] for aspect in merit["aspects"] for one in aspect["evidence"]}
    said = asnkarier("report", "annual", 2025, "--db", SAMPLE, "--as-of", DAY, "-o", tmp_path, lang="en")
    assert said.code == 0, said.err
    page = (tmp_path / "laporan-2025.html").read_text(encoding="utf-8")
    assert (
        f"In 2025, {count['2.1']} came (114 of them appointed, by the list of staff) and {count['2.2']} left." in page
    )
    assert f"{count['5.3']} of them were given written feedback" in page
    assert f"In 2025, {count['6.3']} sanctions were decided." in page


def test_evidence_of_the_year_by_the_rows_of_the_file() -> None:
    """114 people were appointed in 2025, and 2 more came by a movement; of 5 sanctions decided, one was annulled in the year."""
    merit = json.loads(asnkarier("report", "merit", 2025, "--db", SAMPLE, "--as-of", DAY, "--format", "json").out)
    count = {one["number"]: one["count"] for aspect in merit["aspects"] for one in aspect["evidence"]}
    db = sqlite3.connect(f"file:{SAMPLE}?mode=ro", uri=True)

    def rows(sql: str) -> int:
        return int(db.execute(sql).fetchone()[0])

    year = "BETWEEN '2025-01-01' AND '2025-12-31'"
    assert rows(f"SELECT COUNT(*) FROM person WHERE appointed_on {year}") == 114
    assert rows(f"SELECT COUNT(*) FROM movement WHERE event = 'masuk' AND effective_on {year}") == 2
    assert count["2.1"] == 116
    assert rows(f"SELECT COUNT(*) FROM discipline WHERE decided_on {year}") == 5
    assert count["6.3"] == 4
    taken_up = f"SELECT COUNT(DISTINCT person_id) FROM person_post WHERE stated = 1 AND since {year}"
    new = f"{taken_up} AND person_id IN (SELECT id FROM person WHERE appointed_on {year})"
    assert count["4.1"] == rows(taken_up) - rows(new)
    assert rows(new) > 100


def test_a_year_that_has_not_begun_is_no_year_of_nothing() -> None:
    # The data are of 30 June 2026: that year runs, the next has not begun.
    assert asnkarier("report", "merit", 2026, "--db", SAMPLE, "--as-of", DAY).code == 0
    for typed in (("merit", 2027), ("unit", "Dinas Sosial", "--year", 2027)):
        answer = asnkarier("report", *typed, "--db", SAMPLE, "--as-of", DAY)
        assert (answer.code, answer.out) == (2, "")
        assert "Tahun 2027 belum mulai" in answer.err


def test_what_was_typed_by_hand_is_corrections_alone(tmp_path: Path) -> None:
    # Making the file is an entry too, but nobody's correction.
    path = tmp_path / "kota.sqlite"
    shutil.copy(SAMPLE, path)
    said = "Berkas berada pada entri ke-{}; {} di antaranya membetulkan atau menghapus data langsung"
    before = asnkarier("report", "merit", 2025, "--db", path, "--as-of", DAY, "--format", "md", width=200)
    assert said.format(2, 0) in before.out
    asnkarier("edit", "197203141997032929", "email=s@contoh.go.id", "--reason", "baru", "--db", path)
    after = asnkarier("report", "merit", 2025, "--db", path, "--as-of", DAY, "--format", "md", width=200)
    assert said.format(3, 1) in after.out


def test_before_the_merit_system_was_law_the_evidence_stands_and_the_law_says_from_when() -> None:
    """PermenPANRB 40/2018 is in force from 2018 on: 31 December 2017 is before it, 31 December 2018 is not."""
    for asked, late in ((2017, True), (2018, False)):
        answer = asnkarier("report", "merit", asked, "--db", SAMPLE, "--as-of", DAY, "--format", "md", lang="en")
        assert answer.code == 0
        assert ("in force from 1 January 2018 on, not yet in this year" in answer.out) == late
        assert "| 2.1 | people who came in the year |" in answer.out
