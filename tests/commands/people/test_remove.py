"""`remove`: one record found by what people know of it, taken out whole, and put back."""

import json
import shlex
from pathlib import Path
from typing import Any

import pytest

from asnkarier.core.access import Access
from asnkarier.store.database import open_database
from tests.golden import check
from tests.terminal import Said, asnkarier
from tests.town import town

SITI, BUDI = "198501012010012001", "199001012015011001"
DAY = "2026-06-30"
TABLES = ("person", "person_nip", "person_status", "person_kind", "person_unit", "evaluation", "assessment", "assessment_level",
          "award", "training", "standard", "history", "unit", "position", "unit_performance", "mentoring")  # fmt: skip


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "kota.sqlite"
    with town(path) as made:
        made.unit("Dinas Contoh")
        made.unit("Bidang A", "Dinas Contoh")
        made.unit("Bidang Kosong", "Dinas Contoh")
        made.post("Kepala Bidang A", "Bidang A", "administrator")
        made.post("Analis Contoh", None)
        made.person(SITI, "Siti Contoh", unit="Bidang A")
        made.person(BUDI, "Budi Contoh")
        made.evaluation(SITI, 2024, "baik", score=915_000)
        made.evaluation(SITI, 2025, "baik")
        made.fact("evaluation", SITI, year=2025, period="S1", started_on="", predicate="kurang")
        made.assessment(SITI, "2025-03-01", 3, 2.5)
        made.fact(
            "award", SITI, title="Satyalancana X Tahun", title_key="satyalancana x tahun", awarded_on="2024-08-17"
        )
        made.history(SITI, "Guru Pertama", "2012-01-01", "2015-12-31")
        made.insert("standard", position_id=1, competency_id=1, required=30_000)
        made.insert("unit_performance", unit_id=2, year=2025, period="annual", predicate="baik")
        made.insert("mentoring", mentor_id=1, mentee_id=2, started_on="2026-01-05", session_on="2026-02-05")
    return path


def remove(path: Path, *asked: str) -> Said:
    return asnkarier("remove", *asked, "--reason", "dobel", "--db", path, "--as-of", DAY, "--format", "json", lang="en")


def done(path: Path, *asked: str) -> dict[str, Any]:
    said = remove(path, *asked)
    assert said.code == 0, said.err + said.out
    found: dict[str, Any] = json.loads(said.out)
    return found


def content(path: Path) -> dict[str, Any]:
    with open_database(str(path), Access.READ) as db:
        return {table: sorted(db.rows(f"SELECT * FROM {table}"), key=repr) for table in TABLES}


@pytest.mark.parametrize(
    ("asked", "table", "told"),
    [
        (("evaluations", f"nip={SITI}", "year=2024"), "evaluation", {"year": 2024, "score": 91.5, "predicate": "baik"}),
        (("penilaian-kinerja", f"nip={SITI}", "tahun=2025", "periode=semester i"), "evaluation", {"period": "S1"}),
        (("awards", f"nip={SITI}", "title=SATYALANCANA x tahun"), "award", {"awarded_on": "2024-08-17"}),
        (("history", f"nip={SITI}", "position=Guru Ahli Pertama"), "history", {"position": "Guru Pertama"}),
        (("assessments", f"nip={SITI}", "assessed_on=1 Maret 2025"), "assessment", {"assessed_on": "2025-03-01"}),
        (("standards", "position=Kepala Bidang A", "competency=integritas"), "standard", {"required": 3}),
        (("unit_performance", "unit=Bidang A", "agency=Dinas Contoh", "year=2025"), "unit_performance", {"unit": "Dinas Contoh / Bidang A"}),
        (("mentoring", f"mentee={BUDI}", "session_on=2026-02-05"), "mentoring", {"mentor": SITI, "mentee": BUDI}),
        (("units", "unit=Bidang Kosong"), "unit", {"unit": "Bidang Kosong"}),
        (("positions", "position=Analis Contoh"), "position", {"position": "Analis Contoh"}),
        (("roster", f"nip={BUDI}"), "person", {"nip": BUDI, "name": "Budi Contoh"}),
    ],
)  # fmt: skip
def test_a_record_goes_and_comes_back(file: Path, asked: tuple[str, ...], table: str, told: dict[str, Any]) -> None:
    if table == "person":
        done(file, "mentoring", f"mentee={BUDI}")
    before = content(file)
    found = done(file, *asked)
    assert found["removed"].items() >= told.items()
    after = content(file)
    assert len(after[table]) == len(before[table]) - 1
    said = asnkarier("imports", "undo", found["batch"], "--db", file)
    assert said.code == 0
    assert content(file) == before
    assert asnkarier("audit", "verify", "--db", file).code == 0


def test_one_level_of_an_assessment(file: Path) -> None:
    before = content(file)
    found = done(file, "assessments", f"nip={SITI}", "competency=Kerja Sama")
    after = content(file)
    assert (len(before["assessment_level"]), len(after["assessment_level"])) == (2, 1)
    assert after["assessment"] == before["assessment"]
    assert asnkarier("imports", "undo", found["batch"], "--db", file).code == 0
    assert content(file) == before


def test_several_are_listed_ready_to_paste(file: Path) -> None:
    before = file.read_bytes()
    said = remove(file, "evaluations", f"nip={SITI}", "year=2025")
    data = json.loads(said.out)
    assert (said.code, data["applied"], len(data["matches"])) == (2, False, 2)
    assert file.read_bytes() == before
    words = shlex.split(data["commands"][1])
    assert words[0] == "asnkarier"
    assert asnkarier(*words[1:], "--db", file).code == 0
    assert len(content(file)["evaluation"]) == 2


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (("evaluations", "year=2025"), "at least the NIP"),
        (("evaluations", f"nip={SITI}", "year=2019"), "no record of evaluations"),
        (("evaluations", f"nip={SITI}", "yer=2019"), "Did you mean year?"),
        (("penilaian-pak", f"nip={SITI}"), "not among the choices"),
        (("evaluations", "nip=198501012010012002"), "Did you mean"),
        (("roster", f"nip={SITI}"), "records in other lists"),
        (("units", "unit=Bidang A"), "refer to this one"),
        (("standards", "position=Kepala Bidang A", "competency=Terbang"), "no competency"),
    ],
)
def test_what_cannot_be_is_refused(file: Path, asked: tuple[str, ...], words: str) -> None:
    before = file.read_bytes()
    said = remove(file, *asked)
    assert (said.code, words in said.err) == (2, True), said.err
    assert file.read_bytes() == before


def test_a_rehearsal_changes_nothing(file: Path) -> None:
    before = content(file)
    found = done(file, "evaluations", f"nip={SITI}", "year=2024", "--dry-run")
    assert (found["applied"], found["batch"]) == (False, None)
    assert content(file) == before


@pytest.mark.parametrize("language", ["id", "en"])
def test_tables(file: Path, language: str) -> None:
    said = [
        asnkarier("remove", *asked, "--reason", "dobel", "--db", file, "--as-of", DAY, width=80, lang=language)
        for asked in (
            ("evaluations", f"nip={SITI}", "year=2025"),
            ("evaluations", f"nip={SITI}", "year=2024"),
            ("roster", f"nip={SITI}"),
        )
    ]
    check(f"people/remove_{language}", "\n".join(part.out + part.err for part in said))
