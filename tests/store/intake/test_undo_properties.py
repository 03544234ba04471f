"""Any sequence of lists, entries by hand and undos of a small city: what is undone last first comes back exactly, and an undone undo too.

Out of order an undo may keep what has changed since, and says so; whatever it keeps, nobody is in two posts on one day.
"""

from collections.abc import Callable
from functools import cache
from itertools import permutations
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from asnkarier.core.access import Access
from asnkarier.core.errors import Usage
from asnkarier.store import records
from asnkarier.store.database import Database, create, open_database
from asnkarier.store.hand import edits
from asnkarier.store.intake import facets
from asnkarier.store.intake.log import ChangeLog
from asnkarier.store.intake.undo import Undone, undo
from tests.store.intake.lists import ACTOR, content, take

NIPS = ("198001012005012901", "198102022006022902", "198203032007032903")
DAYS = ("2024-12-31", "2025-03-31", "2025-06-30", "2025-12-31")
ROSTER = ("nip", "name", "position", "position_since", "unit", "agency", "golongan", "golongan_since", "status")
Act = tuple[str, Any]

ROWS = st.lists(
    st.tuples(
        st.sampled_from(NIPS),
        st.sampled_from(("Uji Satu", "Uji S.")),
        st.sampled_from(("Kepala Bidang Data", "Kepala Bidang Arsip", "Arsiparis Ahli Muda")),
        st.sampled_from((None, "2022-01-01", "2025-02-01", "2025-07-01")),
        st.sampled_from(("Bidang Data", "Bidang Arsip")),
        st.just("Dinas Uji"),
        st.sampled_from((None, "III/c", "III/d")),
        st.sampled_from((None, "2021-04-01", "2025-04-01")),
        st.sampled_from((None, "aktif", "cltn")),
    ),
    min_size=1,
    max_size=3,
    unique_by=lambda row: row[0],
)
MOVEMENTS = st.tuples(
    st.sampled_from(NIPS), st.sampled_from(("pensiun", "cltn", "aktif_kembali")), st.sampled_from(DAYS)
)
EVALUATIONS = st.tuples(st.sampled_from(NIPS), st.sampled_from((2023, 2024)), st.sampled_from(("baik", "kurang")))
NAMES = st.sampled_from(("Kepala Bidang Data", "Kepala Bidang Arsip"))
ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("roster"), st.tuples(st.sampled_from(DAYS), ROWS)),
        st.tuples(st.just("movement"), MOVEMENTS),
        st.tuples(st.just("evaluation"), EVALUATIONS),
        st.tuples(st.just("succession"), st.tuples(NAMES, NAMES).filter(lambda pair: pair[0] != pair[1])),
        st.tuples(st.just("edit"), st.tuples(st.sampled_from(NIPS), st.sampled_from(("III/a", "III/b")))),
    ),
    min_size=1,
    max_size=5,
)
UNDOS = st.lists(st.integers(0, 9), max_size=4)
SEARCH = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def done(db: Database, act: Act) -> None:
    """Do one act; one about somebody unknown finds nobody and writes nothing."""
    what, values = act
    if what == "roster":
        take(db, "roster", ROSTER, values[1], dated=values[0])
    elif what == "movement":
        take(db, "movements", ("nip", "event", "effective_on"), [values])
    elif what == "evaluation":
        take(db, "evaluations", ("nip", "year", "predicate"), [values])
    elif what == "succession":
        take(
            db,
            "successions",
            ("kind", "old", "new", "effective_on", "how"),
            [["position", *values, "2025-05-01", "rename"]],
        )
    else:
        found = db.one("SELECT person_id FROM person_nip WHERE nip = ?", (values[0],))
        if found is not None:
            log = ChangeLog(db, ACTOR, "edit", "keliru")
            edits.span(db, log, facets.GOLONGAN, int(found[0]), "2025-08-01", (values[1],), None)
            log.close()


def batches(db: Database) -> list[int]:
    return [int(number) for (number,) in db.rows("SELECT id FROM batch ORDER BY id")]


def standing(db: Database) -> list[int]:
    return [int(number) for (number,) in db.rows("SELECT id FROM batch WHERE undone_by IS NULL ORDER BY id")]


def with_city(check: Callable[[Database], None]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "kota.sqlite"
        path.write_bytes(empty())
        with open_database(str(path), Access.WRITE) as db:
            check(db)


@cache
def empty() -> bytes:
    """A city of which nothing is known, made once."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "kota.sqlite"
        create(str(path))
        return path.read_bytes()


def whole(result: Undone) -> bool:
    return not result.kept and not result.irreversible


def tried(db: Database, number: int) -> Undone | None:
    """Undo one import; None where another undo has overtaken it."""
    try:
        return undo(db, ACTOR, number)
    except Usage as refused:
        if refused.code != "undo_overtaken":
            raise
        return None


def sound(db: Database) -> None:
    """Nobody holds two posts, units, golongan, standings or kinds on one day; no span ends before it begins; every reference is there."""
    for table in sorted(records.SPANS - {"person_duty"}):
        assert db.rows(f"SELECT * FROM {table} WHERE since > until") == []
        pairs = db.rows(
            f"SELECT a.person_id, a.since, a.until, b.since, b.until FROM {table} a JOIN {table} b"
            " ON b.person_id = a.person_id AND b.since > a.since AND b.since <= a.until"
        )
        assert pairs == [], (table, pairs)
    assert db.rows("PRAGMA foreign_key_check") == []


@SEARCH
@given(ACTS)
def test_undone_last_first_everything_comes_back(acts: list[Act]) -> None:
    def check(db: Database) -> None:
        states = []
        for act in acts:
            before, known = content(db), batches(db)
            done(db, act)
            sound(db)
            if batches(db) != known:
                states.append((batches(db)[-1], before))
        for number, before in reversed(states):
            assert whole(undo(db, ACTOR, number))
            assert content(db) == before

    with_city(check)


@SEARCH
@given(ACTS, st.integers(0, 9))
def test_an_undo_undone_at_once_leaves_no_trace(acts: list[Act], which: int) -> None:
    def check(db: Database) -> None:
        for act in acts:
            done(db, act)
        if not (there := standing(db)):
            return
        before = content(db)
        first = undo(db, ACTOR, there[which % len(there)])
        sound(db)
        without = content(db)
        again = undo(db, ACTOR, first.undo_batch)
        assert whole(again)
        assert content(db) == before
        # And that undone too, it is as it was after the first.
        undo(db, ACTOR, again.undo_batch)
        assert content(db) == without

    with_city(check)


@SEARCH
@given(ACTS, UNDOS, ACTS, UNDOS)
def test_whatever_is_undone_the_spans_stay_sound(
    acts: list[Act], undos: list[int], more: list[Act], again: list[int]
) -> None:
    def check(db: Database) -> None:
        for some, taken_back in ((acts, undos), (more, again)):
            for act in some:
                done(db, act)
            for which in taken_back:
                if there := standing(db):
                    before = content(db)
                    result = tried(db, there[which % len(there)])
                    sound(db)
                    # What it did not do it names.
                    if result is None or not (result.reversed or result.kept or result.irreversible):
                        assert content(db) == before

    with_city(check)


@SEARCH
@given(ACTS, st.randoms(use_true_random=False))
def test_undone_in_any_order_nothing_of_any_act_stays(acts: list[Act], chance: Random) -> None:
    def check(db: Database) -> None:
        before = content(db)
        for act in acts:
            done(db, act)
        there = standing(db)
        chance.shuffle(there)
        for number in there:
            undo(db, ACTOR, number)
            sound(db)
        assert content(db) == before

    with_city(check)


@SEARCH
@given(ACTS, st.randoms(use_true_random=False))
def test_undone_in_any_order_and_brought_back_last_first_all_is_there_again(acts: list[Act], chance: Random) -> None:
    def check(db: Database) -> None:
        for act in acts:
            done(db, act)
        there = standing(db)
        chance.shuffle(there)
        states = []
        for number in there:
            before = content(db)
            states.append((undo(db, ACTOR, number).undo_batch, before))
        for number, before in reversed(states):
            undo(db, ACTOR, number)
            sound(db)
            assert content(db) == before

    with_city(check)


def row(nip: str, post: str, since: str | None = None, golongan: str | None = None, status: str | None = None) -> Any:
    return nip, "Uji Satu", post, since, "Bidang Data", "Dinas Uji", golongan, None, status


LISTED: Act = ("roster", ("2025-06-30", [row(NIPS[0], "Kepala Bidang Data"), row(NIPS[1], "Kepala Bidang Data")]))
TROUBLED = [
    # Two pensions, one before the other, of somebody who is on a later list: taken back, the list's span came again beside the second.
    [LISTED, ("movement", (NIPS[1], "pensiun", "2024-12-31")), ("movement", (NIPS[1], "pensiun", "2025-03-31"))],
    [
        ("roster", ("2025-06-30", [row(NIPS[0], "Kepala Bidang Arsip", "2025-07-01", status="cltn")])),
        ("movement", (NIPS[0], "pensiun", "2025-12-31")),
        ("movement", (NIPS[0], "cltn", "2024-12-31")),
    ],
    # The second list of the day corrects the first, so that its post stood on the person whom the first had brought.
    [
        ("roster", ("2024-12-31", [row(NIPS[0], "Kepala Bidang Data")])),
        ("roster", ("2024-12-31", [row(NIPS[0], "Kepala Bidang Arsip", "2022-01-01", "III/c")])),
    ],
    # The last list says of who has left a post that nobody fills: its span comes and goes with the same row.
    [
        ("roster", ("2025-12-31", [row(NIPS[0], "Arsiparis Ahli Muda", status="cltn")])),
        ("movement", (NIPS[0], "pensiun", "2024-12-31")),
        ("movement", (NIPS[0], "aktif_kembali", "2025-06-30")),
        ("roster", ("2025-03-31", [row(NIPS[0], "Arsiparis Ahli Muda", "2022-01-01", status="aktif")])),
    ],
]


@pytest.mark.parametrize("acts", TROUBLED)
def test_orders_that_left_something_or_laid_spans_over_one_another(acts: list[Act]) -> None:
    for order in permutations(range(len(acts))):

        def check(db: Database, order: tuple[int, ...] = order) -> None:
            before = content(db)
            for act in acts:
                done(db, act)
                sound(db)
            there, states = standing(db), []
            assert len(there) == len(acts)
            for which in order:
                here = content(db)
                states.append((undo(db, ACTOR, there[which]).undo_batch, here))
                sound(db)
            assert content(db) == before
            for number, here in reversed(states):
                undo(db, ACTOR, number)
                sound(db)
                assert content(db) == here

        with_city(check)


def test_a_span_that_came_and_went_with_one_row_is_taken_back_whole() -> None:
    def check(db: Database) -> None:
        for act in TROUBLED[-1]:
            done(db, act)
        assert whole(undo(db, ACTOR, standing(db)[-1]))

    with_city(check)
