"""explain: the same checks as the list, and changes that do what they say."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.commands.decide.test_shortlist import ADI, BUDI, ON, basic, candidate, shortlist
from tests.terminal import asnkarier
from tests.town import Town, town

POST = "Kepala Bidang Satu @ Bidang Satu"


def explained(file: Path, nip: str = ADI, on: str = ON) -> dict[str, Any]:
    answer = asnkarier("explain", nip, "--for", POST, "--db", file, "--as-of", on, "--format", "json")
    assert answer.code == 0, answer.err
    found: dict[str, Any] = json.loads(answer.out)
    return found


def written(tmp_path: Path, write: Any = None, **changes: Any) -> Path:
    path = tmp_path / f"{len(list(tmp_path.iterdir()))}.sqlite"
    with town(path) as t:
        basic(t)
        candidate(t, ADI, "Adi Contoh", **changes)
        if write:
            write(t)
    return path


def needed(found: dict[str, Any]) -> dict[str, tuple[Any, str | None]]:
    return {change["check"]: (change["needs"], change["date"]) for change in found["changes"]}


def test_who_is_eligible_needs_nothing(tmp_path: Path) -> None:
    found = explained(written(tmp_path))
    assert (found["nip"], found["position"], found["as_of"], found["outcome"]) == (ADI, "Kepala Bidang Satu", ON, "met")
    assert found["changes"] == []
    assert found["eligible_on"] is None


def test_the_checks_are_those_of_the_list(tmp_path: Path) -> None:
    path = written(tmp_path)
    assert explained(path)["checks"] == shortlist(path)["candidates"][0]["checks"]


def test_time_alone_is_told_to_the_day(tmp_path: Path) -> None:
    # Pengawas since 15 November 2023: three years on 15 November 2026, 45 days after 1 October.
    path = written(tmp_path, since="2023-11-15")
    found = explained(path)
    assert needed(found)["experience_in_post"][0]["days"] == 45
    assert found["eligible_on"] == "2026-11-15"
    assert explained(path, on="2026-11-14")["outcome"] == "not_met"
    assert explained(path, on="2026-11-15")["outcome"] == "met"


def test_a_sanction_is_over_when_its_look_back_is(tmp_path: Path) -> None:
    def sanction(t: Town) -> None:
        t.discipline(ADI, "sedang", "2024-05-10", ends_on="2025-05-09")
        t.covers("discipline", "2030-12-31")

    path = written(tmp_path, write=sanction)
    found = explained(path)
    day = found["eligible_on"]
    assert found["outcome"] == "not_met"
    assert day is not None
    with_evaluations = written(
        tmp_path,
        write=sanction,
        predicates=dict.fromkeys(range(2024, date.fromisoformat(day).year), "baik"),
        assessed_on=ON,
    )
    assert explained(with_evaluations, on=day)["outcome"] == "met"


def test_the_assessment_asked_for_makes_eligible(tmp_path: Path) -> None:
    found = explained(written(tmp_path, level=2.0))
    needs = needed(found)["competency"][0]
    # 68 % of 27 levels are 18.36 levels in all: 2.04 in each of the nine.
    assert needs == {"assessment": {"jpm": 68}, "levels": 18.36}
    assert explained(written(tmp_path, level=needs["levels"] / 9))["outcome"] == "met"


def test_an_unknown_check_asks_for_the_record(tmp_path: Path) -> None:
    found = explained(written(tmp_path, level=None))
    assert found["outcome"] == "unknown"
    assert "assessment" in needed(found)["competency"][0]
    # With the levels that the post asks the box is reached too: nothing more is needed.
    assert [change["check"] for change in found["changes"]] == ["competency"]


@pytest.mark.parametrize(("year", "more", "day"), [(2024, [2026], "2027-01-01"), (2025, [2026, 2027], "2028-01-01")])
def test_a_bad_year_must_be_followed_by_good_ones(tmp_path: Path, year: int, more: list[int], day: str) -> None:
    bad = {2024: "baik", 2025: "baik", year: "butuh_perbaikan"}
    found = explained(written(tmp_path, predicates=bad))
    assert needed(found)["performance"] == ({"evaluations": more if year == 2025 else [2026], "at_least": "baik"}, day)
    # Not time alone: the years after it must be evaluated well.
    assert (found["eligible_on"], found["not_before"]) == (None, day)
    good = {**bad, **dict.fromkeys(more, "baik")}
    path = written(
        tmp_path, predicates=good, assessed_on="2026-06-01", write=lambda t: t.covers("discipline", "2030-12-31")
    )
    assert explained(path, on=f"{max(more) + 1}-01-02")["outcome"] == "met"


def test_age_can_only_be_helped_by_an_exception(tmp_path: Path) -> None:
    def post(t: Town) -> None:
        t.post("Kepala Dinas", "Dinas Contoh", "jpt_pratama", echelon="II.b")

    path = written(tmp_path, write=post, birth_date="1970-01-01")
    answer = asnkarier("explain", ADI, "--for", "Kepala Dinas", "--db", path, "--as-of", ON, "--format", "json")
    change = next(c for c in json.loads(answer.out)["changes"] if c["check"] == "age")
    assert change == {"check": "age", "needs": {"exception": "age"}, "date": None, "possible": False}


def test_who_is_not_on_duty_is_explained_and_said_so(tmp_path: Path) -> None:
    path = written(tmp_path, status="mpp")
    found = explained(path)
    assert (found["considered"], found["not_considered"]) == (False, "not_on_duty")


def test_the_tree_names_cells_and_articles(tmp_path: Path) -> None:
    def logged(t: Town) -> None:
        row = {"nip": ADI, "name": "Adi Contoh", "education": "S1"}
        t.logged("pegawai.xlsx", "Daftar", "roster", "person", t.people[ADI], 7, row, ADI)

    path = written(tmp_path, write=logged, since="2023-11-15")
    english = asnkarier("explain", ADI, "--for", POST, "--db", path, "--as-of", ON, lang="en")
    assert "pegawai.xlsx, sheet Daftar, cell C7 (import 9)" in english.out
    assert "in force since 7 April 2017" in english.out
    assert "Eligible by time alone on 15 November 2026" in english.out
    indonesian = asnkarier("jelaskan", ADI, "--untuk", POST, "--db", path, "--as-of", ON)
    assert "Memenuhi syarat karena waktu pada 15 November 2026" in indonesian.out


def test_an_unknown_nip(tmp_path: Path) -> None:
    answer = asnkarier("explain", BUDI, "--for", POST, "--db", written(tmp_path), lang="en")
    assert answer.code == 2
    assert BUDI in answer.err


def test_a_lighter_sanction_is_not_said_to_be_none(tmp_path: Path) -> None:
    def light(t: Town) -> None:
        t.discipline(ADI, "ringan", "2026-01-05")
        t.covers("discipline", "2030-12-31")

    path = written(tmp_path, write=light)
    answer = asnkarier("explain", ADI, "--for", POST, "--db", path, "--as-of", ON, lang="en", width=300)
    assert "no sanction on record" not in answer.out
    assert "Discipline: no such sanction; the register reaches to" in answer.out
    assert "a sanction is on record, but none of these that counts on this day" in answer.out


@pytest.mark.parametrize("effective_on", [None, "2026-05-25"])
def test_an_end_counted_without_public_holidays_says_so(tmp_path: Path, effective_on: str | None) -> None:
    """Decided on Monday 4 May 2026, in force from the 15th weekday after it, 25 May: six months are over on 24 November."""
    six = {"sanction": "Pemotongan tunjangan kinerja 25 % selama 6 bulan", "effective_on": effective_on}
    path = written(tmp_path, write=lambda t: t.discipline(ADI, "sedang", "2026-05-04", **six))
    check = next(c for c in explained(path)["checks"] if c["check"] == "discipline")
    told = {} if effective_on else {"without_public_holidays": True}
    assert check["value"] == {"level": "sedang", "decided_on": "2026-05-04", "ends_on": "2026-11-24", **told}
    assert check["why"] == "served"
    answer = asnkarier("explain", ADI, "--for", POST, "--db", path, "--as-of", ON, width=300)
    assert "sedang dijalani sampai 24 November 2026" in answer.out
    assert ("tanpa hari libur nasional" in answer.out) is (effective_on is None)


def test_one_education_is_told_the_highest(tmp_path: Path) -> None:
    path = written(tmp_path, write=lambda t: t.fact("education", ADI, education="S2", graduated="2020"))
    found = explained(path)
    assert next(c for c in found["checks"] if c["check"] == "education")["value"] == "S2"
    # S2 is 90 points of the component: the check and the component read the same degree.
    assert next(c for c in found["components"] if c["component"] == "education")["value"] == 90


def test_of_several_sanctions_the_last_one_counts(tmp_path: Path) -> None:
    def sanctions(t: Town) -> None:
        # Three years after the second decision: 1 November 2028, not 1 November 2026 after the first.
        t.discipline(ADI, "sedang", "2023-11-01", effective_on="2023-11-10", ends_on="2024-11-09")
        t.discipline(ADI, "sedang", "2025-11-01", effective_on="2025-11-10", ends_on="2026-05-09")

    found = explained(written(tmp_path, write=sanctions))
    assert needed(found)["discipline"] == ({"until": "2028-11-01"}, "2028-11-01")
    assert found["eligible_on"] == "2028-11-01"


@pytest.mark.parametrize(
    ("annulled", "expected"),
    [
        # Served until 31 December 2026 and in the look-back until 1 July 2028, three years after the decree: annulled, whichever is first.
        (None, "2028-07-01"),
        ("2026-11-15", "2026-11-15"),
        ("2028-06-30", "2028-06-30"),
        ("2028-07-02", "2028-07-01"),
    ],
)
def test_an_annulment_on_record_ends_a_sanction(tmp_path: Path, annulled: str | None, expected: str) -> None:
    def sanctioned(t: Town) -> None:
        t.discipline(ADI, "sedang", "2025-07-01", effective_on="2025-07-01", ends_on="2026-12-31", annulled_on=annulled)

    found = explained(written(tmp_path, write=sanctioned))
    assert needed(found)["discipline"] == ({"until": expected}, expected)
    assert found["eligible_on"] == expected
