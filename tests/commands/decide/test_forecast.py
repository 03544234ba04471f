"""forecast, as people run it, on a small town: both sides of every date, and the lists of what is not known."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests import golden
from tests.terminal import asnkarier
from tests.town import SCALE, Town, town

ON = "2026-06-30"
ADI, BUDI = "196807011993031001", "198101012006011002"


def run(path: Path, what: str, *arguments: object, on: str = ON) -> dict[str, Any]:
    answer = asnkarier("forecast", what, *arguments, "--db", path, "--as-of", on, "--format", "json")
    assert answer.code == 0, answer.err
    found: dict[str, Any] = json.loads(answer.out)
    return found


def one(tmp_path: Path, what: str, *arguments: object, on: str = ON, write: Any = None, **person: Any) -> Any:
    """Return the line about one person, or None; `unknown` where the person stands in that list."""
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        t.unit("Dinas Contoh")
        t.post("Pengadministrasi", None, "pelaksana")
        t.post("Kepala Seksi", "Dinas Contoh", "pengawas", echelon="IV.a")
        t.post("Guru Ahli Muda", None, "jf_ahli_muda", job_family="pendidikan")
        t.post("Analis Ahli Muda", None, "jf_ahli_muda")
        t.post("Analis Ahli Madya", None, "jf_ahli_madya")
        t.post("Kepala SDN 3 Contoh", "Dinas Contoh", "jf_ahli_muda")
        for lecturer in ("Lektor", "Lektor Kepala", "Asisten Ahli", "Guru Besar", "Profesor"):
            t.post(lecturer, None, "jf_ahli_muda")
        t.post("Dosen Tamu", None, "pelaksana", retirement_age=62)
        given = {
            "post": "Pengadministrasi", "unit": "Dinas Contoh", "education": "S1", "birth_date": "1975-01-01", **person,
        }  # fmt: skip
        t.person(ADI, "Adi Contoh", **given)
        for register in ("discipline", "exams", "history"):
            t.covers(register, ON)
        if write is not None:
            write(t)
    found = run(path, what, *arguments, on=on)
    if any(line["nip"] == ADI for line in found["unknown"]):
        return "unknown"
    return next((line for line in found["people"] if line["nip"] == ADI), None)


@pytest.mark.parametrize(
    ("born", "months", "pension"),
    [
        # 58 on 1 July 2026: the pension begins on 1 August 2026.
        ("1968-07-01", 2, "2026-08-01"),
        ("1968-07-31", 2, "2026-08-01"),
        ("1968-08-01", 2, None),  # 1 September is after 30 August
        ("1968-08-01", 3, "2026-09-01"),
    ],
)
def test_retirements(tmp_path: Path, born: str, months: int, pension: str | None) -> None:
    found = one(tmp_path, "retirements", "--months", months, birth_date=born)
    assert (found and found["pension_from"]) == pension


@pytest.mark.parametrize(
    ("post", "born", "age"),
    [
        ("Guru Ahli Muda", "1966-07-01", 60),
        ("Kepala SDN 3 Contoh", "1966-07-01", 60),  # a duty of a teacher
        ("Lektor", "1961-07-01", 65),
        ("Lektor Kepala", "1961-07-31", 65),
        ("Asisten Ahli", "1961-07-01", 65),
        ("Guru Besar", "1956-07-01", 70),
        ("Profesor", "1956-07-31", 70),
        ("Analis Ahli Muda", "1968-07-01", 58),
        ("Analis Ahli Madya", "1966-07-01", 60),
        ("Dosen Tamu", "1964-07-01", 62),  # the post's own column
    ],
)
def test_the_age_is_that_of_the_post(tmp_path: Path, post: str, born: str, age: int) -> None:
    found = one(tmp_path, "retirements", "--months", 2, post=post, birth_date=born)
    assert (found["retirement_age"], found["pension_from"], found["overdue"]) == (age, "2026-08-01", False)


@pytest.mark.parametrize(
    ("on", "article"),
    [
        # UU 20/2023 took the place of UU 5/2014 on 31 October 2023; the ages stayed.
        ("2023-10-30", "UU 5/2014 Ps 90; PP 11/2017 Ps 239"),
        ("2023-10-31", "UU 20/2023 Ps 55; PP 11/2017 Ps 239"),
    ],
)
def test_the_law_of_the_day_is_cited(tmp_path: Path, on: str, article: str) -> None:
    path = tmp_path / "town.sqlite"
    with town(path):
        pass
    said = asnkarier("forecast", "retirements", "--db", path, "--as-of", on, width=200)
    assert (said.code, article in said.out) == (0, True)


def test_who_should_have_retired_is_marked_and_who_is_not_known_listed(tmp_path: Path) -> None:
    assert one(tmp_path, "retirements", birth_date="1960-01-01")["overdue"] is True
    (tmp_path / "town.sqlite").unlink()
    assert one(tmp_path, "retirements", post=None) == "unknown"


@pytest.mark.parametrize(("ends", "listed"), [("2026-07-30", True), ("2026-07-31", False)])
def test_contracts(tmp_path: Path, ends: str, listed: bool) -> None:
    def write(t: Town) -> None:
        t.db.execute("UPDATE person_kind SET contract_ends_on = ? WHERE person_id = ?", (ends, t.people[ADI]))

    found = one(tmp_path, "contracts", "--months", 1, kind="PPPK", write=write)
    assert (found is not None) is listed


def test_contracts_without_an_end_and_pns(tmp_path: Path) -> None:
    assert one(tmp_path, "contracts", kind="PPPK") == "unknown"
    (tmp_path / "town.sqlite").unlink()
    assert one(tmp_path, "contracts") is None


@pytest.mark.parametrize(
    ("last", "due", "notice", "overdue"),
    [
        ("2024-07-30", "2026-07-30", "2026-05-30", False),
        ("2024-07-31", None, None, None),  # due on 31 July, a day beyond one month
        ("2024-06-30", "2026-06-30", "2026-04-30", False),  # due on the day asked about: not late yet
        ("2024-06-29", "2026-06-29", "2026-04-29", True),
        ("2024-01-01", "2026-01-01", "2025-11-01", True),
    ],
)
def test_pay_steps(tmp_path: Path, last: str, due: str | None, notice: str | None, overdue: bool | None) -> None:
    found = one(tmp_path, "pay-steps", "--months", 1, last_pay_step=last)
    assert (found and found["due"], found and found["notice"], found and found["overdue"]) == (due, notice, overdue)


def test_a_pay_step_and_what_stands_in_its_way(tmp_path: Path) -> None:
    def write(t: Town) -> None:
        t.evaluation(ADI, 2024, "baik")
        t.evaluation(ADI, 2025, "baik")
        t.discipline(ADI, "sedang", "2026-05-01", effective_on="2026-05-01", ends_on="2026-12-31")

    found = one(tmp_path, "pay-steps", last_pay_step="2024-12-01", write=write)
    states = {check["check"]: check["outcome"] for check in found["checks"]}
    assert (found["outcome"], states) == (
        "not_met",
        {"performance": "met", "discipline": "not_met", "status": "met", "service": "met"},
    )
    (tmp_path / "town.sqlite").unlink()
    # Served to the end of 2026: a step due in January 2027 is free of it; 2026 is not evaluated yet, and 2024 stands in for it.
    found = one(tmp_path, "pay-steps", last_pay_step="2025-01-01", write=write)
    assert {c["check"]: c["outcome"] for c in found["checks"]} == {
        "performance": "met",
        "discipline": "met",
        "status": "met",
        "service": "met",
    }


@pytest.mark.parametrize(
    ("last", "years", "outcome", "said"),
    [
        # Due on 31 March 2027, the last day on which 2024 may stand in for 2026; due the day after it does no more.
        ("2025-03-31", {2024: "baik", 2025: "baik"}, "met", "2024: baik, 2025: baik, newest_year_not_recorded"),
        ("2025-04-01", {2024: "baik", 2025: "baik"}, "unknown", "2025: baik, 2026: ?"),
        # The mean of sangat kurang and baik lies between butuh perbaikan and kurang: behind "cukup".
        (
            "2025-03-01",
            {2024: "sangat_kurang", 2025: "baik"},
            "not_met",
            "2024: sangat_kurang, 2025: baik, newest_year_not_recorded",
        ),
        # Nothing older is on record: nothing stands in.
        ("2025-03-01", {}, "unknown", "2025: ?, 2026: ?"),
        # Nor where 2026 is on record: but no year is before it is over (asked on 30 June 2026).
        (
            "2025-03-01",
            {2024: "baik", 2025: "baik", 2026: "kurang"},
            "met",
            "2024: baik, 2025: baik, newest_year_not_recorded",
        ),
    ],
)
def test_older_years_stand_in_for_a_newest_one_not_recorded_yet(
    tmp_path: Path, last: str, years: dict[int, str], outcome: str, said: str
) -> None:
    def write(t: Town) -> None:
        for year, predicate in years.items():
            t.evaluation(ADI, year, predicate)

    found = one(tmp_path, "pay-steps", last_pay_step=last, write=write)
    (check,) = [c for c in found["checks"] if c["check"] == "performance"]
    assert (check["outcome"], check["value"]) == (outcome, said)


@pytest.mark.parametrize(
    ("on", "outcome"),
    # The step was due on 1 February 2026: 2023 stands in for 2025 until 31 March, and no more for one still overdue.
    [("2026-03-31", "met"), ("2026-04-01", "unknown"), ("2027-01-15", "unknown")],
)
def test_nothing_stands_in_for_an_overdue_step_once_the_grace_is_over(tmp_path: Path, on: str, outcome: str) -> None:
    def write(t: Town) -> None:
        for year in (2023, 2024):
            t.evaluation(ADI, year, "baik")

    found = one(tmp_path, "pay-steps", last_pay_step="2024-02-01", write=write, begins="2023-01-01", on=on)
    (check,) = [c for c in found["checks"] if c["check"] == "performance"]
    assert check["outcome"] == outcome


def test_an_unknown_last_step_is_a_list_of_its_own(tmp_path: Path) -> None:
    assert one(tmp_path, "pay-steps") == "unknown"


def good(t: Town) -> None:
    for year in (2024, 2025):
        t.evaluation(ADI, year, "baik")


@pytest.mark.parametrize(
    ("since", "on"),
    [
        # Regular: four years, on the first of a month, every month since October 2025.
        ("2022-07-01", "2026-07-01"),
        ("2022-07-02", "2026-08-01"),
        ("2010-01-01", "2026-07-01"),
        ("2022-09-02", None),  # 1 October lies beyond three months
    ],
)
def test_ranks_fall_due_on_the_first_day_possible(tmp_path: Path, since: str, on: str | None) -> None:
    found = one(tmp_path, "ranks", "--months", 3, golongan="III/b", golongan_since=since, write=good)
    assert (found and found["on"]) == on
    if found:
        assert (found["way"], found["to"], found["outcome"]) == ("regular", "III/c", "met")


def test_before_october_2025_only_even_months(tmp_path: Path) -> None:
    found = one(
        tmp_path, "ranks", "--months", 3, on="2025-06-30", golongan="III/b", golongan_since="2021-07-01",
        begins="2025-01-01", write=good,
    )  # fmt: skip
    assert found["on"] == "2025-08-01"


@pytest.mark.parametrize(
    ("person", "blocked"),
    [
        ({"golongan": "III/d", "education": "S1"}, {"ceiling", "exam"}),
        ({"golongan": "III/b", "education": "SLTA"}, {"ceiling"}),
        ({"golongan": "III/b", "education": "D-III"}, set()),
        ({"golongan": "II/d", "education": "D-III"}, {"exam"}),
        ({"golongan": "II/d", "education": "S1"}, set()),  # perhaps exempt: cannot be told
    ],
)
def test_ranks_with_their_blocking_reasons(tmp_path: Path, person: dict[str, str], blocked: set[str]) -> None:
    found = one(tmp_path, "ranks", golongan_since="2020-04-01", write=good, **person)
    assert {check["check"] for check in found["checks"] if check["outcome"] == "not_met"} == blocked


@pytest.mark.parametrize(
    ("period", "outcome", "value"),
    [
        # 2026 is not over on 30 June 2026. To 31 March 2027 the two years before stand in; of April 2027 nobody can tell.
        ("2027-03", "met", "2024: baik, 2025: baik, newest_year_not_recorded"),
        ("2027-04", "unknown", "2025: baik, 2026: ?"),
        ("2026-07", "met", "2024: baik, 2025: baik"),
    ],
)
def test_older_years_stand_in_until_the_newest_is_recorded(
    tmp_path: Path, period: str, outcome: str, value: str
) -> None:
    found = one(tmp_path, "ranks", "--for", period, golongan="III/b", golongan_since="2020-04-01", write=good)
    check = next(c for c in found["checks"] if c["check"] == "performance")
    assert (check["outcome"], check["value"]) == (outcome, value)


@pytest.mark.parametrize(
    ("recorded", "outcome", "value"),
    [
        (None, "met", "2023: baik, 2024: baik, newest_year_not_recorded"),
        ("kurang", "not_met", "2024: baik, 2025: kurang"),
        ("baik", "met", "2024: baik, 2025: baik"),
    ],
)
def test_the_newest_year_counts_once_it_is_recorded(tmp_path: Path, recorded: Any, outcome: str, value: str) -> None:
    def write(t: Town) -> None:
        for year in (2023, 2024):
            t.evaluation(ADI, year, "baik")
        if recorded:
            t.evaluation(ADI, 2025, recorded)

    given = {"golongan": "III/b", "golongan_since": "2020-04-01", "begins": "2025-01-01"}
    found = one(tmp_path, "ranks", "--for", "2026-03", on="2026-02-10", write=write, **given)
    check = next(c for c in found["checks"] if c["check"] == "performance")
    assert (check["outcome"], check["value"]) == (outcome, value)
    shown = asnkarier(
        "forecast", "ranks", "--for", "2026-03", "--db", tmp_path / "town.sqlite", "--as-of", "2026-02-10", lang="en"
    )
    words = "For 1 of them the newest year is not recorded yet, so the years before it stand in."
    assert (words in " ".join(shown.out.split())) is (recorded is None)


@pytest.mark.parametrize(
    ("on", "period", "code"),
    [
        # 120 months, as --months takes at most: from 30 June 2026 to 30 June 2036.
        ("2026-06-30", "2036-06", 0),
        ("2026-06-30", "2036-07", 2),
        ("2026-07-01", "2036-07", 0),
        ("2026-07-01", "2036-08", 2),
        ("2026-06-30", "9999-01", 2),
    ],
)
def test_a_period_is_no_further_off_than_months_may_be(tmp_path: Path, on: str, period: str, code: int) -> None:
    file = tmp_path / "kota.sqlite"
    assert asnkarier("init", "--db", file).code == 0
    said = asnkarier("forecast", "ranks", "--for", period, "--db", file, "--as-of", on, lang="en")
    assert said.code == code
    assert ("is more than 120 months after" in said.err) is (code == 2)


@pytest.mark.parametrize(
    ("on", "period", "credit"),
    [
        # Credit is regulated from 1 July 2023 on: of the period of April nothing can be said, of October all.
        ("2023-03-31", "2023-04", ("unknown", "not_regulated")),
        ("2023-07-01", "2023-10", ("met", "100.00")),
    ],
)
def test_before_credit_was_regulated_others_have_their_promotion(
    tmp_path: Path, on: str, period: str, credit: tuple[str, str]
) -> None:
    def write(t: Town) -> None:
        t.post("Arsiparis Ahli Muda", None, "jf_ahli_muda")
        given = {"post": "Arsiparis Ahli Muda", "since": "2019-01-01", "golongan": "III/c", "begins": "2020-01-01"}
        t.person("197501012000011002", "Budi Contoh", golongan_since="2020-04-01", **given)
        t.fact(
            "credit", "197501012000011002", decided_on="2023-01-20", kind="integrasi", amount=0, cumulative=100 * SCALE,
            period_to="2022-12-31", level="jf_ahli_muda",
        )  # fmt: skip
        for nip in (ADI, "197501012000011002"):
            t.evaluation(nip, 2021, "baik")
            t.evaluation(nip, 2022, "baik")

    given = {"golongan": "III/b", "golongan_since": "2019-04-01", "begins": "2020-01-01"}
    found = one(tmp_path, "ranks", "--for", period, on=on, write=write, **given)
    assert (found["way"], {c["check"]: c["outcome"] for c in found["checks"]}["years_in_rank"]) == ("regular", "met")
    every = run(tmp_path / "town.sqlite", "ranks", "--for", period, on=on)["people"]
    budi = next(line for line in every if line["way"] == "functional")
    check = next(c for c in budi["checks"] if c["check"] == "credit")
    assert (check["outcome"], check["value"]) == credit


def test_a_functional_post_needs_credit(tmp_path: Path) -> None:
    def write(t: Town, amount: int) -> None:
        good(t)
        t.fact(
            "credit", ADI, decided_on="2026-01-20", kind="konversi", amount=0, cumulative=amount,
            period_to="2025-12-31", level="jf_ahli_muda",
        )  # fmt: skip

    given = {"post": "Analis Ahli Muda", "since": "2022-01-01", "golongan": "III/c", "golongan_since": "2024-07-01"}
    found = one(tmp_path, "ranks", write=lambda t: write(t, 100 * SCALE), **given)
    assert (found["way"], found["to"], found["on"], found["outcome"]) == ("functional", "III/d", "2026-07-01", "met")
    (tmp_path / "town.sqlite").unlink()
    found = one(tmp_path, "ranks", write=lambda t: write(t, 100 * SCALE - 1), **given)
    assert found["outcome"] == "not_met"


@pytest.mark.parametrize(
    ("golongan", "since", "post_since", "on", "outcome"),
    [
        # IV.a: III/c–III/d. Inside the range four years in rank; one below it a year in rank and a year in the post.
        ("III/c", "2022-07-01", "2020-01-01", "2026-07-01", "met"),
        ("III/b", "2025-07-01", "2025-06-30", "2026-07-01", "met"),
        ("III/b", "2025-07-01", "2026-06-30", "2026-07-01", "not_met"),
        ("III/d", "2020-01-01", "2020-01-01", "2026-07-01", "not_met"),  # the echelon's highest
    ],
)
def test_structural_posts(tmp_path: Path, golongan: str, since: str, post_since: str, on: str, outcome: str) -> None:
    found = one(
        tmp_path, "ranks", "--months", 1, post="Kepala Seksi", since=post_since, golongan=golongan,
        golongan_since=since, write=good,
    )  # fmt: skip
    assert (found["way"], found["on"], found["outcome"]) == ("structural", on, outcome)


@pytest.mark.parametrize(
    ("since", "post_since", "on", "way", "outcome"),
    [
        # Eselon V: III/a–III/b. From II/d a year in rank and a year in the post, both full on 1 July 2026; a day less in the post waits
        # for August, when the year's promotions go on (every month since October 2025).
        ("2025-07-01", "2025-07-01", "2026-07-01", "structural", "met"),
        ("2025-07-01", "2025-07-02", "2026-08-01", "structural", "met"),
        ("2025-07-02", "2025-07-01", "2026-08-01", "structural", "met"),
    ],
)
def test_eselon_v_is_structural(tmp_path: Path, since: str, post_since: str, on: str, way: str, outcome: str) -> None:
    def write(t: Town) -> None:
        good(t)
        t.db.execute("UPDATE position SET echelon = 'V.a' WHERE name = 'Pengadministrasi'")

    found = one(
        tmp_path, "ranks", "--months", 2, since=post_since, golongan="II/d", golongan_since=since, write=write,
    )  # fmt: skip
    assert (found["way"], found["to"], found["on"], found["outcome"]) == (way, "III/a", on, outcome)


@pytest.mark.parametrize(
    ("months", "on", "outcome"),
    [(6, "2026-11-01", "met"), (3, "2026-07-01", "not_met")],
)
def test_who_may_later_within_the_months_is_told_with_that_day(
    tmp_path: Path, months: int, on: str, outcome: str
) -> None:
    # A year in the rank is full on 1 July 2026, the year in the post on 2 October: the first period from then is 1 November, five months
    # ahead. Within three months nothing but the first period can be told.
    found = one(
        tmp_path, "ranks", "--months", months, post="Kepala Seksi", since="2025-10-02", golongan="III/b",
        golongan_since="2025-07-01", write=good,
    )  # fmt: skip
    assert (found["on"], found["outcome"]) == (on, outcome)


@pytest.mark.parametrize(
    ("before", "golongan", "check", "outcome"),
    [
        # Ahli Muda with the highest rank of Ahli Pertama: the level comes before the rank, and is there.
        ("Analis Ahli Pertama", "III/b", "next_level", "met"),
        ("Kepala Seksi", "III/b", "level_range", "unknown"),  # by penyetaraan: what it asks the rules do not say
        ("Analis Ahli Pertama", "III/a", "level_range", "unknown"),  # two ranks below the level
    ],
)
def test_a_level_reached_before_its_rank(tmp_path: Path, before: str, golongan: str, check: str, outcome: str) -> None:
    def write(t: Town) -> None:
        good(t)
        t.history(
            ADI,
            before,
            "2018-01-01",
            "2024-12-31",
            position_kind="pengawas" if "Kepala" in before else "jf_ahli_pertama",
        )

    found = one(
        tmp_path, "ranks", post="Analis Ahli Muda", since="2025-01-01", golongan=golongan,
        golongan_since="2022-07-01", write=write,
    )  # fmt: skip
    assert found["way"] == "functional"
    (told,) = [one for one in found["checks"] if one["check"] == check]
    assert told["outcome"] == outcome
    assert found["outcome"] == ("met" if outcome == "met" else "unknown")
    assert told["required"], "what is missing is said"


def test_whose_kind_of_employment_is_not_known_is_told(tmp_path: Path) -> None:
    # Due on 1 September 2026, two years after the last step; whether there is one the kind of employment tells.
    found = one(tmp_path, "pay-steps", kind=None, last_pay_step="2024-09-01")
    assert (found["due"], found["outcome"]) == ("2026-09-01", "unknown")
    (tmp_path / "town.sqlite").unlink()
    assert one(tmp_path, "pay-steps", kind=None) == "unknown"
    (tmp_path / "town.sqlite").unlink()
    assert one(tmp_path, "ranks", kind=None) == "unknown"


def test_a_rank_only_seen_on_the_rosters_day_is_not_known(tmp_path: Path) -> None:
    assert one(tmp_path, "ranks", golongan="III/b", write=good) == "unknown"


DUE = {"golongan": "III/b", "golongan_since": "2022-08-01"}
"""Four years on 1 August 2026."""


@pytest.mark.parametrize(
    ("person", "blocked"),
    [
        ({}, {}),
        ({"kind": "CPNS"}, {"employee_kind": "not_met"}),
        ({"kind": None}, {"employee_kind": "unknown"}),
        ({"status": "cltn"}, {"status": "not_met"}),
        ({"status": "diberhentikan_sementara"}, {"status": "not_met"}),
        ({"status": "tugas_belajar"}, {"status": "unknown"}),  # a way of its own
        # 58 on 31 July 2026: the pension begins on 1 August, the very day; a day younger, on 1 September.
        ({"birth_date": "1968-07-31"}, {"service": "not_met"}),
        ({"birth_date": "1968-08-01"}, {}),
    ],
)
def test_a_rank_is_given_to_pns_in_service(tmp_path: Path, person: dict[str, Any], blocked: dict[str, str]) -> None:
    found = one(tmp_path, "ranks", "--for", "2026-08", write=good, **{**DUE, **person})
    assert {c["check"]: c["outcome"] for c in found["checks"] if c["outcome"] != "met"} == blocked


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        # The day of the promotion decides, 1 August 2026, not the day asked about.
        ({"table": "person_status", "status": "cltn", "since": "2026-08-01"}, "not_met"),
        ({"table": "person_status", "status": "cltn", "since": "2026-08-02"}, "met"),
        ({"table": "person_status", "status": "keluar", "since": "2026-07-15"}, "not_met"),
        ({"table": "person_kind", "employee_kind": "CPNS", "since": "2026-08-01"}, "not_met"),
        ({"table": "person_kind", "employee_kind": "CPNS", "since": "2026-08-02"}, "met"),
    ],
)
def test_a_rank_looks_at_the_spans_of_its_own_day(tmp_path: Path, change: dict[str, str], outcome: str) -> None:
    def write(t: Town) -> None:
        good(t)
        value = {key: text for key, text in change.items() if key not in ("table", "since")}
        t.db.execute(
            f"UPDATE {change['table']} SET until = date(?, '-1 day') WHERE person_id = ?",
            (change["since"], t.people[ADI]),
        )
        t.span(change["table"], t.people[ADI], change["since"], **value)

    assert one(tmp_path, "ranks", "--for", "2026-08", write=write, **DUE)["outcome"] == outcome


@pytest.mark.parametrize(
    ("person", "blocked"),
    [
        ({}, {}),
        ({"status": "cltn"}, {"status": "not_met"}),
        ({"status": "tugas_belajar"}, {}),
        ({"status": "mpp"}, {"status": "unknown"}),
        # 58 in July 2026: the pension begins on 1 August, the day of the step; in August: on 1 September.
        ({"birth_date": "1968-07-31"}, {"service": "not_met"}),
        ({"birth_date": "1968-08-01"}, {}),
    ],
)
def test_a_pay_step_is_given_in_service(tmp_path: Path, person: dict[str, Any], blocked: dict[str, str]) -> None:
    found = one(tmp_path, "pay-steps", last_pay_step="2024-08-01", write=good, **person)
    assert {c["check"]: c["outcome"] for c in found["checks"] if c["outcome"] != "met"} == blocked


def test_a_profession_beside_the_degree_of_the_roster(tmp_path: Path) -> None:
    def write(t: Town) -> None:
        good(t)
        t.fact("exam", ADI, exam="ujian_dinas_2", target="", target_key="", taken_on="2025-10-01", result="lulus")
        t.fact(
            "education", ADI, education="S1", field_of_study="Dokter", field_key="dokter", mark="profesi",
            graduated="2010-01-01",
        )  # fmt: skip

    given = {"golongan": "III/d", "golongan_since": "2020-04-01", "field_of_study": "Ekonomi"}
    found = one(tmp_path, "ranks", write=write, **given)
    assert {c["check"]: c["outcome"] for c in found["checks"]}["ceiling"] == "met"  # IV/a


@pytest.mark.parametrize(
    ("period", "on", "code"),
    [
        *(
            (told, ON, 0)
            for told in ("2026-12", "2026-12-01", "12-2026", "2026/12", "Desember 2026", "1 Desember 2026")
        ),
        *(
            (told, ON, 2)
            for told in ("2026-05", "besok", "13-2026", "Bulan 2026", "2 Desember 2026", "2026", "0000-12")
        ),
        ("2025-09", "2025-06-30", 2),
    ],
)
def test_the_list_of_one_period(tmp_path: Path, period: str, on: str, code: int) -> None:
    one(tmp_path, "ranks", golongan="III/b", golongan_since="2022-12-01", begins="2025-01-01", write=good)
    path = tmp_path / "town.sqlite"
    answer = asnkarier("forecast", "ranks", "--for", period, "--db", path, "--as-of", on, "--format", "json")
    assert answer.code == code
    if code == 0:
        assert [(line["nip"], line["on"]) for line in json.loads(answer.out)["people"]] == [(ADI, "2026-12-01")]


def test_months_must_make_sense(tmp_path: Path) -> None:
    one(tmp_path, "contracts")
    assert asnkarier("forecast", "contracts", "--months", 0, "--db", tmp_path / "town.sqlite").code == 2


@pytest.mark.parametrize("lang", ["id", "en"])
def test_whole_answers(tmp_path: Path, lang: str) -> None:
    def write(t: Town) -> None:
        good(t)
        t.person(
            BUDI, "Budi Contoh", kind="PPPK", unit="Dinas Contoh", post="Guru Ahli Muda", birth_date="1966-08-01",
            last_pay_step="2024-10-01",
        )  # fmt: skip

    one(
        tmp_path, "ranks", golongan="III/d", golongan_since="2020-01-01", birth_date="1968-07-01",
        last_pay_step="2024-09-01", write=write,
    )  # fmt: skip
    said = [
        asnkarier("forecast", what, "--db", tmp_path / "town.sqlite", "--as-of", ON, lang=lang, width=160).out
        for what in ("retirements", "contracts", "pay-steps", "ranks")
    ]
    golden.check(f"decide/forecast_{lang}", "\n---\n".join(said))


@pytest.mark.parametrize(
    ("what", "known"), [("pay-steps", {"last_pay_step": "2024-07-30"}), ("retirements", {"birth_date": "1968-07-01"})]
)
def test_csv_holds_those_of_whom_too_little_is_known(tmp_path: Path, what: str, known: dict[str, str]) -> None:
    def write(t: Town) -> None:
        t.person(BUDI, "Budi Contoh", unit="Dinas Contoh")

    one(tmp_path, what, "--months", 2, write=write, **known)
    said = asnkarier(
        "forecast", what, "--months", 2, "--db", tmp_path / "town.sqlite", "--as-of", ON, "--format", "csv"
    ).out
    rows = list(csv.DictReader(io.StringIO(said)))
    assert [(row["nip"], row["unknown"]) for row in rows] == [(ADI, "false"), (BUDI, "true")]
    assert rows[0][{"pay-steps": "due", "retirements": "pension_from"}[what]]
    assert {value for key, value in rows[1].items() if key not in ("nip", "name", "position", "unit", "unknown")} == {
        ""
    }
