"""`path`, as people run it, on a small town."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from asnkarier.core.access import Access
from asnkarier.core.decide.remedies.change import Change
from asnkarier.core.growth.path import Readiness
from asnkarier.store.database import open_database
from asnkarier.views.growth.path import Next, _details, change_said
from asnkarier.views.language import current, use
from tests import golden
from tests.terminal import asnkarier
from tests.town import town

ADI, BUDI = "198001012005011901", "198101012005012902"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        t.unit("Dinas Contoh")
        t.unit("Bidang Satu", "Dinas Contoh")
        t.unit("Dinas Lain")
        t.post("Kepala Dinas Contoh", "Dinas Contoh", "jpt_pratama")
        t.post("Kepala Bidang Satu", "Bidang Satu", "administrator")
        t.post("Kepala Seksi Satu", "Bidang Satu", "pengawas")
        t.post("Kepala Seksi Dua", "Bidang Satu", "pengawas")
        t.post("Kepala Seksi Lain", "Dinas Lain", "pengawas")
        t.post("Analis Ahli Muda", leads_to="Analis Ahli Madya")
        t.post("Analis Ahli Madya")
        t.person(ADI, "Adi Contoh", unit="Bidang Satu", post="Kepala Seksi Satu", since="2024-04-01", education="S1",
                 birth_date="1980-01-01", appointed_on="2005-01-01", golongan="III/d")  # fmt: skip
        t.person(BUDI, "Budi Contoh", unit="Bidang Satu")
        t.assessment(ADI, "2025-10-01", 3, 3, 3, 3, 3, 3, 3, 3, 3)
        for year in (2024, 2025):
            t.evaluation(ADI, year, "sangat_baik", work_result="above", behaviour="above")
        t.insert("catalogue", code="K1", title="Komunikasi Lanjut", jp=60_000, seats=10, cost=1, competency="Komunikasi",
                 raises_to=40_000, for_kinds="administrator")  # fmt: skip
        t.insert("catalogue", code="K2", title="PKA Angkatan I", jp=60_000, seats=10, cost=1, training_kind="leadership",
                 for_kinds="administrator")  # fmt: skip
        for register in ("history", "discipline", "trainings"):
            t.covers(register, "2026-10-01")
    return path


def path(file: Path, *arguments: object) -> dict[str, Any]:
    answer = asnkarier("path", ADI, *arguments, "--db", file, "--as-of", "2026-10-01", "--format", "json")
    assert answer.code == 0, answer.err
    found: dict[str, Any] = json.loads(answer.out)
    return found


def test_next_posts_are_those_of_the_own_agency(file: Path) -> None:
    found = {(n["position"], n["move"]) for n in path(file)["next"]}
    assert found == {("Kepala Bidang Satu", "vertical"), ("Kepala Seksi Dua", "horizontal")}


def test_what_is_missing_and_from_when_time_alone_does_it(file: Path) -> None:
    head = next(n for n in path(file)["next"] if n["position"] == "Kepala Bidang Satu")
    # Pengawas since 1 April 2024: three years on 1 April 2027.
    assert "experience_in_post" in head["missing"]
    change = next(c for c in head["changes"] if c["check"] == "experience_in_post")
    assert change["date"] == "2027-04-01"
    assert head["training"] == "PKA"
    assert 0 < head["readiness"] < 100


def test_the_way_to_a_far_goal(file: Path) -> None:
    steps = path(file, "--to", "Kepala Dinas Contoh")["chain"]
    assert [step["kind"] for step in steps] == ["administrator", "jpt_pratama"]
    # From 1 April 2027 administrator; JPT pratama asks two years as administrator (PP 11/2017 Ps 107).
    assert [step["earliest"] for step in steps] == ["2027-04-01", "2029-04-01"]
    assert [step["training"] for step in steps] == ["PKA", "PKN II"]


def test_the_trainings_of_the_catalogue_on_the_way(file: Path) -> None:
    administrator, director = path(file, "--to", "Kepala Dinas Contoh")["chain"]
    # Adi has 3 everywhere: an administrator needs no more, JPT pratama asks 4; K1 is for administrators, as Adi is by then.
    assert (administrator["gaps"], administrator["training_codes"]) == ([], ["K2"])
    taught = [gap for gap in director["gaps"] if gap["training"]]
    assert taught == [
        {"competency": "Komunikasi", "attained": 3, "required": 4, "training": "Komunikasi Lanjut (K1)"}
    ]  # fmt: skip
    assert len(director["gaps"]) == 9


def test_what_is_met_at_a_later_post_is_not_known(file: Path) -> None:
    first, later = path(file, "--to", "Kepala Dinas Contoh")["chain"]
    assert first["readiness"] is not None
    assert "experience_in_post" in first["missing"]
    assert (later["readiness"], later["missing"], later["unknown"]) == (None, None, None)
    # Five years in the field (PP 11/2017 Ps 107): no post carries a family.
    assert later["field_years_not_counted"] == 5


@pytest.mark.parametrize(
    ("born", "earliest", "by"),
    [
        # JPT pratama from 1 April 2029: on the 56th birthday itself it can still be given, the day after it cannot.
        ("1973-04-01", "2029-04-01", None),
        ("1973-03-31", None, "age"),
        # Born in March 1971: 58 in March 2029, the pension as administrator begins on 1 April 2029 – and the age line lies before.
        ("1971-03-15", None, "age"),
    ],
)
def test_the_way_ends_at_the_age_line(file: Path, born: str, earliest: str | None, by: str | None) -> None:
    with open_database(str(file), Access.WRITE) as db:
        db.execute("UPDATE person SET birth_date = ? WHERE name = 'Adi Contoh'", (born,))
    last = path(file, "--to", "Kepala Dinas Contoh")["chain"][-1]
    assert (last["earliest"], last["blocked"] and last["blocked"]["by"]) == (earliest, by)


@pytest.mark.parametrize(("born", "earliest"), [("1969-04-01", "2027-04-01"), ("1969-03-31", None)])
def test_nobody_is_appointed_after_the_pension_begins(file: Path, born: str, earliest: str | None) -> None:
    with open_database(str(file), Access.WRITE) as db:
        db.execute("UPDATE person SET birth_date = ? WHERE name = 'Adi Contoh'", (born,))
    # 58 in April 2027: pension from 1 May 2027; in March 2027: from 1 April, the very day of the three years.
    first, last = path(file, "--to", "Kepala Dinas Contoh")["chain"]
    assert first["earliest"] == earliest
    assert (first["blocked"] and first["blocked"]["line"]) == (None if earliest else "2027-04-01")
    assert last["earliest"] is None


def test_no_date_is_earlier_than_the_evaluations_it_waits_for(file: Path) -> None:
    with open_database(str(file), Access.WRITE) as db:
        db.execute("UPDATE evaluation SET predicate = 'kurang', work_result = NULL, behaviour = NULL WHERE year = 2025")
    first, last = path(file, "--to", "Kepala Dinas Contoh")["chain"]
    # 2025 counts until the end of 2027; the three years as pengawas are over before.
    assert (first["earliest"], last["earliest"]) == ("2028-01-01", "2030-01-01")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((BUDI,), "path_without_post"),
        ((ADI, "--to", "Kepala Seksi Satu"), "path_goal_held"),
    ],
)
def test_refusals(file: Path, arguments: tuple[str, ...], code: str) -> None:
    answer = asnkarier("path", *arguments, "--db", file, "--as-of", "2026-10-01", "--format", "json")
    error = json.loads(answer.out)["error"]
    assert (answer.code, error["code"]) == (2, code)
    assert error["remedy"]


@pytest.mark.parametrize("lang", ["id", "en"])
def test_tree(file: Path, lang: str) -> None:
    answer = asnkarier("path", ADI, "--db", file, "--as-of", "2026-10-01", lang=lang)
    assert answer.code == 0
    golden.check(f"grow/path_{lang}", answer.out)
    answer = asnkarier("path", ADI, "--to", "Kepala Dinas Contoh", "--db", file, "--as-of", "2026-10-01", lang=lang)
    assert answer.code == 0
    golden.check(f"grow/path_to_{lang}", answer.out)


@pytest.mark.parametrize(
    ("title", "code", "found"),
    [
        ("Pelatihan Kepemimpinan Administrator", "X1", ["X1"]),
        ("Diklat Pim Tk. III", "X1", ["X1"]),
        ("Angkatan II", "PKA", ["PKA"]),
        # The level of the post below, and none at all: not this training.
        ("Pelatihan Kepemimpinan Pengawas", "X1", []),
        ("Angkatan II", "X1", []),
    ],
)
def test_a_leadership_training_is_known_by_title_or_code(file: Path, title: str, code: str, found: list[str]) -> None:
    with open_database(str(file), Access.WRITE) as db:
        db.execute("UPDATE catalogue SET title = ?, code = ?, for_kinds = NULL WHERE code = 'K2'", (title, code))
    assert path(file, "--to", "Kepala Bidang Satu")["chain"][0]["training_codes"] == found


@pytest.mark.parametrize(("unknown", "mark"), [(["experience_in_field"], "unknown"), ([], "not_met")])
def test_no_check_is_met_and_in_the_way_at_once(unknown: list[str], mark: str) -> None:
    # Age is met today and passed by the day the rest is: it stands once, and in doubt where that day is not known.
    day = date(2026, 11, 22)
    found = Next("Kepala Dinas", None, "jpt_pratama", "vertical", "unknown", Readiness(2, len(unknown), 2 + len(unknown)), [], unknown,
                 ["age", "education"], None, day, [Change("age", {"exception": "age"})], None, 1, [], 0)  # fmt: skip
    shown = _details(found)
    assert [node.outcome for node in shown if node.key == "age"] == [mark]
    assert "Age" not in str(shown[0].label)
    assert [node.outcome for node in shown] == ["met", mark]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (Change("level_below", {"required": "jf_ahli_muda"}), "first a post as JF Ahli Muda of the same functional post"),
        (Change("credit", {"required": {"credit": 2_000_000, "level": "jf_ahli_muda"}}),
         "credit of 200 as JF Ahli Muda of the same functional post; the present post earns none for it"),
        (Change("credit", {"required": {"credit": None, "level": None}}),
         "credit in the level below of the same functional post; the present post earns none for it"),
        (Change("vacancy", {"required": {"headcount": 3, "incumbents": 3}}), "an open place: headcount 3, holders 3"),
        (Change("vacancy", {"required": {"headcount": None, "incumbents": 3}, "record": "vacancy"}),
         "record the headcount of the post, in the sheet of positions"),
        (Change("level_below", {"required": None, "record": "level_below"}),
         "the lowest level is entered by a first appointment or a transfer, which is not judged here"),
        (Change("competency_test", {"required": "uji_kompetensi"}), "pass the competency test for this post"),
    ],
)  # fmt: skip
def test_what_a_functional_post_asks_is_said_with_number_and_remedy(change: Change, said: str) -> None:
    before = current()
    use("en")
    try:
        assert change_said(change).split(": ", 1)[1] == said
    finally:
        use(before)


def test_a_technical_gap_stands_beside_the_readiness(file: Path) -> None:
    # Kepala Bidang Satu asks Olah Data 3 and Statistik 2; Adi has 1 of the first, and no level of the second is known.
    with open_database(str(file), Access.WRITE) as db:
        (post,) = db.one("SELECT id FROM position WHERE name = 'Kepala Bidang Satu'") or (0,)
        (adi,) = db.one("SELECT id FROM assessment") or (0,)
        for number, name, required in ((901, "Olah Data", 30_000), (902, "Statistik", 20_000)):
            db.execute(
                "INSERT INTO competency (id, name, name_key, grp, rank) VALUES (?, ?, ?, 'teknis', ?)",
                (number, name, name.casefold(), number),
            )
            db.execute(
                "INSERT INTO standard (position_id, competency_id, required, importance) VALUES (?, ?, ?, 'mutlak')",
                (post, number, required),
            )
        db.execute("INSERT INTO assessment_level (assessment_id, competency_id, level) VALUES (?, 901, 10000)", (adi,))
    (found,) = [n for n in path(file)["next"] if n["position"] == "Kepala Bidang Satu"]
    assert found["gaps"] == [{"competency": "Olah Data", "attained": 1, "required": 3, "training": None}]
    assert found["levels_not_known"] == 1
    told = asnkarier("path", ADI, "--db", file, "--as-of", "2026-10-01", lang="en").out
    assert "Olah Data from 1 to 3: no training of the catalogue raises it" in told
    assert "no level is known of 1 competency it asks" in told


@pytest.mark.parametrize(("until", "earliest"), [("9999-12-31", None), ("2027-03-31", "2027-04-01")])
def test_nobody_on_leave_is_dated_before_the_leave_ends(file: Path, until: str, earliest: str | None) -> None:
    # On leave outside the state's duty since January: no day without its end; with it, the day after.
    with open_database(str(file), Access.WRITE) as db:
        (adi,) = db.one("SELECT person_id FROM person_nip WHERE nip = ?", (ADI,)) or (0,)
        db.execute("UPDATE person_status SET until = '2025-12-31' WHERE person_id = ?", (adi,))
        db.execute(
            "INSERT INTO person_status (person_id, since, until, stated, status, assumed) VALUES (?, '2026-01-01', ?, 1, 'cltn', 0)",
            (adi, until),
        )
    (stage,) = path(file, "--to", "Kepala Seksi Dua")["chain"]
    assert stage["earliest"] == earliest
    assert "back on duty" in asnkarier("path", ADI, "--db", file, "--as-of", "2026-10-01", lang="en").out
