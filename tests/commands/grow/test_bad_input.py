"""What growth says to bad input: one clear word, a remedy, and nothing half-written."""

import json
from pathlib import Path

import pytest

from asnkarier.core.access import Access
from asnkarier.store.database import open_database
from tests.terminal import asnkarier
from tests.town import town

HEAD, ADI = "197001011995011901", "198001012005011902"
CATALOGUE = "code;title;jp;cost;seats;seats_min;competency;raises_to"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        t.unit("Dinas Contoh")
        t.post("Kepala Dinas Contoh", "Dinas Contoh", "jpt_pratama", heads_unit="ya")
        t.post("Analis Ahli Muda")
        t.person(HEAD, "Kepala Contoh", unit="Dinas Contoh", post="Kepala Dinas Contoh")
        t.person(ADI, "Adi Contoh", unit="Dinas Contoh", post="Analis Ahli Muda")
        t.assessment(ADI, "2025-10-01", 2, 3, 2, 3, 3, 3, 3, 3, 3)
    return path


def imported(file: Path, kind: str, *lines: str) -> tuple[int, dict[str, str], int]:
    """Return the exit code, code → severity of what was found, and how many rows the table then holds."""
    sheet = file.parent / f"{kind}.csv"
    sheet.write_text("\n".join(lines) + "\n", encoding="utf-8")
    answer = asnkarier("import", sheet, "--as", kind, "--db", file, "--format", "json")
    found = {f["code"]: f["severity"] for f in json.loads(answer.out)["findings"]}
    assert all(f["message"] and f["remedy"] for f in json.loads(answer.out)["findings"])
    with open_database(str(file), Access.READ) as db:
        row = db.one(f"SELECT COUNT(*) FROM {kind}")
    return answer.code, found, int(row[0]) if row else 0


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("X1;Kursus;;1;5;;Integritas;3", "cell_required"),
        ("X1;Kursus;8;1;5;6;Integritas;3", "seats_min_above_seats"),
        ("X1;Kursus;8;1;5;;Tidak Ada;3", "competency_unknown"),
    ],
)
def test_a_training_that_cannot_be_held(file: Path, row: str, code: str) -> None:
    assert imported(file, "catalogue", CATALOGUE, row) == (1, {code: "error"}, 0)


def test_as_many_seats_as_people_needed_are_enough(file: Path) -> None:
    assert imported(file, "catalogue", CATALOGUE, "X1;Kursus;8;1;5;5;Integritas;3") == (0, {}, 1)


def test_a_class_larger_than_the_seats_given_for_all(file: Path) -> None:
    imported(file, "catalogue", CATALOGUE, "X1;Kursus;8;1;;5;Integritas;3")
    plan = ("training", "plan", "--budget", "1 juta", "--year", 2027, "--db", file, "--as-of", "2026-10-01")
    answer = asnkarier(*plan, "--seats", 4, "--format", "json")
    assert (answer.code, json.loads(answer.out)["error"]["code"]) == (1, "training_min_above_seats")
    assert asnkarier(*plan, "--seats", 5, "--format", "json").code == 0


def test_a_competency_that_nobody_teaches_is_named_with_what_to_do(file: Path) -> None:
    imported(file, "catalogue", CATALOGUE, "X1;Kursus;8;1;5;;Integritas;3")
    answer = asnkarier("training", "plan", "--budget", "1 juta", "--year", 2027, "--db", file, "--as-of", "2026-10-01",
                       lang="en")  # fmt: skip
    told = answer.out[answer.out.index("Competencies that no training") :]
    assert "Komunikasi" in told
    assert "asnkarier mentor suggest" in told


def test_a_mentor_of_oneself_is_refused(file: Path) -> None:
    sheet = ("mentor;mentee;started_on", f"{ADI};{ADI};2026-01-01")
    assert imported(file, "mentoring", *sheet) == (1, {"mentor_of_oneself": "error"}, 0)


def test_a_superior_in_a_list_of_pairs_is_told(file: Path) -> None:
    imported(file, "mentoring", "mentor;mentee;started_on", f"{HEAD};{ADI};2026-01-01")
    answer = asnkarier("mentor", "list", "--db", file, "--as-of", "2026-10-01", lang="en")
    assert f"asnkarier mentor end {ADI}" in answer.err
    asnkarier("mentor", "end", ADI, "--db", file, "--as-of", "2026-10-01")
    assert asnkarier("mentor", "list", "--all", "--db", file, "--as-of", "2026-10-01").err == ""


@pytest.mark.parametrize(
    ("due", "done", "found"),
    [
        ("2000-01-01", "", {"due_before_today": "warning"}),
        ("2000-01-01", "2000-01-02", {}),
        ("2059-01-01", "", {}),
    ],
)
def test_a_step_due_before_it_is_written_down(file: Path, due: str, done: str, found: dict[str, str]) -> None:
    rows = ("nip;goal;step;due;done_on", f"{ADI};Tujuan;Langkah;{due};{done}")
    assert imported(file, "idp", *rows) == (0, found, 1)


def test_a_step_typed_by_hand_is_refused_and_nothing_is_written(file: Path) -> None:
    step = ("idp", "step", ADI, "--goal", "Tujuan", "--step", "Langkah", "--db", file, "--as-of", "2026-10-01")
    answer = asnkarier(*step, "--due", "2026-09-30", "--format", "json")
    assert (answer.code, json.loads(answer.out)["error"]["code"]) == (2, "idp_due_before_start")
    shown = json.loads(asnkarier("idp", "show", ADI, "--db", file, "--as-of", "2026-10-01", "--format", "json").out)
    assert shown["steps"] == []
    assert asnkarier(*step, "--due", "2026-10-01").code == 0
