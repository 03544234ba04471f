"""`training hours`, as people run it, on a small town."""

import json
from pathlib import Path
from typing import Any

import pytest

from asnkarier.core.access import Access
from asnkarier.law import load
from asnkarier.store.database import open_database
from tests import golden
from tests.terminal import asnkarier
from tests.town import town

ADI, BUDI, CITRA, DEWI = ("198001012005011901", "198101012005012902", "198201012023213903", "198301012005012904")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        t.unit("Dinas Contoh")
        t.unit("Bidang Satu", "Dinas Contoh")
        t.unit("Dinas Lain")
        t.person(ADI, "Adi Contoh", unit="Bidang Satu", begins="2024-01-01")
        t.person(BUDI, "Budi Contoh", unit="Bidang Satu", begins="2024-01-01")
        t.person(CITRA, "Citra Contoh", unit="Dinas Lain", kind="PPPK", begins="2024-01-01")
        t.person(DEWI, "Dewi Contoh", unit="Dinas Lain", begins="2024-01-01")

        def training(nip: str, title: str, form: str, since: str, until: str, jp: int | None = None) -> None:
            t.fact("training", nip, title=title, title_key=title.lower(), dated=until, form=form,
                   started_on=since, ended_on=until, jp=None if jp is None else jp * 10_000)  # fmt: skip

        training(ADI, "Bimtek A", "bimtek", "2025-02-03", "2025-02-05", 16)
        training(ADI, "Seminar B", "seminar", "2025-05-06", "2025-05-06", 3)
        training(BUDI, "Bimtek A", "bimtek", "2025-02-03", "2025-02-05", 16)
        training(CITRA, "Magang", "internship", "2025-03-03", "2025-04-30")
        training(CITRA, "Seminar C", "seminar", "2025-05-06", "2025-05-07")
        t.insert("mentoring", mentor_id=1, mentee_id=2, started_on="2025-01-02", session_on="2025-01-15", topic="Arsip")
        t.covers("trainings", "2026-01-31")
    return path


def people(file: Path, *arguments: str) -> dict[str, tuple[float, str | None]]:
    answer = asnkarier("training", "hours", 2025, *arguments, "--db", file, "--as-of", "2026-02-01", "--format", "json")
    assert answer.code == 0, answer.err
    return {person["nip"]: (person["jp"], person["enough"]) for person in json.loads(answer.out)["people"]}


def test_hours_of_everyone(file: Path) -> None:
    assert people(file) == {
        ADI: (20, "met"),  # 16 + 1 day × 4, whatever the certificate of the seminar says
        BUDI: (18, "not_met"),  # 16 + one mentoring session of 2
        CITRA: (28, None),  # an internship 20 + 2 days × 4; no least number for PPPK
        DEWI: (0, "not_met"),
    }


@pytest.mark.parametrize(
    ("jp", "over", "enough"),
    [
        (24, 0, "met"),  # PPPK: at most 24 JP a year
        (24.01, 1, "met"),
        (20, 0, "met"),  # PNS: at least 20
        (19.99, 0, "not_met"),
    ],
)
def test_hours_on_a_border(tmp_path: Path, jp: float, over: int, enough: str) -> None:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        t.unit("Dinas Contoh")
        t.person(ADI, "Adi Contoh", unit="Dinas Contoh", begins="2024-01-01")
        t.person(CITRA, "Citra Contoh", unit="Dinas Contoh", kind="PPPK", begins="2024-01-01")
        for nip in (ADI, CITRA):
            t.fact("training", nip, title="Bimtek A", title_key="bimtek a", dated="2025-02-05", form="bimtek",
                   started_on="2025-02-03", ended_on="2025-02-05", jp=round(jp * 10_000))  # fmt: skip
        t.covers("trainings", "2026-01-31")
    assert people(path) == {ADI: (jp, enough), CITRA: (jp, None)}
    said = asnkarier("training", "hours", 2025, "--db", path, "--as-of", "2026-02-01", lang="en").out
    assert [line.split()[-1] for line in said.splitlines() if "PPPK over 24 JP" in line] == [str(over)]


def test_without_a_register_nobody_is_said_to_have_too_few(file: Path) -> None:
    answer = asnkarier("training", "hours", 2026, "--db", file, "--as-of", "2026-03-01", "--format", "json")
    assert {person["enough"] for person in json.loads(answer.out)["people"]} == {"unknown", None}


def test_a_unit_alone(file: Path) -> None:
    assert list(people(file, "--unit", "Dinas Lain")) == [CITRA, DEWI]


@pytest.mark.parametrize("lang", ["id", "en"])
def test_table(file: Path, lang: str) -> None:
    answer = asnkarier("training", "hours", 2025, "--db", file, "--as-of", "2026-02-01", lang=lang)
    assert answer.code == 0
    golden.check(f"grow/training_hours_{lang}", answer.out)


def test_a_training_after_the_day_is_not_counted(file: Path) -> None:
    def hours(day: str) -> dict[str, float]:
        answer = asnkarier("training", "hours", 2025, "--db", file, "--as-of", day, "--format", "json")
        return {person["nip"]: person["jp"] for person in json.loads(answer.out)["people"]}

    # Adi: 16 JP on 5 February, a seminar of 4 on 6 May; Budi: a mentoring session of 2 on 15 January, then the 16.
    assert (hours("2025-05-05")[ADI], hours("2025-05-06")[ADI]) == (16, 20)
    assert (hours("2025-01-14")[BUDI], hours("2025-01-15")[BUDI], hours("2025-02-05")[BUDI]) == (0, 2, 18)


def test_hours_nobody_recorded_are_no_zero(file: Path) -> None:
    with open_database(str(file), Access.WRITE) as db:
        (row,) = db.rows("SELECT person_id FROM person_nip WHERE nip = ?", (DEWI,))
        db.execute(
            "INSERT INTO training (id, person_id, title, title_key, dated, form, started_on, ended_on)"
            " VALUES (99, ?, 'Kursus D', 'kursus d', '2025-03-03', 'course', '2025-03-03', '2025-03-03')",
            (row[0],),
        )
    answer = json.loads(
        asnkarier("training", "hours", 2025, "--db", file, "--as-of", "2026-02-01", "--format", "json").out
    )
    assert {p["nip"]: (p["jp"], p["unknown"]) for p in answer["people"]}[DEWI] == (None, 1)
    # Citra's 28 are the mean of Dinas Lain, not (28 + 0) / 2.
    assert {unit["unit"]: (unit["mean"], unit["unknown"]) for unit in answer["units"]}["Dinas Lain"] == (28, 1)


def test_a_rule_of_the_institution_decides(file: Path, tmp_path: Path) -> None:
    text = (Path(load.DATA) / "development" / "training.toml").read_text(encoding="utf-8")
    rule = tmp_path / "own.toml"
    own = text.replace("in_force_since = 2018-01-01", "in_force_since = 2025-06-01")
    rule.write_text(own.replace("pns_at_least = 20", "pns_at_least = 18"), encoding="utf-8")
    assert asnkarier("rules", "add", rule, "--db", file).code == 0
    # Budi has 18.
    assert people(file)[BUDI] == (18, "met")


def test_where_no_register_reaches_nothing_is_known_rather_than_none(file: Path) -> None:
    def asked(year: int) -> Any:
        answer = asnkarier("training", "hours", year, "--db", file, "--as-of", "2026-03-01", "--format", "json")
        return answer.code, json.loads(answer.out)

    # Complete until 31 January 2026: of 2026 nobody knows anything, of 2025 Dewi's 0 is known.
    _, found = asked(2026)
    assert {p["jp"] for p in found["people"]} == {None}
    assert {(u["enough"], u["mean"]) for u in found["units"]} == {(None, None)}
    assert {p["nip"]: p["jp"] for p in asked(2025)[1]["people"]}[DEWI] == 0
    code, error = asked(2027)
    assert (code, error["error"]["code"]) == (2, "year_not_begun")
