"""A past year's people in the units and under the heads of that year: what happens after it changes nothing about it."""

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from asnkarier.commands.report.basis import Basis
from asnkarier.commands.report.sections import predicates
from asnkarier.core.access import Access
from asnkarier.store.database import open_database
from asnkarier.views.report.model import Figure
from tests.golden import check
from tests.terminal import asnkarier
from tests.town import Town, town

OPEN = "9999-12-31"
TANI, SOSIAL, PANGAN = "Dinas Pertanian", "Dinas Sosial", "Dinas Pangan"
Spans = Sequence[tuple[str, str, str]]


def nip(number: int) -> str:
    return f"198501012010011{number + 1:03}"


def add(t: Town, number: int, spans: Spans, *, status: Spans = (("aktif", "2024-01-01", OPEN),), **fields: Any) -> int:
    """Add a person with the units, and the statuses, of some spans."""
    person = t.person(nip(number), f"Contoh {number:02}", status=None, begins="2024-01-01", **fields)
    for unit, since, until in spans:
        t.span("person_unit", person, since, until, stated=0, unit_id=t.units[unit])
    for word, since, until in status:
        t.span("person_status", person, since, until, stated=0, status=word)
    return person


def renamed(t: Town, old: str, new: str, on: str, how: str = "rename") -> None:
    t.insert(
        "succession", kind="unit", effective_on=on, how=how,
        old=old, old_key=old.lower(), old_agency=old, old_agency_key=old.lower(),
        new=new, new_key=new.lower(), new_agency=new, new_agency_key=new.lower(),
    )  # fmt: skip


def predicate(t: Town, unit: str, word: str) -> None:
    t.insert("unit_performance", unit_id=t.units[unit], year=2025, period="annual", predicate=word)


def asked(path: Path, *words: object, on: str) -> dict[str, Any]:
    said = asnkarier(*words, "--db", path, "--as-of", on, "--format", "json")
    assert said.code == 0, said.err
    found: dict[str, Any] = json.loads(said.out)
    return found


def spread(path: Path, *more: object, on: str) -> dict[str, tuple[int, int, str]]:
    """Return unit → Sangat Baik, Baik and the verdict of 2025."""
    units = asked(path, "evaluations", "distribution", 2025, *more, on=on)["units"]
    return {u["unit"]: (u["counts"]["sangat_baik"], u["counts"]["baik"], u["verdict"]) for u in units}


def two_of_twelve(t: Town, tani: Iterable[Spans], leavers: Sequence[int] = (), **status: Any) -> None:
    """Dinas Pertanian, Istimewa: 9 Sangat Baik and 3 Baik; Dinas Sosial, Baik: 12 Baik."""
    for number, spans in enumerate([*tani, *([(SOSIAL, "2024-01-01", OPEN)] for _ in range(12))]):
        add(t, number, spans, **(status if number in leavers else {}))
        t.evaluation(nip(number), 2025, "sangat_baik" if number < 9 else "baik")
    predicate(t, TANI, "istimewa")
    predicate(t, SOSIAL, "baik")


# 9 of 12 = 75 %, over the 70 % of Istimewa; 12 of 12 Baik, over the 70 % of Baik.
KEPT = {TANI: (9, 3, "not_kept"), SOSIAL: (0, 12, "not_kept")}


def test_moves_and_retirements_after_the_year_change_nothing(tmp_path: Path) -> None:
    path = tmp_path / "kota.sqlite"
    here = [(TANI, "2024-01-01", OPEN)]
    moved = [(TANI, "2024-01-01", "2026-04-01"), (SOSIAL, "2026-04-02", OPEN)]
    gone = [(TANI, "2024-01-01", "2026-02-28")]
    with town(path) as t:
        for unit in (TANI, SOSIAL):
            t.unit(unit)
        two_of_twelve(
            t, [*[moved] * 3, *[here] * 6, *[gone] * 3], leavers=(9, 10, 11),
            status=(("aktif", "2024-01-01", "2026-02-28"), ("keluar", "2026-03-01", OPEN)),
        )  # fmt: skip
    for day in ("2025-12-31", "2026-01-15", "2026-03-15", "2026-04-15"):
        assert spread(path, on=day) == KEPT
        found = asked(path, "evaluations", "distribution", 2025, on=day)
        assert (found["unit_unknown"], found["unit_from_later"], found["counted_on"]) == (0, 0, "2025-12-31")


@pytest.mark.parametrize(
    ("last", "units"),
    [
        # Moved on 31 December: in the new unit on the last day of the year. On 1 January: not in the year any more.
        ("2025-12-30", {TANI: (0, 1, "no_unit_predicate"), SOSIAL: (1, 0, "no_unit_predicate")}),
        ("2025-12-31", {TANI: (1, 1, "no_unit_predicate")}),
    ],
)
def test_the_last_day_of_the_year_decides(tmp_path: Path, last: str, units: dict[str, tuple[int, int, str]]) -> None:
    path = tmp_path / "kota.sqlite"
    with town(path) as t:
        for unit in (TANI, SOSIAL):
            t.unit(unit)
        after = "2025-12-31" if last == "2025-12-30" else "2026-01-01"
        add(t, 0, [(TANI, "2024-01-01", last), (SOSIAL, after, OPEN)])
        # Left in June: the last unit of the year is that of May.
        add(t, 1, [(TANI, "2024-01-01", "2025-05-31")], status=[("keluar", "2025-06-01", OPEN)])
        t.evaluation(nip(0), 2025, "sangat_baik")
        t.evaluation(nip(1), 2025, "baik")
    assert spread(path, on="2026-06-30") == units


@pytest.mark.parametrize(("ends", "unit"), [("2025-06-30", TANI), ("2025-07-01", SOSIAL), (None, SOSIAL)])
def test_the_day_an_evaluation_ends_decides_where_it_names_one(tmp_path: Path, ends: str | None, unit: str) -> None:
    path = tmp_path / "kota.sqlite"
    with town(path) as t:
        for name in (TANI, SOSIAL):
            t.unit(name)
        add(t, 0, [(TANI, "2024-01-01", "2025-06-30"), (SOSIAL, "2025-07-01", OPEN)])
        t.evaluation(nip(0), 2025, "baik", ended_on=ends)
    assert list(spread(path, on="2026-06-30")) == [unit]


def merged_town(path: Path, how: str, told_of: str = TANI) -> None:
    """Both departments became Dinas Pangan on 1 February 2026; the evaluation of one person names it already."""
    with town(path) as t:
        for unit in (TANI, SOSIAL, PANGAN):
            t.unit(unit)
        olds = (TANI, SOSIAL) if how == "merge" else (TANI,)
        for number in range(24):
            old = TANI if number < 12 else SOSIAL
            moved = [(old, "2024-01-01", "2026-01-31"), (PANGAN, "2026-02-01", OPEN)]
            add(t, number, moved if old in olds else [(old, "2024-01-01", OPEN)])
            named = {"unit": PANGAN} if number == 0 else {}
            t.evaluation(nip(number), 2025, "sangat_baik" if number < 9 else "baik", **named)
        for old in olds:
            renamed(t, old, PANGAN, "2026-02-01", how)
        predicate(t, told_of, "istimewa")
        predicate(t, SOSIAL, "baik")


def test_a_predicate_written_under_the_name_of_today_is_that_of_the_unit_which_bears_it_now(tmp_path: Path) -> None:
    path = tmp_path / "kota.sqlite"
    merged_town(path, "rename", PANGAN)
    for more in ((), ("--unit", TANI), ("--unit", PANGAN)):
        assert spread(path, *more, on="2026-03-15")[TANI] == KEPT[TANI]
    # Of what several were merged into it is not known which of them it was of.
    merged_town(tmp_path / "gabungan.sqlite", "merge", PANGAN)
    assert spread(tmp_path / "gabungan.sqlite", on="2026-03-15")[TANI] == (9, 3, "no_unit_predicate")


@pytest.mark.parametrize("how", ["merge", "rename"])
def test_after_a_reorganisation_the_units_of_the_year_keep_their_names_and_predicates(tmp_path: Path, how: str) -> None:
    path = tmp_path / "kota.sqlite"
    merged_town(path, how)
    assert spread(path, on="2026-01-15") == KEPT
    assert spread(path, on="2026-03-15") == KEPT
    # By the old name and by the new one; who was not merged is no part of it.
    assert spread(path, "--unit", TANI, on="2026-03-15") == {TANI: KEPT[TANI]}
    found = spread(path, "--unit", PANGAN, on="2026-03-15")
    assert found == (KEPT if how == "merge" else {TANI: KEPT[TANI]})
    assert spread(path, "--unit", PANGAN, on="2026-01-31") == found


def test_a_unit_renamed_within_the_year_is_one_unit_under_its_new_name(tmp_path: Path) -> None:
    path = tmp_path / "kota.sqlite"
    with town(path) as t:
        for unit in (TANI, PANGAN):
            t.unit(unit)
        for number in range(2):
            add(t, number, [(TANI, "2024-01-01", "2025-06-30"), (PANGAN, "2025-07-01", OPEN)])
        t.evaluation(nip(0), 2025, "sangat_baik", ended_on="2025-03-31")
        t.evaluation(nip(1), 2025, "baik")
        renamed(t, TANI, PANGAN, "2025-07-01")
        predicate(t, TANI, "istimewa")
    # Two people are too few for a verdict; the predicate under the old name is that of the new one.
    for more in ((), ("--unit", TANI), ("--unit", PANGAN)):
        assert spread(path, *more, on="2026-06-30") == {PANGAN: (1, 1, "too_small")}


def test_who_is_first_read_from_a_later_list_is_counted_there_and_that_is_said(tmp_path: Path) -> None:
    path = tmp_path / "kota.sqlite"
    with town(path) as t:
        for unit in (TANI, PANGAN, SOSIAL):
            t.unit(unit)
        add(t, 0, [(PANGAN, "2026-03-01", OPEN)], status=[("aktif", "2026-03-01", OPEN)])
        add(t, 1, [(SOSIAL, "2026-03-01", OPEN)], status=[("aktif", "2026-03-01", OPEN)])
        add(t, 2, [(SOSIAL, "2025-12-31", OPEN)])
        for number in range(3):
            t.evaluation(nip(number), 2025, "baik")
        renamed(t, TANI, PANGAN, "2026-02-01")
    # What the list of March calls Dinas Pangan was Dinas Pertanian in 2025.
    assert spread(path, on="2026-06-30") == {TANI: (0, 1, "no_unit_predicate"), SOSIAL: (0, 2, "no_unit_predicate")}
    assert asked(path, "evaluations", "distribution", 2025, on="2026-06-30")["unit_from_later"] == 2
    # On the last day before that list nothing is known of them.
    found = asked(path, "evaluations", "distribution", 2025, on="2026-02-28")
    assert (found["unit_unknown"], found["unit_from_later"], [u["people"] for u in found["units"]]) == (2, 0, [1])
    said = asnkarier("evaluations", "distribution", 2025, "--db", path, "--as-of", "2026-06-30", lang="en", width=200)
    assert "Of 2 people no list tells the unit on 31 December 2025" in said.out


def swapped(path: Path, more: Callable[[Town], None] = lambda t: None) -> None:
    """Head 0 of Pertanian and head 1 of Sosial changed places on 1 March 2026; 2 to 6 are staff of Pertanian, each evaluated."""
    with town(path) as t:
        for unit in (TANI, SOSIAL):
            t.unit(unit)
            t.post(f"Kepala {unit}", unit, "jpt_pratama", heads_unit="ya")
        for number, units in enumerate(((TANI, SOSIAL), (SOSIAL, TANI))):
            person = add(t, number, [(units[0], "2024-01-01", "2026-02-28"), (units[1], "2026-03-01", OPEN)])
            for unit, since, until in zip(units, ("2024-01-01", "2026-03-01"), ("2026-02-28", OPEN), strict=True):
                t.span("person_post", person, since, until, position_id=t.posts[f"Kepala {unit}"])
        for number in range(2, 7):
            add(t, number, [(TANI, "2024-01-01", OPEN)])
            t.evaluation(nip(number), 2025, "baik", feedback="Bagus")
        t.fact("award", nip(2), title="Teladan", title_key="teladan", awarded_on="2025-08-17")
        t.covers("awards", "2026-05-31")
        more(t)


def test_what_leaders_gave_is_told_of_the_heads_of_the_year(tmp_path: Path) -> None:
    path = tmp_path / "kota.sqlite"
    swapped(path)
    for day in ("2025-12-31", "2026-01-15", "2026-04-15"):
        found = asked(path, "evaluations", "coverage", 2025, on=day)
        leaders = {o["nip"]: (o["unit"], o["people"], o["evaluated"], o["with_feedback"], o["with_award"])
                   for o in found["leaders"]}  # fmt: skip
        # Both heads have nobody above them.
        assert leaders == {nip(0): (TANI, 5, 5, 5, 1), None: (None, 2, 0, 0, 0)}
        given = {g["nip"]: (g["unit"], g["staff"], g["awarded"])
                 for g in asked(path, "recognition", 2025, on=day)["given"]}  # fmt: skip
        assert given == {nip(0): (TANI, 5, 1), None: (None, 2, 0)}
    # The year of the change is that of the new head.
    found = asked(path, "evaluations", "coverage", 2026, on="2026-04-15")
    assert {o["nip"]: o["people"] for o in found["leaders"]} == {nip(1): 5, None: 2}


def left_by(path: Path, until: str, more: Callable[[Town], None] = lambda t: None, *, marked: bool = True) -> None:
    """Head 0 of Pertanian retired after a day of 2025, and 2 to 6 are its staff, each evaluated."""
    with town(path) as t:
        t.unit(TANI)
        t.post(f"Kepala {TANI}", TANI, "jpt_pratama", heads_unit="ya" if marked else None)
        after = (date.fromisoformat(until) + timedelta(days=1)).isoformat()
        person = add(t, 0, [(TANI, "2024-01-01", until)],
                     status=[("aktif", "2024-01-01", until), ("keluar", after, OPEN)])  # fmt: skip
        t.span("person_post", person, "2024-01-01", until, position_id=t.posts[f"Kepala {TANI}"])
        for number in range(2, 7):
            add(t, number, [(TANI, "2024-01-01", OPEN)])
            t.evaluation(nip(number), 2025, "baik", feedback="Bagus")
        more(t)


def heads_of(path: Path, on: str = "2026-04-15") -> dict[str | None, tuple[int, str | None]]:
    found = asked(path, "evaluations", "coverage", 2025, on=on)
    given = {g["nip"]: g["staff"] for g in asked(path, "recognition", 2025, on=on)["given"]}
    assert given == {o["nip"]: o["people"] for o in found["leaders"]}
    assert all(o["unit"] == TANI for o in found["leaders"] if o["nip"])
    return {o["nip"]: (o["people"], o["led_until"]) for o in found["leaders"]}


@pytest.mark.parametrize(
    ("until", "marked", "heads"),
    [
        ("2025-10-31", True, {nip(0): (5, "2025-10-31")}),
        ("2025-10-31", False, {nip(0): (5, "2025-10-31")}),  # the highest of the unit, assumed to have headed it
        # 31 + 28 + 31 + 30 + 31 + 30 + 2 = 183 days led, 365 - 183 = 182 without a head; a day less and nobody led for longer.
        ("2025-07-02", True, {nip(0): (5, "2025-07-02")}),
        ("2025-07-01", True, {None: (5, None)}),
        ("2024-12-31", True, {None: (5, None)}),
    ],
)
def test_a_unit_without_a_head_at_the_end_is_that_of_its_last(
    tmp_path: Path, until: str, marked: bool, heads: dict[str | None, tuple[int, str | None]]
) -> None:
    path = tmp_path / "kota.sqlite"
    left_by(path, until, marked=marked)
    assert heads_of(path) == heads
    said = asnkarier("evaluations", "coverage", 2025, "--db", path, "--as-of", "2026-04-15", lang="id", width=200).out
    assert ("memimpin sampai 31 Oktober 2025" in said) is (until == "2025-10-31")


@pytest.mark.parametrize(("table", "acting"), [("person_post", {}), ("person_duty", {"acting": "plt", "duty": "Plt"})])
def test_who_heads_it_at_the_end_goes_before_its_last(tmp_path: Path, table: str, acting: dict[str, str]) -> None:
    def more(t: Town) -> None:
        person = add(t, 7, [(TANI, "2025-12-31", OPEN)])
        t.span(table, person, "2025-12-31", OPEN, position_id=t.posts[f"Kepala {TANI}"], **acting)

    path = tmp_path / "kota.sqlite"
    left_by(path, "2025-10-31", more)
    # The one who came on the last day has nobody above.
    assert heads_of(path) == {nip(7): (5, None), None: (1, None)}
    # A head of the year after heads nobody in it.
    path = tmp_path / "lain.sqlite"
    left_by(path, "2025-10-31", lambda t: None)
    assert heads_of(path, on="2026-01-01") == {nip(0): (5, "2025-10-31")}


def test_the_last_of_two_heads_who_left(tmp_path: Path) -> None:
    def more(t: Town) -> None:
        # From 1 July to 30 November 153 days, then 31 without a head.
        person = add(t, 7, [(TANI, "2025-07-01", "2025-11-30")])
        t.span("person_post", person, "2025-07-01", "2025-11-30", position_id=t.posts[f"Kepala {TANI}"])

    path = tmp_path / "kota.sqlite"
    left_by(path, "2025-06-30", more)
    found = heads_of(path)
    assert found[nip(7)] == (5, "2025-11-30")
    assert nip(0) not in found


def test_who_was_there_in_the_year_is_counted_whatever_came_after(tmp_path: Path) -> None:
    def more(t: Town) -> None:
        # Retired on 1 February 2026: on duty at the end of 2025. Retired in November: not.
        add(t, 7, [(TANI, "2024-01-01", "2026-01-31")],
            status=[("aktif", "2024-01-01", "2026-01-31"), ("keluar", "2026-02-01", OPEN)])  # fmt: skip
        add(t, 8, [(TANI, "2024-01-01", "2025-11-30")],
            status=[("aktif", "2024-01-01", "2025-11-30"), ("keluar", "2025-12-01", OPEN)])  # fmt: skip
        # First read from a list of May 2026: there since the appointment of 2010, come by a movement, or appointed in 2026.
        late: Spans = [(TANI, "2026-05-01", OPEN)]
        add(t, 9, late, status=[("aktif", "2026-05-01", OPEN)])
        add(t, 10, late, status=[("aktif", "2026-05-01", OPEN)])
        t.fact("movement", nip(10), event="masuk", effective_on="2026-04-01")
        add(t, 11, late, status=[("aktif", "2026-05-01", OPEN)], appointed_on="2026-01-01")

    path = tmp_path / "kota.sqlite"
    swapped(path, more)
    # The five, number 7 and, once the list of May is read, number 9.
    for day, people, later in (("2026-04-30", 6, 0), ("2026-05-01", 7, 1)):
        found = asked(path, "evaluations", "coverage", 2025, on=day)
        assert {o["nip"]: o["people"] for o in found["leaders"]} == {nip(0): people, None: 2}
        assert (found["people"], found["unit_from_later"]) == (people + 2, later)


def test_who_has_none_is_listed_where_the_evaluation_was_due(tmp_path: Path) -> None:
    path = tmp_path / "kota.sqlite"
    with town(path) as t:
        for unit in (TANI, SOSIAL):
            t.unit(unit)
        for unit in (TANI, SOSIAL):
            t.post(f"Analis {unit}", unit, "pelaksana")
        for number in range(2):
            person = add(t, number, [(TANI, "2024-01-01", "2026-01-31"), (SOSIAL, "2026-02-01", OPEN)])
            for unit, since, until in ((TANI, "2024-01-01", "2026-01-31"), (SOSIAL, "2026-02-01", OPEN)):
                t.span("person_post", person, since, until, position_id=t.posts[f"Analis {unit}"])
        t.evaluation(nip(1), 2025, "baik")
    found = asked(path, "evaluations", "missing", 2025, "--unit", TANI, on="2026-06-30")
    assert (found["on_duty"], found["evaluated"], found["unit_from_later"]) == (2, 1, 0)
    (one,) = found["missing"]
    assert (one["nip"], one["position"], one["unit"], one["unit_now"]) == (nip(0), f"Analis {TANI}", TANI, SOSIAL)
    # Who looks for the people of today's unit finds them too, told in the unit of the year.
    found = asked(path, "evaluations", "missing", 2025, "--unit", SOSIAL, on="2026-06-30")
    assert (found["on_duty"], [(m["nip"], m["unit"], m["unit_now"]) for m in found["missing"]]) == (
        2,
        [(nip(0), TANI, SOSIAL)],
    )
    # The evaluation of 2026 is due where they are.
    found = asked(path, "evaluations", "missing", 2026, on="2026-06-30")
    assert [(o["unit"], o["unit_now"]) for o in found["missing"]] == [(SOSIAL, SOSIAL)] * 2


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_whole_answer_after_a_merger(tmp_path: Path, language: str) -> None:
    path = tmp_path / "kota.sqlite"
    merged_town(path, "merge")
    said = asnkarier("evaluations", "distribution", 2025, "--db", path, "--as-of", "2026-03-15", lang=language)
    check(f"appraise/evaluations_distribution_merged_{language}", said.out)


def test_the_list_of_a_unit_holds_who_was_evaluated_in_it(tmp_path: Path) -> None:
    """2 to 6 were staff of Pertanian in 2025; 2 is in Sosial since, 3 names Sosial itself, 7 came from Sosial."""

    def more(t: Town) -> None:
        t.db.execute("UPDATE person_unit SET until = '2026-01-31' WHERE person_id = ?", (t.people[nip(2)],))
        t.span("person_unit", t.people[nip(2)], "2026-02-01", OPEN, unit_id=t.units[SOSIAL])
        t.db.execute("UPDATE evaluation SET unit = ? WHERE person_id = ?", (SOSIAL, t.people[nip(3)]))
        add(t, 7, [(SOSIAL, "2024-01-01", "2026-01-31"), (TANI, "2026-02-01", OPEN)])
        t.evaluation(nip(7), 2025, "kurang")

    path = tmp_path / "kota.sqlite"
    swapped(path, more)
    lists = {}
    for unit in (TANI, SOSIAL):
        found = asked(path, "evaluations", "list", "--year", 2025, "--unit", unit, on="2026-04-15")
        lists[unit] = {e["nip"]: e["unit"] for e in found["evaluations"]}
    assert lists == {
        TANI: {nip(number): TANI for number in (2, 4, 5, 6)},
        SOSIAL: {nip(number): SOSIAL for number in (3, 7)},
    }
    # As many as the spread counts.
    counted = asked(path, "evaluations", "distribution", 2025, on="2026-04-15")["units"]
    assert {u["unit"]: u["people"] for u in counted} == {unit: len(people) for unit, people in lists.items()}


def test_a_list_is_found_by_the_old_name_and_the_new(tmp_path: Path) -> None:
    path = tmp_path / "kota.sqlite"
    merged_town(path, "rename")
    whole = asked(path, "evaluations", "list", "--year", 2025, on="2026-03-15")["evaluations"]
    for unit in (TANI, PANGAN):
        found = asked(path, "evaluations", "list", "--year", 2025, "--unit", unit, on="2026-03-15")["evaluations"]
        # One names the unit by its new name itself, and is told as it was written.
        assert sorted(e["unit"] for e in found) == [PANGAN, *[TANI] * 11]
    assert len(whole) == 24


@pytest.mark.parametrize(
    ("unit", "rows"),
    [
        # 0 headed Pertanian at the end of 2025, 1 Sosial: one without an evaluation in each.
        (None, {TANI: (5, 1), SOSIAL: (1, 1)}),
        (TANI, {TANI: (5, 1)}),
        (SOSIAL, {SOSIAL: (1, 1)}),
    ],
)
def test_the_report_of_a_year_counts_units_of_the_year(
    tmp_path: Path, unit: str | None, rows: dict[str, tuple[int, int]]
) -> None:
    """2 to 6 were staff of Pertanian in 2025, 2 moved to Sosial in 2026; 7 came from Sosial; 0 and 1, the heads, have none."""

    def more(t: Town) -> None:
        t.db.execute("UPDATE person_unit SET until = '2026-01-31' WHERE person_id = ?", (t.people[nip(2)],))
        t.span("person_unit", t.people[nip(2)], "2026-02-01", OPEN, unit_id=t.units[SOSIAL])
        add(t, 7, [(SOSIAL, "2024-01-01", "2026-01-31"), (TANI, "2026-02-01", OPEN)])
        t.evaluation(nip(7), 2025, "kurang")

    path = tmp_path / "kota.sqlite"
    swapped(path, more)
    with open_database(str(path), Access.READ) as db:
        section = predicates.section(Basis(db, date(2026, 4, 15), 2025, unit))
    figure = next(c for c in section.contents if isinstance(c, Figure) and c.table.columns[0].key == "unit")
    assert {row[0]: (row[-2], row[-1]) for row in figure.table.rows} == rows
