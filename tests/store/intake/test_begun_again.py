"""The same post or golongan with a later TMT: an inauguration anew, or a mistyped day. The years before it are never lost."""

from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from asnkarier.core.access import Access
from asnkarier.store.database import Database, create, open_database
from asnkarier.store.intake.undo import undo
from asnkarier.store.queries.reconciling.differences import differences
from asnkarier.store.queries.report.evidence import appointed_in
from tests.store.intake.lists import ACTOR, content, take
from tests.store.intake.test_taking_in import ROSTER, codes, db, row

__all__ = ("db",)
POSTS = "SELECT since, until, stated FROM person_post ORDER BY since"
RANKS = "SELECT golongan, since, until FROM person_golongan ORDER BY since"


def test_an_inauguration_into_the_same_post_keeps_the_years_before(db: Database) -> None:
    """January states the post since 2022; that it began anew on 15 February is no word against January."""
    take(db, "roster", ROSTER, [row(position_since="2022-01-01")], dated="2025-01-31")
    before = content(db)
    later = take(db, "roster", ROSTER, [row(position_since="2025-02-15")], dated="2025-03-31")
    assert codes(later) == [("begun_again", "warning", "E2")]
    told = later.taken[-1].sheet.findings[0].values
    assert (told["cell"], told["later"], told["since"]) == ("daftar.xlsx · Data!E2", "2025-01-31", "2022-01-01")
    both = [("2022-01-01", "2025-02-14", 1), ("2025-02-15", "9999-12-31", 1)]
    assert db.rows(POSTS) == both
    again = take(db, "roster", ROSTER, [row(position_since="2025-02-15")], dated="2025-04-30")
    assert (codes(again), again.log.count) == ([], 0)
    late = take(db, "roster", ROSTER, [row(position_since="2022-01-01")], dated="2025-01-31")
    assert (codes(late), late.log.opened) == ([], False)
    undone = undo(db, ACTOR, later.log.batch_id)
    assert (undone.kept, undone.irreversible) == ([], [])
    assert content(db) == before


@pytest.mark.parametrize(("since", "anew"), [("2025-01-31", False), ("2025-02-01", True)])
def test_a_tmt_up_to_the_day_of_the_first_list_corrects_the_beginning(db: Database, since: str, anew: bool) -> None:
    # The list of 31 January says the post of that day: a TMT of that very day agrees with it, one of 1 February came after.
    take(db, "roster", ROSTER, [row(position_since="2022-01-01")], dated="2025-01-31")
    later = take(db, "roster", ROSTER, [row(position_since=since)], dated="2025-03-31")
    assert [code for code, _, _ in codes(later)] == (["begun_again"] if anew else [])
    assert [post[0] for post in db.rows(POSTS)] == (["2022-01-01"] if anew else []) + [since]


def test_the_first_of_several_lists_stands_though_a_later_one_corrected(db: Database) -> None:
    """The TMT of June lies behind January's list and before April's, which had corrected the beginning."""
    take(db, "roster", ROSTER, [row(position_since="2022-01-01")], dated="2025-01-31")
    take(db, "roster", ROSTER, [row(position_since="2021-01-01")], dated="2025-04-30")
    take(db, "roster", ROSTER, [row(position_since="2025-02-15")], dated="2025-06-30")
    assert [post[:2] for post in db.rows(POSTS)] == [("2021-01-01", "2025-02-14"), ("2025-02-15", "9999-12-31")]


@pytest.mark.parametrize("since", ["2022-01-01", "2021-06-01"])
def test_a_mistyped_tmt_corrected_by_the_next_list_leaves_one_span(db: Database, since: str) -> None:
    take(db, "roster", ROSTER, [row(position_since="2022-01-01")], dated="2025-01-31")
    take(db, "roster", ROSTER, [row(position_since="2025-02-15")], dated="2025-03-31")
    before = content(db)
    mended = take(db, "roster", ROSTER, [row(position_since=since)], dated="2025-04-30")
    assert codes(mended) == []
    assert db.rows(POSTS) == [(since, "9999-12-31", 1)]
    undone = undo(db, ACTOR, mended.log.batch_id)
    assert (undone.kept, undone.irreversible) == ([], [])
    assert content(db) == before


def test_a_golongan_that_january_states_was_not_reached_in_february(db: Database) -> None:
    take(db, "roster", ROSTER, [row()], dated="2025-01-31")
    later = take(db, "roster", ROSTER, [row(golongan_since="2025-02-01")], dated="2025-03-31")
    assert codes(later) == [("begun_again", "warning", "I2")]
    assert db.rows(RANKS) == [("III/d", "2022-04-01", "2025-01-31"), ("III/d", "2025-02-01", "9999-12-31")]


@pytest.mark.parametrize("first", ["roster", "history"])
def test_history_that_begins_with_the_first_of_both_spans_agrees(db: Database, first: str) -> None:
    lists = {
        "history": (("nip", "position", "since"), [[row()[0], "Kepala Bidang Arsip", "2022-01-01"]], None),
        "roster": (ROSTER, [row(position_since="2025-02-15")], "2025-03-31"),
    }
    take(db, "roster", ROSTER, [row(position_since="2022-01-01")], dated="2025-01-31")
    found = []
    for kind in sorted(lists, key=lambda kind: kind != first):
        fields, rows, dated = lists[kind]
        found += [code for code, _, _ in codes(take(db, kind, fields, rows, dated=dated))]
    assert found == ["begun_again"]


def test_what_begins_anew_is_no_other_post_to_those_who_read_it(db: Database) -> None:
    fields = (*ROSTER, "appointed_on")
    take(db, "roster", fields, [[*row(position_since="2022-01-01"), "2005-01-01"]], dated="2025-01-31")
    later = take(db, "roster", fields, [[*row(position_since="2025-02-15"), "2005-01-01"]], dated="2025-03-31")
    assert appointed_in(db, "2025-01-01", "2025-12-31") == 0
    found = differences(db, later.log.batch_id)
    assert [(one.field, one.ours, one.theirs, one.our_cell, one.their_cell) for one in found] == [
        ("position_since", "2022-01-01", "2025-02-15", "daftar.xlsx · Data!E2", "E2")
    ]
    other = row(position="Kepala Bidang Data", position_since="2025-05-01")
    take(db, "roster", fields, [[*other, "2005-01-01"]], dated="2025-06-30")
    assert appointed_in(db, "2025-01-01", "2025-12-31") == 1


DAYS = st.integers(0, 1500).map(lambda days: (date(2021, 1, 1) + timedelta(days)).isoformat())
ROWS = st.tuples(
    st.sampled_from("ABC"),
    st.none() | DAYS,
    st.sampled_from("XY"),
    st.sampled_from(["III/c", "III/d"]),
    st.none() | DAYS,
)
LISTS = st.dictionaries(DAYS, ROWS, min_size=1, max_size=6)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(LISTS)
def test_each_day_of_a_list_is_as_that_list_or_a_later_tmt_says(lists: dict[str, tuple[str | None, ...]]) -> None:
    """Lists taken one after the other: on the day of each its post, unit and golongan stand.

    Another value whose TMT a later list states as of that day or before is the decree's word, and the list was behind.
    """
    told = {day: row for day, row in sorted(lists.items()) if (row[1] or "") <= day and (row[4] or "") <= day}
    with TemporaryDirectory() as folder:
        path = str(Path(folder) / "kota.sqlite")
        create(path)
        with open_database(path, Access.WRITE) as db:
            states = [content(db)]
            batches = []
            for day, (post, since, unit, rank, rank_since) in told.items():
                fields = row(
                    position=f"Analis {post}", echelon=None, position_since=since, unit=f"Bidang {unit}", golongan=rank,
                    golongan_since=rank_since,
                )  # fmt: skip
                taken = take(db, "roster", ROSTER, [fields], dated=day, today="2026-07-01")
                if taken.log.count:
                    batches.append(taken.log.batch_id)
                    states.append(content(db))
            for day, (post, _, unit, rank, _) in told.items():
                later = [one for other, one in told.items() if other > day]
                posts = {f"Analis {post}"} | {f"Analis {one[0]}" for one in later if one[1] and one[1] <= day}
                ranks = {rank} | {one[3] for one in later if one[4] and one[4] <= day}
                assert _on(db, "position", "person_post", day) in posts
                units = {f"Bidang {unit}"} | {f"Bidang {one[2]}" for one in later if one[1] and one[1] <= day}
                assert _on(db, "unit", "person_unit", day) in units
                found = db.one("SELECT golongan FROM person_golongan WHERE since <= ? AND until >= ?", (day, day))
                assert found is not None
                assert found[0] in ranks
            for number, state in zip(reversed(batches), reversed(states[:-1]), strict=True):
                undone = undo(db, ACTOR, number)
                assert (undone.kept, undone.irreversible) == ([], [])
                assert content(db) == state


def _on(db: Database, what: str, table: str, day: str) -> str | None:
    found = db.one(
        f"SELECT n.name FROM {table} s JOIN {what} n ON n.id = s.{what}_id WHERE s.since <= ? AND s.until >= ?",
        (day, day),
    )
    return str(found[0]) if found else None
