"""ip-asn, as people run it, on a small town: every window on both sides, and what is not known."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests import golden
from tests.terminal import asnkarier
from tests.town import OPEN, SCALE, Town, town

ADI, BUDI, CITRA = "198001012005011001", "198101012006011002", "198201012007012003"


def one(
    tmp_path: Path, write: Any = None, *, year: int = 2025, on: str = "2026-06-30", **person: Any
) -> dict[str, Any]:
    path = tmp_path / "town.sqlite"
    covers = person.pop("covers", "2026-06-30")
    with town(path) as t:
        t.unit("Dinas Contoh")
        t.post("Kepala Bidang", "Dinas Contoh", "administrator")
        t.post("Pengadministrasi", None, "pelaksana")
        t.post("Analis Ahli Muda", None, "jf_ahli_muda")
        given = {"post": "Pengadministrasi", "since": "2020-01-01", "unit": "Dinas Contoh", "education": "S1", **person}
        t.person(ADI, "Adi Contoh", **given)
        if covers:
            for register in ("trainings", "discipline"):
                t.covers(register, covers)
        if write is not None:
            write(t)
    answer = asnkarier("ip-asn", year, "--db", path, "--as-of", on, "--format", "json")
    assert answer.code == 0, answer.err
    found: dict[str, Any] = json.loads(answer.out)
    return found


def training(t: Town, kind: str | None, ended_on: str | None, jp: float | None = None, **values: Any) -> None:
    number = t.db.next_id("training")
    t.fact(
        "training",
        ADI,
        title=f"Pelatihan {number}",
        title_key=f"pelatihan {number}",
        dated=ended_on or "",
        training_kind=kind,
        form=values.pop("form", "training"),
        ended_on=ended_on,
        jp=None if jp is None else round(jp * SCALE),
        **values,
    )


def test_a_pelaksana(tmp_path: Path) -> None:
    def write(t: Town) -> None:
        training(t, "technical", "2025-03-01", 12)
        training(t, "technical", "2025-12-31", 8)
        training(t, "seminar", "2024-01-01", form="seminar")
        t.evaluation(ADI, 2024, "baik")

    found = one(tmp_path, write)
    person = found["people"][0]
    # S1 15; 12 + 8 = 20 JP earn 22.5, a seminar of the last 24 months 17.5; Baik 25; never 5: 85.
    assert {k: person[k] for k in ("qualification", "competency", "performance", "discipline", "total")} == {
        "qualification": 15,
        "competency": 40,
        "performance": 25,
        "discipline": 5,
        "total": 85,
    }
    assert person["category"] == "tinggi"
    assert person["earned"]["competency"] == [
        {"part": "technical", "value": 20, "points": 22.5},
        {"part": "seminar", "value": 1, "points": 17.5},
    ]
    assert (found["mean"], found["measured"], found["staff"]) == (85, 1, 1)


@pytest.mark.parametrize(
    ("ended_on", "earned"),
    [("2024-12-31", 0), ("2025-01-01", 22.5), ("2025-12-31", 22.5), ("2026-01-01", 0)],
)
def test_technical_training_counts_in_the_twelve_months_before(tmp_path: Path, ended_on: str, earned: float) -> None:
    # Measured on 31 December 2025: from 1 January 2025 to that day.
    found = one(tmp_path, lambda t: training(t, "technical", ended_on, 20))
    assert found["people"][0]["competency"] == earned


@pytest.mark.parametrize(("ended_on", "earned"), [("2023-12-31", 0), ("2024-01-01", 17.5)])
def test_seminars_count_in_the_twenty_four_months_before(tmp_path: Path, ended_on: str, earned: float) -> None:
    found = one(tmp_path, lambda t: training(t, None, ended_on, form="workshop"))
    assert found["people"][0]["earned"]["competency"][1]["points"] == earned


@pytest.mark.parametrize(
    ("level", "ended_on", "earned"),
    [("PKA", "2015-01-01", 15), ("PKP", "2015-01-01", 0), ("PKA", "2026-01-01", 0)],
)
def test_leadership_training_of_the_level_held(tmp_path: Path, level: str, ended_on: str, earned: float) -> None:
    found = one(tmp_path, lambda t: training(t, "leadership", ended_on, level=level), post="Kepala Bidang")
    assert found["people"][0]["earned"]["competency"][0] == {"part": "leadership", "value": "PKA", "points": earned}


def test_performance_is_that_of_the_year_before(tmp_path: Path) -> None:
    def write(t: Town) -> None:
        t.evaluation(ADI, 2024, "kurang")
        t.evaluation(ADI, 2025, "sangat_baik")

    assert one(tmp_path, write)["people"][0]["performance"] == 5


@pytest.mark.parametrize(
    ("score", "earned"),
    [
        # The scale of PP 46/2011 decides 2020: 91 earns 30, 76 to below 91 25, 61 to below 76 15, 51 to below 61 5, less 1.
        (91, 30), (90.99, 25), (76, 25), (75.99, 15), (61, 15), (60.99, 5), (51, 5), (50.99, 1),
    ],
)  # fmt: skip
def test_performance_by_the_older_scale(tmp_path: Path, score: float, earned: int) -> None:
    found = one(
        tmp_path,
        lambda t: t.evaluation(ADI, 2020, None, score=round(score * SCALE)),
        year=2021,
        begins="2021-01-01",
    )
    assert found["people"][0]["performance"] == earned


@pytest.mark.parametrize(
    ("evaluated", "values", "low", "high", "category"),
    [
        # 110 in 2021 is Baik (25) or, with a new idea, Sangat Baik (30): 15 (S1) + 0 + 25 + 5 = 45, at most 50.
        (2021, {"score": 110 * SCALE}, 25, 30, "sangat_rendah"),
        # Above with a behaviour not recorded is Kurang (5) at worst, Sangat Baik at best: 25 to 50.
        (2025, {"work_result": "above"}, 5, 30, "sangat_rendah"),
        # An evaluation that says nothing is one all the same: Sangat Kurang (1) at worst.
        (2025, {"feedback": "Terima kasih."}, 1, 30, "sangat_rendah"),
    ],
)
def test_an_evaluation_without_a_predicate_is_no_missing_one(
    tmp_path: Path, evaluated: int, values: dict[str, Any], low: int, high: int, category: str
) -> None:
    def write(t: Town) -> None:
        of_budi(t, evaluated)
        t.evaluation(ADI, evaluated, None, **values)

    end = f"{evaluated + 1}-12-31"
    begins = f"{evaluated}-01-01"
    found = one(tmp_path, write, year=evaluated + 1, on=end, covers=end, begins=begins, since=begins)
    person = next(p for p in found["people"] if p["nip"] == ADI)
    assert (person["performance"], person["performance_low"], person["performance_high"]) == (None, low, high)
    assert (person["total_low"], person["total_high"], person["category"]) == (20 + low, 20 + high, category)
    assert person["earned"]["performance"] == [{"part": "predicate", "value": None, "points": None}]


def of_budi(t: Town, year: int, **values: Any) -> None:
    t.person(BUDI, "Budi Contoh", kind="PPPK_PW")
    t.fact("evaluation", BUDI, **{"period": "annual", "started_on": "", "predicate": "baik", "year": year, **values})


@pytest.mark.parametrize("periods", [("Q1", "Q2", "Q3", "Q4"), ("M1",), ("S1",)])
@pytest.mark.parametrize("others", [True, False])
def test_who_was_evaluated_in_parts_of_the_year_alone_has_no_annual_evaluation_yet(
    tmp_path: Path, periods: tuple[str, ...], others: bool
) -> None:
    def write(t: Town) -> None:
        for period in periods:
            t.evaluation(ADI, 2024, "sangat_baik", period=period)
        t.person(BUDI, "Budi Contoh", post="Pengadministrasi", since="2020-01-01", unit="Dinas Contoh")
        if others:
            t.evaluation(BUDI, 2024, "baik")

    found = one(tmp_path, write)
    people = {person["nip"]: person for person in found["people"]}
    # The annual evaluation is decided on its own, never an average of quarters: anything from Sangat Kurang 1 to Sangat Baik
    # 30, but never the 0 of who was not evaluated.
    assert people[ADI]["performance"] is None
    assert (people[ADI]["performance_low"], people[ADI]["performance_high"]) == (1, 30)
    assert people[ADI]["earned"]["performance"] == [
        {"part": "predicate", "value": None, "points": None, "why": "no_annual"}
    ]
    for lang, words in (("en", "no annual evaluation yet"), ("id", "belum ada penilaian tahunan")):
        said = asnkarier("ip-asn", 2025, ADI, "--db", tmp_path / "town.sqlite", "--as-of", "2026-06-30", lang=lang).out
        assert f"{words}: 1" in said
    # Of Budi, who has none at all, the 0 is possible.
    assert people[BUDI].get("performance_low", people[BUDI]["performance"]) == (25 if others else 0)


def test_the_annual_evaluation_replaces_the_quarters(tmp_path: Path) -> None:
    def write(t: Town) -> None:
        for quarter in ("Q1", "Q2", "Q3", "Q4"):
            t.evaluation(ADI, 2024, "sangat_baik", period=quarter)
        t.evaluation(ADI, 2024, "butuh_perbaikan")

    assert one(tmp_path, write)["people"][0]["performance"] == 15  # Butuh Perbaikan, whatever the quarters said


def test_both_halves_of_a_year_say_what_it_was(tmp_path: Path) -> None:
    def write(t: Town) -> None:
        t.evaluation(ADI, 2024, "baik", period="S1")
        t.evaluation(ADI, 2024, "baik", period="S2")

    assert one(tmp_path, write)["people"][0]["performance"] == 25


@pytest.mark.parametrize(
    ("year", "values", "low", "high", "recorded"),
    [
        # Of 2024 somebody has an evaluation: Adi has none, which is known and earns 0.
        (2024, {}, 0, 0, True),
        (2024, {"period": "S2"}, 0, 0, True),
        # Nobody has one: it is not known, 0 to 30.
        (2023, {}, 0, 30, False),
        (2025, {}, 0, 30, False),
        (2024, {"period": "Q4"}, 0, 30, False),
    ],
)
def test_no_evaluation_earns_nothing_where_evaluations_of_the_year_are_on_record(
    tmp_path: Path, year: int, values: dict[str, Any], low: int, high: int, recorded: bool
) -> None:
    found = one(tmp_path, lambda t: of_budi(t, year, **values))
    person = found["people"][0]
    assert found["evaluated_year_recorded"] is recorded
    assert person["performance"] == (0 if recorded else None)
    assert (person["total_high"] - person["total_low"], found["measured"]) == (high - low, int(recorded))
    for extra in ((), (ADI,)):
        said = asnkarier(
            "ip-asn", 2025, *extra, "--db", tmp_path / "town.sqlite", "--as-of", "2026-06-30", lang="en"
        ).out
        assert ("No annual evaluation of 2024 is in the file" in said) is not recorded


@pytest.mark.parametrize(
    ("form", "kind", "technical", "seminar"),
    [
        # RULES §6: a workshop is a workshop (17.5), whatever it was about; it does not earn twice.
        ("workshop", "technical", 22.5, 0),
        ("seminar", "technical", 22.5, 0),
        ("bimtek", "technical", 22.5, 0),
        ("workshop", None, 0, 17.5),
    ],
)
def test_the_form_of_a_workshop_decides(
    tmp_path: Path, form: str, kind: str | None, technical: float, seminar: float
) -> None:
    found = one(tmp_path, lambda t: training(t, kind, "2025-03-01", 20, form=form))
    assert [e["points"] for e in found["people"][0]["earned"]["competency"]] == [technical, seminar]


@pytest.mark.parametrize(
    ("workshops", "course", "technical", "seminar"),
    [
        ((19.5,), 0, 0, 17.5),  # below 20 JP: a workshop
        ((20,), 0, 22.5, 0),  # 20 JP, as a course of 20 JP earns; the one training earns once
        ((12,), 7.5, 0, 17.5),  # 12 + 7.5 = 19.5
        ((12,), 8, 22.5, 0),  # 12 + 8 = 20, a sum
        ((12,), 20, 22.5, 17.5),  # the course alone is enough: the workshop stays a workshop
        ((5, 16), 4, 22.5, 17.5),  # 16 + 4 = 20 without the smaller one, which is the seminar
        ((5, 16), 3, 22.5, 0),  # 16 + 3 = 19, and 5 more are needed
    ],
)
def test_technical_workshops_count_where_they_earn_most(
    tmp_path: Path, workshops: tuple[float, ...], course: float, technical: float, seminar: float
) -> None:
    def write(t: Town) -> None:
        for jp in workshops:
            training(t, "technical", "2025-03-01", jp, form="workshop")
        if course:
            training(t, "technical", "2025-04-01", course, form="course")

    found = one(tmp_path, write)
    assert [e["points"] for e in found["people"][0]["earned"]["competency"]] == [technical, seminar]


def test_a_technical_workshop_of_more_than_a_year_ago_is_a_workshop(tmp_path: Path) -> None:
    # 20 JP count in the twelve months before 31 December 2025, seminars in twenty-four.
    for ended_on, earned in (("2025-01-01", [22.5, 0]), ("2024-12-31", [0, 17.5]), ("2023-12-31", [0, 0])):
        path = tmp_path / ended_on
        path.mkdir()
        found = one(path, lambda t, day=ended_on: training(t, "technical", day, 20, form="workshop"))  # type: ignore[misc]  # the day of the loop
        assert [e["points"] for e in found["people"][0]["earned"]["competency"]] == earned, ended_on


@pytest.mark.parametrize(("year", "code"), [("0", 2), ("-1", 2), ("9999", 2), ("2030", 2), ("2010", 3), ("2025", 0)])
def test_years_that_are_none(tmp_path: Path, year: str, code: int) -> None:
    one(tmp_path)
    answer = asnkarier("ip-asn", "--db", tmp_path / "town.sqlite", "--as-of", "2026-06-30", "--", year)
    assert answer.code == code


def test_an_open_evaluation_earns_a_range(tmp_path: Path) -> None:
    found = one(tmp_path, lambda t: t.fact("evaluation", ADI, year=2024, period="S1", started_on="", predicate="baik"))
    person = found["people"][0]
    assert (person["performance"], person["performance_low"], person["performance_high"]) == (None, 1, 30)


@pytest.mark.parametrize(
    ("decided_on", "values", "earned"),
    [
        ("2020-12-31", {}, 5),  # five years before 31 December 2025: on the anniversary it is over
        ("2021-01-01", {}, 2),
        ("2026-01-01", {}, 5),  # decided after the day measured
        ("2024-01-01", {"annulled_on": "2025-12-31"}, 5),
    ],
)
def test_the_worst_sanction_of_five_years(tmp_path: Path, decided_on: str, values: Any, earned: int) -> None:
    found = one(tmp_path, lambda t: t.discipline(ADI, "sedang", decided_on, **values))
    assert found["people"][0]["discipline"] == earned


def test_a_register_that_does_not_reach_makes_ranges(tmp_path: Path) -> None:
    found = one(tmp_path, lambda t: training(t, "technical", "2025-02-01", 20), covers="2025-12-30")
    person = found["people"][0]
    # 22.5 are earned for sure, a seminar and a sanction are possible: 15 + 22.5 + 0 + 1 to 15 + 40 + 30 + 5: nobody's
    # evaluation of 2024 is on record.
    assert (person["total"], person["total_low"], person["total_high"]) == (None, 38.5, 90)
    assert person["category"] is None  # 38.5 is Sangat Rendah, 90 Tinggi
    assert (found["mean"], found["measured"], found["staff"]) == (None, 0, 1)


def test_a_post_not_known_on_the_day_is_no_pelaksana(tmp_path: Path) -> None:
    person = one(tmp_path, since="2026-01-01")["people"][0]
    assert (person["position"], person["competency"], person["competency_high"]) == (None, None, 40)


@pytest.mark.parametrize(
    ("since", "until", "acting", "earned"),
    [
        ("2018-01-01", "2026-01-31", None, 15),  # on 31 December 2025 a pengawas with PKP: 15 of leadership
        ("2025-12-31", "2026-01-31", "definitif", 15),  # from that very day on
        ("2018-01-01", "2025-12-31", None, 15),  # until that very day
        ("2026-01-01", "2026-01-31", None, None),  # a day later
        ("2018-01-01", "2025-12-30", None, None),  # a day before: what was held on the 31st is not known
        ("2018-01-01", "2026-01-31", "plt", None),  # acting is no post held
    ],
)
def test_who_was_promoted_since_is_measured_by_the_post_that_history_names(
    tmp_path: Path, since: str, until: str, acting: str | None, earned: int | None
) -> None:
    def write(t: Town) -> None:
        t.history(ADI, "Kepala Seksi", since, until, position_kind="pengawas", acting=acting)
        training(t, "leadership", "2019-05-01", level="PKP")

    found = one(tmp_path, write, post="Kepala Bidang", since="2026-02-01")
    assert found["people"][0]["competency"] == earned


def test_who_was_appointed_after_the_day_is_not_counted(tmp_path: Path) -> None:
    found = one(tmp_path, appointed_on="2026-01-01")
    assert (found["staff"], found["appointed_later"], found["appointed_later_by_nip"]) == (0, 1, 0)


def test_the_nip_says_who_was_appointed_after_the_day(tmp_path: Path) -> None:
    def write(t: Town) -> None:
        # No TMT CPNS: January 2026 is after 31 December 2025, December 2025 is not for sure; a PPPK has the year alone.
        t.person("199001012026011001", "Dewi Contoh", unit="Dinas Contoh")
        t.person("199001012025121001", "Eka Contoh", unit="Dinas Contoh")
        t.person("199001012026211001", "Fajar Contoh", kind="PPPK", unit="Dinas Contoh")
        t.person("199001012025211001", "Gita Contoh", kind="PPPK", unit="Dinas Contoh")

    found = one(tmp_path, write)
    assert (found["appointed_later"], found["appointed_later_by_nip"]) == (2, 2)
    counted = {line["nip"][8:14] for line in found["people"]}
    assert {"202512", "202521"} <= counted
    assert not {"202601", "202621"} & counted


def test_kinds_by_policy_and_both_counts(tmp_path: Path) -> None:
    def write(t: Town) -> None:
        t.person(BUDI, "Budi Contoh", kind="PPPK", unit="Dinas Contoh")
        t.person(CITRA, "Citra Contoh", kind="CPNS", unit="Dinas Contoh")
        t.evaluation(CITRA, 2024, "baik")

    found = one(tmp_path, write)
    counted = {line["employee_kind"]: (line["counted"], line["staff"], line["measured"]) for line in found["kinds"]}
    # Budi's education and post are not known.
    assert counted == {"PNS": (True, 1, 1), "PPPK": (True, 1, 0), "CPNS": (False, 1, None)}
    assert (found["staff"], found["all_staff"]) == (2, 3)


def test_a_year_not_over_is_measured_on_the_day(tmp_path: Path) -> None:
    found = one(tmp_path, lambda t: training(t, "technical", "2025-07-01", 20), year=2026)
    assert found["measured_on"] == "2026-06-30"
    assert found["people"][0]["competency"] == 22.5  # from 1 July 2025 to 30 June 2026


def test_a_year_that_has_not_begun(tmp_path: Path) -> None:
    one(tmp_path)
    answer = asnkarier("ip-asn", 2027, "--db", tmp_path / "town.sqlite", "--as-of", "2026-06-30", lang="en")
    assert answer.code == 2
    assert "2027" in answer.err


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_whole_answer(tmp_path: Path, lang: str) -> None:
    def write(t: Town) -> None:
        training(t, "technical", "2025-03-01", 20)
        t.evaluation(ADI, 2024, "baik")
        t.unit("Bidang Satu", "Dinas Contoh")
        t.person(BUDI, "Budi Contoh", kind="PPPK", unit="Bidang Satu", education="S2", post="Kepala Bidang")

    one(tmp_path, write)
    said = [
        asnkarier("ip-asn", 2025, *more, "--db", tmp_path / "town.sqlite", "--as-of", "2026-06-30", lang=lang).out
        for more in ((), (ADI,), ("--all", "--unit", "Bidang Satu"))
    ]
    golden.check(f"appraise/ip_asn_{lang}", "\n---\n".join(said))


@pytest.mark.parametrize(
    ("spans", "staff", "means"),
    [
        # Retired on 1 February 2026: staff of 31 December 2025 all the same.
        (
            {"person_status": [("2020-01-01", "2026-01-31", "aktif"), ("2026-02-01", OPEN, "keluar")]},
            2,
            {"Dinas Satu": 2},
        ),
        # Retired on 31 December 2025 itself: staff no more.
        (
            {"person_status": [("2020-01-01", "2025-12-30", "aktif"), ("2025-12-31", OPEN, "keluar")]},
            1,
            {"Dinas Satu": 1},
        ),
        # Moved on 1 January 2026: of the old unit on the day before.
        (
            {"person_unit": [("2020-01-01", "2025-12-31", "Dinas Satu"), ("2026-01-01", OPEN, "Dinas Dua")]},
            2,
            {"Dinas Satu": 2},
        ),
        (
            {"person_unit": [("2020-01-01", "2025-12-30", "Dinas Satu"), ("2025-12-31", OPEN, "Dinas Dua")]},
            2,
            {"Dinas Satu": 1, "Dinas Dua": 1},
        ),
        # First known from a list of May 2026, and appointed long before: as that list tells.
        (
            {"person_status": [("2026-05-01", OPEN, "aktif")], "person_unit": [("2026-05-01", OPEN, "Dinas Dua")]},
            2,
            {"Dinas Satu": 1, "Dinas Dua": 1},
        ),
        # A movement says that the person came from elsewhere after the day: no staff of it.
        (
            {
                "person_status": [("2026-05-01", OPEN, "aktif")],
                "person_unit": [("2026-05-01", OPEN, "Dinas Dua")],
                "movement": [("masuk", "2026-05-01")],
            },
            1,
            {"Dinas Satu": 1},
        ),
        # Only the unit is first known from it.
        ({"person_unit": [("2026-05-01", OPEN, "Dinas Dua")]}, 2, {"Dinas Satu": 1, "Dinas Dua": 1}),
    ],
)
def test_the_staff_of_the_day_measured(
    tmp_path: Path, spans: dict[str, Any], staff: int, means: dict[str, int]
) -> None:
    path = tmp_path / "town.sqlite"
    column = {"person_status": "status", "person_unit": "unit_id"}
    with town(path) as t:
        for unit in ("Dinas Satu", "Dinas Dua"):
            t.unit(unit)
        t.post("Pengadministrasi", None, "pelaksana")
        t.person(ADI, "Adi Contoh", post="Pengadministrasi", since="2020-01-01", unit="Dinas Satu")
        number = t.person(BUDI, "Budi Contoh", post="Pengadministrasi", since="2020-01-01", status=None)
        told = {
            "person_status": [("2020-01-01", OPEN, "aktif")],
            "person_unit": [("2020-01-01", OPEN, "Dinas Satu")],
            **spans,
        }
        for event, on in told.pop("movement", []):
            t.fact("movement", BUDI, event=event, effective_on=on)
        for table, found in told.items():
            for since, until, value in found:
                t.span(table, number, since, until, **{column[table]: t.units.get(value, value)})
    answer = asnkarier("ip-asn", 2025, "--db", path, "--as-of", "2026-06-30", "--format", "json")
    assert answer.code == 0, answer.err
    whole = json.loads(answer.out)
    assert whole["staff"] == staff
    assert {unit["unit"]: unit["staff"] for unit in whole["units"]} == means
