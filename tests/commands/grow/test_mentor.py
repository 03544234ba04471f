"""`mentor …`, as people run it, on a small town."""

import json
from pathlib import Path
from typing import Any

import pytest

from asnkarier.core.access import Access
from asnkarier.store.database import open_database
from tests import golden
from tests.law.conftest import text_of
from tests.terminal import asnkarier
from tests.town import town

HEAD, ADI, BUDI, CITRA, DEWI = (
    "197001011995011901", "198001012005011902", "198101012005012903", "198201012005013904", "199901012026012905",
)  # fmt: skip


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        t.unit("Dinas Contoh")
        t.unit("Dinas Lain")
        t.post("Kepala Dinas Contoh", "Dinas Contoh", "jpt_pratama", heads_unit="ya")
        t.post("Analis Ahli Muda", job_family="kebijakan")
        t.post("Analis Ahli Pertama", job_family="kebijakan")
        t.person(HEAD, "Kepala Contoh", unit="Dinas Contoh", post="Kepala Dinas Contoh", appointed_on="1995-01-01")
        for nip, name, unit, post, since in (
            (ADI, "Adi Contoh", "Dinas Contoh", "Analis Ahli Muda", "2005-01-01"),
            (BUDI, "Budi Contoh", "Dinas Lain", "Analis Ahli Muda", "2005-01-01"),
            (CITRA, "Citra Contoh", "Dinas Contoh", "Analis Ahli Muda", "2005-01-01"),
            (DEWI, "Dewi Contoh", "Dinas Contoh", "Analis Ahli Pertama", "2026-02-01"),
        ):
            t.person(nip, name, unit=unit, post=post, appointed_on=since)
        t.assessment(HEAD, "2025-10-01", 4, 4, 4, 4, 4, 4, 4, 4, 4)
        t.assessment(ADI, "2025-10-01", 2, 3, 3, 3, 3, 3, 3, 3, 3)
        t.assessment(BUDI, "2025-10-01", 3, 3, 3, 3, 3, 3, 3, 3, 3)
        t.assessment(CITRA, "2025-10-01", 2.5, 3, 3, 3, 3, 3, 3, 3, 3)
    return path


def asked(file: Path, *arguments: object, day: str = "2026-10-01") -> dict[str, Any]:
    answer = asnkarier("mentor", *arguments, "--db", file, "--as-of", day, "--format", "json")
    assert answer.code == 0, answer.err
    found: dict[str, Any] = json.loads(answer.out)
    return found


def refused(file: Path, *arguments: object, day: str = "2026-10-01") -> str:
    answer = asnkarier("mentor", *arguments, "--db", file, "--as-of", day, "--format", "json")
    error = json.loads(answer.out)["error"]
    assert answer.code == 2
    assert error["message"]
    assert error["remedy"]
    return str(error["code"])


def test_the_best_match_over_everyone_and_never_the_superior(file: Path) -> None:
    found = asked(file, "suggest")
    pairs = {pair["mentee"]: pair for pair in found["pairs"]}
    # Ahli muda asks 3: Adi lacks 1 of Integritas, Citra a half; Dewi is new. The head is everyone's superior in the agency.
    assert set(pairs) == {ADI, CITRA, DEWI}
    assert HEAD not in {pair["mentor"] for pair in found["pairs"]}
    assert (pairs[ADI]["mentor"], pairs[ADI]["competency"]) == (BUDI, "Integritas")
    # 1 level + 20 years (21 served) × 0.05 + the same field 0.5; other agencies.
    assert pairs[ADI]["score"] == 1 + 1 + 0.5
    assert "new" in pairs[DEWI]["reasons"]
    assert found["optimal"]


def test_what_makes_a_mentor_fit_is_a_record(file: Path, tmp_path: Path) -> None:
    text = (
        text_of("mentoring")
        .replace("2014-01-15", "2026-06-01")
        .replace("2026-11-22", "2025-01-01")
        .replace("most_service_years = 20", "most_service_years = 10")
    )
    own = tmp_path / "mentor.toml"
    own.write_text(text.replace("same_field = 0.5", "same_field = 0.75"), encoding="utf-8")
    assert asnkarier("rules", "add", own, "--db", file).code == 0
    pairs = {pair["mentee"]: pair for pair in asked(file, "suggest")["pairs"]}
    # 1 level + 10 years (21 served) × 0.05 + the same field 0.75.
    assert pairs[ADI]["score"] == 1 + 0.5 + 0.75


def test_a_mentor_takes_no_more_than_the_load(file: Path) -> None:
    mentors = [pair["mentor"] for pair in asked(file, "suggest", "--load", 1)["pairs"]]
    assert len(mentors) == len(set(mentors))


def test_pair_sessions_and_end(file: Path) -> None:
    made = asked(file, "pair", BUDI, ADI, "--topic", "Integritas")
    assert made["batch"]
    # Together already: nothing new. Adi is no mentee any more.
    assert asked(file, "pair", BUDI, ADI)["batch"] is None
    assert ADI not in {pair["mentee"] for pair in asked(file, "suggest")["pairs"]}
    logged = asked(file, "log", ADI, "--minutes", 60, "--on", "2026-10-15", day="2026-11-01")
    assert (logged["pairs"][0]["sessions"], logged["pairs"][0]["minutes"]) == (1, 60)
    hours = json.loads(
        asnkarier("training", "hours", 2026, "--db", file, "--as-of", "2026-11-01", "--format", "json").out
    )
    # A session counts 2 JP for the mentee.
    assert {p["nip"]: p["jp"] for p in hours["people"]}[ADI] == 2
    asked(file, "end", ADI, day="2026-11-01")
    assert asked(file, "list", day="2026-11-01")["pairs"] == []
    assert len(asked(file, "list", "--all", day="2026-11-01")["pairs"]) == 1
    assert refused(file, "log", ADI, "--minutes", 60, day="2026-11-02") == "mentee_without_mentor"


def test_the_gap_before_and_now(file: Path) -> None:
    from asnkarier.core.access import Access
    from asnkarier.store.database import open_database
    from tests.town import Town

    asked(file, "pair", BUDI, ADI)
    with open_database(str(file), Access.WRITE) as db:
        town_ = Town.__new__(Town)
        town_.db, town_.nine = db, list(range(1, 10))
        town_.people = {ADI: db.rows("SELECT person_id FROM person_nip WHERE nip = ?", (ADI,))[0][0]}
        town_.assessment(ADI, "2027-03-01", 2.5, 3, 3, 3, 3, 3, 3, 3, 3)
    (pair,) = asked(file, "list", day="2027-04-01")["pairs"]
    # Integritas 2 of 3 before, 2.5 of 3 now.
    assert (pair["before"], pair["after"]) == (-1, -0.5)


def test_refusals(file: Path) -> None:
    assert refused(file, "pair", HEAD, ADI) == "mentor_is_superior"
    assert refused(file, "pair", ADI, ADI) == "mentor_is_mentee"
    asked(file, "pair", BUDI, ADI)
    assert refused(file, "pair", CITRA, ADI) == "mentee_has_mentor"
    assert refused(file, "pair", BUDI, CITRA, "--load", 1) == "mentor_full"
    assert refused(file, "log", ADI, "--minutes", 0) == "session_without_minutes"
    assert refused(file, "log", ADI, "--minutes", 60, "--on", "2026-09-30") == "session_outside"
    assert refused(file, "log", ADI, "--minutes", 60, "--on", "2026-10-02") == "session_outside"
    assert refused(file, "end", CITRA) == "mentee_without_mentor"
    assert refused(file, "suggest", "--load", 0) == "limit_not_positive"


def test_the_whole_line_of_command_is_no_mentor(file: Path) -> None:
    with open_database(str(file), Access.WRITE) as db:
        ids = dict(db.rows("SELECT nip, person_id FROM person_nip"))
        # Dewi is evaluated by Citra, and Citra is led by the head: both stand above Dewi.
        db.execute(
            "INSERT INTO evaluation (id, person_id, year, period, started_on, predicate, evaluator_nip)"
            " VALUES (1, ?, 2025, 'annual', '', 'baik', ?)",
            (ids[DEWI], CITRA),
        )
    assert refused(file, "pair", CITRA, DEWI) == "mentor_is_superior"
    assert refused(file, "pair", HEAD, DEWI) == "mentor_is_superior"
    assert {pair["mentor"] for pair in asked(file, "suggest")["pairs"] if pair["mentee"] == DEWI} <= {ADI, BUDI}


@pytest.mark.parametrize("lang", ["id", "en"])
def test_table(file: Path, lang: str) -> None:
    answer = asnkarier("mentor", "suggest", "--db", file, "--as-of", "2026-10-01", lang=lang, width=160)
    assert answer.code == 0
    golden.check(f"grow/mentor_suggest_{lang}", answer.out)


def test_who_is_strong_where_the_own_post_asks_nothing_and_who_just_rose_can_guide(tmp_path: Path) -> None:
    path = tmp_path / "strong.sqlite"
    with town(path) as t:
        t.unit("Dinas Contoh")
        t.post("Staf", "Dinas Contoh", "pelaksana")
        t.post("Penata Arsip", "Dinas Contoh", "pelaksana")
        archive = t.insert("competency", name="Arsip", name_key="arsip", grp="teknis")
        t.insert("standard", position_id=t.posts["Penata Arsip"], competency_id=archive, required=30_000,
                 importance="mutlak")  # fmt: skip
        t.person(ADI, "Adi Contoh", unit="Dinas Contoh", post="Staf", since="2015-01-01", appointed_on="2005-01-01")
        t.person(BUDI, "Budi Contoh", unit="Dinas Contoh", post="Penata Arsip", since="2015-01-01",
                 appointed_on="2005-01-01")  # fmt: skip
        t.person(CITRA, "Citra Contoh", unit="Dinas Contoh", post="Staf", since="2026-06-01", appointed_on="2005-01-01")
        t.assessment(ADI, "2020-10-01", 1, 1, 1, 1, 1, 1, 1, 1, 1, arsip=5)
        t.assessment(BUDI, "2025-10-01", 1, 1, 1, 1, 1, 1, 1, 1, 1, arsip=1)
        t.assessment(CITRA, "2025-10-01", 1, 1, 1, 1, 1, 1, 1, 1, 1, arsip=2)
    found = asked(path, "suggest")
    pairs = {pair["mentee"]: pair for pair in found["pairs"]}
    # Adi raises archives by 3 × (3 − 1), Citra, four months in a post of hers, by 3 × (2 − 1); all three have served 21 years.
    assert found["mentors"] == 3
    assert (pairs[BUDI]["mentor"], pairs[BUDI]["competency"]) == (ADI, "Arsip")
    assert (
        "mentor_expired" in pairs[BUDI]["reasons"]
    )  # assessed on 1 October 2020, no longer valid since 2 October 2023
    with_load = asked(path, "pair", ADI, BUDI)
    assert with_load["pairs"]


@pytest.mark.parametrize(("since", "mentors"), [("2021-10-01", 1), ("2021-10-02", 0)])
def test_five_years_of_service_make_a_mentor(tmp_path: Path, since: str, mentors: int) -> None:
    path = tmp_path / "years.sqlite"
    with town(path) as t:
        t.unit("Dinas Contoh")
        t.post("Staf", "Dinas Contoh", "pelaksana")
        t.person(ADI, "Adi Contoh", unit="Dinas Contoh", post="Staf", since="2021-10-01", appointed_on=since)
    # Five years from 1 October 2021 are full on 1 October 2026.
    assert asked(path, "suggest")["mentors"] == mentors


@pytest.mark.parametrize(("since", "mentees"), [("2025-10-01", 0), ("2025-10-02", 1)])
def test_new_for_twelve_months(tmp_path: Path, since: str, mentees: int) -> None:
    path = tmp_path / "new.sqlite"
    with town(path) as t:
        t.unit("Dinas Contoh")
        t.post("Staf", "Dinas Contoh", "pelaksana")
        t.person(ADI, "Adi Contoh", unit="Dinas Contoh", post="Staf", since=since, appointed_on="2005-01-01")
    assert asked(path, "suggest")["mentees"] == mentees


def test_the_list_names_the_mentor_by_nip_the_end_and_what_came_of_the_topic(file: Path) -> None:
    asked(file, "pair", BUDI, ADI, "--topic", "integritas")
    with open_database(str(file), Access.WRITE) as db:
        ids = dict(db.rows("SELECT nip, person_id FROM person_nip"))
        db.execute(
            "INSERT INTO assessment (id, person_id, assessed_on, purpose) VALUES (90, ?, '2027-01-10', '')", (ids[ADI],)
        )
        for competency, level in ((1, 30_000), (2, 20_000)):
            db.execute(
                "INSERT INTO assessment_level (assessment_id, competency_id, level) VALUES (90, ?, ?)",
                (competency, level),
            )
    (pair,) = asked(file, "list", day="2027-02-01")["pairs"]
    # Integritas 2 of 3 before, 3 now; that Kerja Sama fell from 3 to 2 is not what the pair is about.
    assert (pair["competency"], pair["before"], pair["after"]) == ("Integritas", -1, 0)
    assert "Ended" not in asnkarier("mentor", "list", "--db", file, "--as-of", "2027-02-01", width=160, lang="en").out
    asked(file, "end", ADI, day="2027-02-01")
    shown = asnkarier("mentor", "list", "--all", "--db", file, "--as-of", "2027-02-02", width=160, lang="en").out
    assert BUDI in shown
    assert "1 February 2027" in shown


@pytest.mark.parametrize(("since", "warned"), [("2021-10-01", False), ("2021-10-02", True)])
def test_a_mentor_whom_the_match_would_not_take_is_paired_with_a_word(file: Path, since: str, warned: bool) -> None:
    # Five full years of service on 1 October 2026 for who began on 1 October 2021.
    with open_database(str(file), Access.WRITE) as db:
        db.execute(
            "UPDATE person SET appointed_on = ? WHERE id = (SELECT person_id FROM person_nip WHERE nip = ?)",
            (since, BUDI),
        )
    answer = asnkarier("mentor", "pair", BUDI, ADI, "--db", file, "--as-of", "2026-10-01", lang="en")
    assert answer.code == 0
    assert ("has 4 full years of service; `mentor suggest` proposes mentors from 5 years on" in answer.err) is warned
    # Budi has 3 where Adi has 2; the other way round nobody is stronger.
    assert "stronger in nothing" not in answer.err
    assert "Adi Contoh is stronger in nothing that Citra Contoh lacks" in (
        asnkarier("mentor", "pair", ADI, CITRA, "--db", file, "--as-of", "2026-10-01", lang="en").err
    )


def test_why_nobody_fits_is_said(file: Path) -> None:
    # Without Budi nobody but the head, everyone's superior, is above Adi's 2 of 3 by more than Citra; and of Adi and Citra
    # each has less than the other lacks or is of the same field, which serves newcomers alone.
    with open_database(str(file), Access.WRITE) as db:
        db.execute("UPDATE person SET appointed_on = '2026-01-01' WHERE name <> 'Kepala Contoh'")
        db.execute("UPDATE person_unit SET unit_id = (SELECT MIN(unit_id) FROM person_unit)")
    found = asked(file, "suggest")
    assert (found["pairs"], found["without"], found["without_reasons"]) == (
        [],
        4,
        {"superior": 2, "nobody_stronger": 2},
    )
    told = asnkarier("mentor", "suggest", "--db", file, "--as-of", "2026-10-01", lang="en").out
    assert "only superiors are stronger" in told
    assert "Nobody fits as a mentor." in told
