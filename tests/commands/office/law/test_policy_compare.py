"""policy compare: whose box and place differ, and what moves them: a component, the bands, the ceiling, the shares, others."""

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests import golden
from tests.commands.decide.test_talent import ADI, BUDI, CITRA, basic, person
from tests.terminal import asnkarier
from tests.town import SCALE, town

ON = "2026-06-30"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        person(t, ADI, "Adi Contoh", predicates={2024: "sangat_baik", 2025: "sangat_baik"})
        person(t, BUDI, "Budi Contoh", predicates={2023: "baik", 2024: "baik", 2025: "baik"})
        person(t, CITRA, "Citra Contoh", jpm=70)
    return path


def compared(file: Path, *arguments: object) -> dict[str, Any]:
    answer = asnkarier("policy", "compare", *arguments, "--db", file, "--as-of", ON, "--format", "json")
    assert answer.code == 0, answer.err
    found: dict[str, Any] = json.loads(answer.out)
    return found


def test_a_policy_compared_with_itself_changes_nobody(file: Path) -> None:
    found = compared(file, "umum", "umum")
    assert (found["compared"], found["other_box"], found["other_rank"], found["people"]) == (3, 0, 0, [])


def test_who_changes_and_through_what(file: Path) -> None:
    found = compared(file, "umum", "langsa")
    people = {p["nip"]: p for p in found["people"]}
    adi = people[ADI]
    # umum: Y = 100, so box 9. langsa: predicate 50 of 100, targets missing (0 to 30), consistency 2 of 3 years for sure,
    # so 63.33 to 100: any row. X = 45 + 7.5 + 15 + 0 (no assignment) + 10 = 77.5, the middle column.
    assert (adi["a"]["box"], adi["b"]["box"], adi["b"]["boxes"]) == (9, None, [3, 5, 7])
    through = {t["component"]: (t["a"], t["b"]) for t in adi["through"]}
    assert through["predicate"] == (100, 50)
    assert through["targets"] == (None, [0, 30])
    assert through["consistency"] == (None, pytest.approx([40 / 3, 20]))
    # Competency 65 of 95 under umum, since no fields of study are named; 45 of 100 under langsa.
    assert through["competency"] == (pytest.approx(6500 / 95), 45)
    assert through["education"] == (pytest.approx(400 / 95), None)


def test_the_workbook_tells_of_which_day_it_is(file: Path, tmp_path: Path) -> None:
    saved = tmp_path / "beda.xlsx"
    given = ("--db", file, "--as-of", ON, "--format", "xlsx", "-o", saved)
    answer = asnkarier("policy", "compare", "umum", "langsa", *given)
    assert answer.code == 0, answer.err
    *_, caption = load_workbook(saved).worksheets[0].iter_rows(values_only=True)
    # Adi, Budi and Citra: all three have another box.
    assert caption[0] == "3 orang dibandingkan per 30 Juni 2026: 3 berpindah kotak, 0 hanya berpindah urutan."


def test_each_person_counts_at_the_component_that_moves_most(file: Path) -> None:
    found = compared(file, "umum", "langsa")
    # Adi 9 → 3/5/7 (performance 100 → 63.33–100), Budi 8 → 3/5/7, Citra 5 → 3/5/7: the row is open for all three.
    # The predicate is at the value of the axis and moves nothing by weighing 50 instead of 100 %. Targets, 30 % and not known (0 to
    # 100), move Adi's 100 by 30 % of -100 to 0, so -30 to 0, consistency (2 of 3 years for sure) by 20 % of -33.33 to 0. Of Budi's and
    # Citra's 80 targets are 30 % of -80 to +20, so -24 to +6, consistency at most 20 % of +20. The column of Adi and Budi falls by one
    # at both ends (96.32 → 77.5), by no assignment, 15 % of -96.32 = -14.45. The rows are as many: high to low at the least for Adi,
    # down and up from the middle for Budi. The greater middle comes first: for Adi -15 of the targets, for Budi -14.45 against -9.
    assert {p["nip"]: p["main"] for p in found["people"]} == {ADI: "targets", BUDI: "assignments", CITRA: "targets"}
    # Each row is open under langsa, so that nobody is known to have fallen there: 9 (high) → high to low, 8 and 5 (middle) → the same.
    none = {"higher_box": 0, "only_place": 0, "cause": "component"}
    assert found["components"] == [
        {"component": "targets", "axis": "performance", "lower_box": 0, "unclear_box": 2, **none},
        {"component": "assignments", "axis": "potential", "lower_box": 1, "unclear_box": 0, **none},
    ]
    moves = {p["nip"]: {t["component"]: t["moves"] for t in p["through"]} for p in found["people"]}
    assert (moves[ADI]["predicate"], moves[ADI]["targets"], moves[BUDI]["targets"]) == (0, [-30, 0], [-24, 6])


def test_what_weighs_less_at_the_value_of_its_axis_moves_nobody(tmp_path: Path) -> None:
    """Performance 100 % predicate, then 80 % and 20 % feedback: a feedback of 30 pulls 100 down by 20 % of 70, none by up to 20 %."""
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        t.db.execute("DELETE FROM coverage WHERE kind = 'feedback'")
        for nip, name, score in ((ADI, "Adi Contoh", 30), (BUDI, "Budi Contoh", None), (CITRA, "Citra Contoh", 100)):
            person(t, nip, name, predicates={2024: "sangat_baik", 2025: "sangat_baik"})
            for year in (2024, 2025) if score is not None else ():
                t.fact("feedback", nip, year=year, score=score * SCALE)
    told = "[performance.weights]\npredicate = 80\nfeedback = 20\n[performance]\nbands = [60, 90]"
    feedback = '[components.feedback]\nmeasure = "feedback"\nyears = 2\njoin = "mean"'
    one = other(tmp_path, "[performance]\nbands = [60, 90]", name="satu")
    found = {p["nip"]: p for p in compared(path, one, other(tmp_path, told, feedback))["people"]}
    # Citra 80 + 20 = 100 as before. Adi 80 + 6 = 86 is under 90, Budi 80 to 100 perhaps; each place but Citra's falls by it as well.
    assert set(found) == {ADI, BUDI}
    for nip, moves in ((ADI, -14), (BUDI, [-20, 0])):
        (box,) = found[nip]["causes"]["box"]
        assert (box["component"], box["a"], box["moves"]) == ("feedback", None, moves)
        assert found[nip]["main"] == "feedback"
        assert {t["component"]: t["moves"] for t in found[nip]["through"]} == {"feedback": moves, "predicate": 0}


def test_who_changes_the_place_alone_counts_apart(tmp_path: Path) -> None:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        person(t, ADI, "Adi Contoh", predicates={2024: "sangat_baik", 2025: "sangat_baik"}, jpm=85)
        person(t, BUDI, "Budi Contoh", predicates={2024: "baik", 2025: "baik"}, jpm=100)
    found = compared(path, "umum", other(tmp_path, "[talent]\nperformance = 0\npotential = 100"))
    # The axes are the same, only their shares differ: no component moves anybody. Adi 100 and 81.75 / 95 %, Budi 80 and 96.3 %.
    assert found["other_box"] == 0
    assert {p["nip"]: (p["a"]["rank"], p["b"]["rank"], p["main"], p["through"]) for p in found["people"]} == {
        ADI: (1, 2, "shares", []),
        BUDI: (2, 1, "shares", []),
    }
    shares = {"cause": "shares", "component": None, "axis": None, "a": [50, 50], "b": [0, 100]}
    assert [p["causes"] for p in found["people"]] == [{"box": [], "rank": [shares]}] * 2
    assert [(s["component"], s["axis"], s["only_place"]) for s in found["components"]] == [("shares", None, 2)]
    assert found["differences"] == [
        {"key": "talent.performance", "a": 50, "b": 0},
        {"key": "talent.potential", "a": 50, "b": 100},
    ]


def other(folder: Path, *tables: str, name: str = "lain") -> Path:
    """Write a policy that sets what the tables say, and the rest as umum."""
    path = folder / f"{name}.toml"
    head = f'name = "{name}"\nbasis = "SK contoh"\nconfidence = "medium"\nbase = "umum"'
    path.write_text("\n\n".join([head, *tables]), encoding="utf-8")
    return path


WEIGHTS = """[potential.weights]
competency = 65
education = 5
field_of_study = 5
training = 7
experience = 5
discipline = 13"""
"""Two percent less for discipline and more for training. Of who never trained X falls from (65 JPM + 2650) / 95 to (65 JPM + 2550) / 95.

Training 50 gains 2 / 95 and discipline 100 loses them. Against an X of 80.58 training pulls down by 2 / 95 × 30.58 = 0.64, discipline
by 2 / 95 × 19.42 = 0.41: together the 100 / 95 = 1.05 that X falls by.
"""


def bands(middle: int, high: int) -> str:
    return f"[potential]\nbands = [{middle}, {high}]"


@pytest.mark.parametrize(
    ("jpm", "tables", "boxes", "named"),
    [
        # X 7850 / 95 = 82.63 → 7750 / 95 = 81.58, high from 80 on by the old bands, by the new ones from 85 on: the bands alone.
        (80, (bands(65, 85), WEIGHTS), (8, 5), [("bands", None, [60, 80], [65, 85])]),
        # The bands are all that differs: the value stays 82.63.
        (80, (bands(65, 85),), (8, 5), [("bands", None, [60, 80], [65, 85])]),
        # X 7655 / 95 = 80.58 → 7555 / 95 = 79.53 falls under the old 80: training, whatever the new bands are.
        (77, (WEIGHTS,), (8, 5), [("component", "training", 250 / 95, 350 / 95)]),
        (77, (bands(65, 85), WEIGHTS), (8, 5), [("component", "training", 250 / 95, 350 / 95)]),
        # It falls under 80 into the middle by training, and under the new 79.6 into the low column by the bands: both.
        (
            77,
            ("[potential]\nbands = [79.6, 85]", WEIGHTS),
            (8, 2),
            [("component", "training", 250 / 95, 350 / 95), ("bands", None, [60, 80], [79.6, 85])],
        ),
    ],
)
def test_a_component_is_named_only_where_the_value_falls_on_another_side_of_the_same_band(
    tmp_path: Path, jpm: int, tables: tuple[str, ...], boxes: tuple[int, int], named: list[tuple[object, ...]]
) -> None:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        person(t, ADI, "Adi Contoh", jpm=jpm)
    (adi,) = compared(path, "umum", other(tmp_path, *tables))["people"]
    assert (adi["a"]["box"], adi["b"]["box"]) == boxes
    told = [(c["cause"], c["component"], c["a"], c["b"]) for c in adi["causes"]["box"]]
    assert told == [
        (part, name, *(end if isinstance(end, list) else pytest.approx(end) for end in ends))
        for part, name, *ends in named
    ]
    assert adi["main"] == named[0][1] or named[0][0]
    assert {c["axis"] for c in adi["causes"]["box"]} == {"potential"}
    assert adi["causes"]["rank"] == []


def test_a_value_that_falls_with_the_band_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        person(t, ADI, "Adi Contoh", jpm=77)
    # 80.58 → 79.53, and the band 80 → 79.5: high as before.
    policy = other(tmp_path, "[potential]\nbands = [60, 79.5]", WEIGHTS)
    assert compared(path, "umum", policy)["people"] == []


def test_the_ceiling_is_named_where_it_holds_under_one_policy_alone(tmp_path: Path) -> None:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        person(t, ADI, "Adi Contoh", predicates={2024: "sangat_baik", 2025: "butuh_perbaikan"})
        person(t, BUDI, "Budi Contoh", predicates={2024: "butuh_perbaikan", 2025: "sangat_baik"})
    policy = other(tmp_path, "[performance.ceiling]\npredicates = []")
    # Y of both (100 + 60) / 2 = 80: the middle row, but Adi's last is Butuh Perbaikan, held in the low row: box 6, else 8.
    for asked, boxes, held in ((("umum", policy), (6, 8), ("yes", "no")), ((policy, "umum"), (8, 6), ("no", "yes"))):
        found = compared(path, *asked)
        (adi,) = found["people"]
        assert (adi["nip"], adi["a"]["box"], adi["b"]["box"], adi["main"]) == (ADI, *boxes, "ceiling")
        ceiling = {"cause": "ceiling", "component": None, "axis": "performance", "a": held[0], "b": held[1]}
        assert adi["causes"] == {"box": [ceiling], "rank": []}
        assert [d["key"] for d in found["differences"]] == ["performance.ceiling"]


BETTER = """[components.predicate]
measure = "predicate"
years = 2
join = "mean"

[components.predicate.ladder]
"Sangat Baik" = 100
Baik = 90
"Butuh Perbaikan" = 60
Kurang = 40
"Sangat Kurang" = 20"""


def test_who_is_overtaken_is_moved_by_the_values_of_others(tmp_path: Path) -> None:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        person(t, ADI, "Adi Contoh", predicates={2024: "sangat_baik", 2025: "sangat_baik"}, jpm=60)
        person(t, BUDI, "Budi Contoh", jpm=85)
    # Adi (100 + 6550 / 95) / 2 = 84.47; Budi (80 + 8175 / 95) / 2 = 83.03, with 90 for Baik 88.03 and in the high row.
    found = {p["nip"]: p for p in compared(path, "umum", other(tmp_path, BETTER))["people"]}
    assert {nip: (p["a"]["rank"], p["b"]["rank"], p["main"]) for nip, p in found.items()} == {
        ADI: (1, 2, "others"),
        BUDI: (2, 1, "predicate"),
    }
    own = pytest.approx((100 + 6550 / 95) / 2)
    assert found[ADI]["causes"]["rank"] == [{"cause": "others", "component": None, "axis": None, "a": own, "b": own}]
    predicate = {"cause": "component", "component": "predicate", "axis": "performance", "a": 80, "b": 90, "moves": 10}
    assert found[BUDI]["causes"] == {"box": [predicate], "rank": [predicate]}


@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_cause_and_every_difference_is_said(tmp_path: Path, lang: str) -> None:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        # Under umum: Adi 80 and 7850 / 95 = 82.63, box 8; Budi the same Y with 7655 / 95 = 80.58, box 8; Citra Y 80 held in the
        # low row, X 9150 / 95 = 96.32, box 6. Then: Adi 81.58 under the band 85, box 5; Budi 79.53 under the old 80, box 5; Citra
        # 95.26 and no ceiling, box 8. Talent values: 81.32, 80.29, 88.16 → 0.7 × 80 + 0.3 × 81.58 = 80.47, 79.86, 84.58.
        person(t, ADI, "Adi Contoh", jpm=80)
        person(t, BUDI, "Budi Contoh", jpm=77)
        person(t, CITRA, "Citra Contoh", predicates={2024: "sangat_baik", 2025: "butuh_perbaikan"})
    policy = other(
        tmp_path,
        "[performance.ceiling]\npredicates = []",
        bands(65, 85),
        WEIGHTS,
        "[talent]\nperformance = 70\npotential = 30",
        "[eligibility]\nboxes = [9]\nminimum_jpm = 90\npenyelia_as_pengawas = true",
        "[technical.pengawas]\ntalent = 60\ntechnical = 40",
    )
    typed = ("policy", "compare", "umum", policy, "--db", path, "--as-of", ON)
    golden.check(f"office/policy_compare_parts_{lang}", asnkarier(*typed, lang=lang).out)


def test_places_by_the_sure_part(tmp_path: Path) -> None:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        for nip, name, ratings, jpm in (
            (ADI, "Adi Contoh", ("meets", "meets"), 100),
            (BUDI, "Budi Contoh", ("above", "above"), 85),
        ):
            person(t, nip, name, predicates={}, jpm=jpm)
            for year in (2024, 2025):
                t.evaluation(nip, year, "sangat_baik", work_result=ratings[0], behaviour=ratings[1])
    found = compared(path, "umum", "tebing-tinggi")
    # umum: both Y = 100; X is Adi's 9150 / 95 against Budi's 8175 / 95, so Adi first. tebing-tinggi, 35 : 65: Adi
    # 0.35 × 80 + 0.65 × (75 + 7.5 + 10) = 88.125; Budi 0.35 × 100 + 0.65 × (63.75 + 17.5) = 87.8125: Adi still first.
    ranks = {p["nip"]: (p["a"]["rank"], p["b"]["rank"]) for p in found["people"]}
    assert ranks == {ADI: (1, 1)}  # Adi's box is another one, 9 → 8; Budi keeps box and place
    # 9 → 8 is from the high row of performance to the middle one, and nothing is missing: surely lower; the other way higher.
    told = [(s["axis"], s["higher_box"], s["lower_box"], s["unclear_box"]) for s in found["components"]]
    assert told == [("performance", 0, 1, 0)]
    back = compared(path, "tebing-tinggi", "umum")["components"]
    assert [(s["higher_box"], s["lower_box"], s["unclear_box"]) for s in back] == [(1, 0, 0)]
    # salatiga, 50 : 50: Y Adi 80 × 80 % + 20 = 84, Budi 100; X Adi (60 + 10 + 8) / 90, Budi (51 + 10 + 8) / 90.
    found = compared(path, "umum", "salatiga")
    assert {p["nip"]: (p["a"]["rank"], p["b"]["rank"]) for p in found["people"]} == {ADI: (1, 2), BUDI: (2, 1)}


def test_an_unknown_policy(file: Path) -> None:
    assert asnkarier("policy", "compare", "umum", "langsat", "--db", file, "--as-of", ON).code == 3


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_whole_answer(file: Path, lang: str) -> None:
    said = [
        asnkarier("policy", "compare", "umum", other, *more, "--db", file, "--as-of", ON, lang=lang).out
        for other, more in (("langsa", ()), ("kepka-bkn-411-2025", ("--all",)))
    ]
    golden.check(f"office/policy_compare_{lang}", "\n---\n".join(said))


@pytest.mark.parametrize(("on", "stands_in"), [("2026-03-31", True), ("2026-04-01", False)])
def test_older_years_that_stand_in_are_said(tmp_path: Path, on: str, stands_in: bool) -> None:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        person(t, ADI, "Adi Contoh", predicates={2023: "sangat_baik", 2024: "baik"})
        person(t, BUDI, "Budi Contoh", predicates={})  # of nobody's years nothing stands in where none is on record
        person(t, CITRA, "Citra Contoh", predicates={2024: "baik", 2025: "baik"})
    for asked in (("policy", "compare", "umum", "langsa"), ("succession",), ("forecast", "vacancies")):
        typed = (*asked, "--db", path, "--as-of", on)
        found = json.loads(asnkarier(*typed, "--format", "json").out)
        assert found["grace"] == ([{"years": [2024, 2023], "people": 1}] if stands_in else [])
        said = " ".join(asnkarier(*typed, width=200).out.split())
        assert (
            "1 orang: 2025 belum tercatat, jadi tahun-tahun sebelumnya menggantikan: 2024, 2023" in said
        ) is stands_in
    found = json.loads(asnkarier("talent", "--db", path, "--as-of", on, "--format", "json").out)
    told = {one["nip"]: one.get("grace_years") for one in found["people"]}
    assert told == {ADI: [2024, 2023] if stands_in else None, BUDI: None, CITRA: None}
