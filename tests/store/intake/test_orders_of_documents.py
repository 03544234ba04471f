"""Small worlds of rosters and decrees about one person: whichever is imported first, the same days are known; twice changes nothing."""

from collections.abc import Sequence
from itertools import permutations
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from asnkarier.core.decide.check import Datum
from asnkarier.store.database import Database
from asnkarier.store.intake.session import Intake
from asnkarier.store.intake.undo import undo
from asnkarier.store.queries.sources import Sources
from tests.store.intake.lists import ACTOR, content, take
from tests.store.intake.test_decrees import day_by_day
from tests.store.intake.test_taking_in import ROSTER, SITI, codes, row
from tests.store.intake.test_undo_properties import with_city

MOVEMENT = ("nip", "event", "effective_on")
Document = tuple[str, dict[str, str | None] | str]
"""A day, and what a roster of it says or the event that takes effect on it."""
FIRST: Document = ("2025-12-31", {"employee_kind": "PNS"})
LEFT: Document = ("2026-03-01", "pindah")
BACK: Document = ("2026-08-01", "masuk")


def imported(db: Database, document: Document) -> Intake:
    day, told = document
    if isinstance(told, str):
        return take(db, "movements", MOVEMENT, [[SITI, told, day]], today="2027-06-30")
    return take(db, "roster", ROSTER, [row(SITI, **told)], dated=day, today="2027-06-30")


def known(documents: Sequence[Document]) -> dict[str, Any]:
    """Return what is known of every day; each import undone brings the file back, each repeated changes nothing."""
    result: dict[str, Any] = {}

    def check(db: Database) -> None:
        states = []
        for document in documents:
            before = content(db)
            taken = imported(db, document)
            if taken.log.opened:
                states.append((taken.log.batch_id, before))
        result.update(day_by_day(db))
        for document in documents:
            assert not imported(db, document).log.count, document
        for number, before in reversed(states):
            undone = undo(db, ACTOR, number)
            assert (undone.kept, undone.irreversible) == ([], [])
            assert content(db) == before

    with_city(check)
    return result


def spans(found: dict[str, Any], table: str) -> list[tuple[str, str]]:
    return [(since, until) for since, until, _ in found[table]]


POST: dict[str, str | None] = {"position": "Kepala Bidang Data", "unit": "Bidang Data"}


@pytest.mark.parametrize(
    ("since", "begins"),
    # The TMT of the post taken up on return; without one the list's day; of one before the return the day of the return.
    [("2026-08-01", "2026-08-01"), (None, "2026-12-31"), ("2026-11-01", "2026-11-01"), ("2026-05-01", "2026-08-01")],
)
def test_who_comes_back_holds_what_a_list_of_a_later_day_says(since: str | None, begins: str) -> None:
    last: Document = ("2026-12-31", {**POST, "position_since": since})
    for order in permutations((LEFT, BACK, last)):
        found = known((FIRST, *order))
        assert spans(found, "person_post") == [("2023-01-01", "2026-02-28"), (begins, "9999-12-31")], order
        assert spans(found, "person_unit") == [("2023-01-01", "2026-02-28"), (begins, "9999-12-31")], order
        assert [one[2] for one in found["person_status"]] == ["aktif", "keluar", "aktif"]


def test_a_list_of_somebody_gone_waits_for_the_movement_of_return() -> None:
    def check(db: Database) -> None:
        for document in (FIRST, LEFT):
            imported(db, document)
        before = content(db)
        last: Document = ("2026-12-31", {**POST, "position_since": "2026-08-01"})
        waiting = imported(db, last)
        assert [code for code, _, _ in codes(waiting)] == ["status_against_movement"]
        posts = "SELECT since, until FROM person_post ORDER BY since"
        assert db.rows(posts) == [("2023-01-01", "2026-02-28")]
        again = imported(db, last)
        assert (again.log.count, again.taken[-1].sheet.unchanged) == (0, 1)
        undone = undo(db, ACTOR, waiting.log.batch_id)
        assert (undone.kept, undone.irreversible) == ([], [])
        state = content(db)
        assert {table for table in state if state[table] != before[table]} <= {"unit", "position"}
        imported(db, BACK)
        # Taken back, the list says nothing any more.
        assert db.rows(posts) == [("2023-01-01", "2026-02-28")]

    with_city(check)


def test_sources_are_the_rows_that_say_it_and_not_what_was_taken_out() -> None:
    def check(db: Database) -> None:
        wrong: Document = ("2026-06-30", {"golongan": "IV/a", "golongan_since": "2026-04-01"})
        for document in (
            FIRST,
            wrong,
            ("2026-06-30", {}),
            LEFT,
            ("2026-12-31", {**POST, "position_since": "2026-08-01"}),
            BACK,
        ):
            imported(db, document)
        sources = Sources(db, "2026-12-31")
        found = {}
        for table, field in (("person_post", "position"), ("person_golongan", "golongan")):
            source = sources.of(1, Datum(table, 0, field))
            assert source is not None
            dated = {str(batch): day for batch, day in db.rows("SELECT batch_id, dated FROM batch_sheet")}
            found[field] = (source.cell, dated[str(source.batch)])
        # The slip of June's first list is no source of the golongan; the post stands on December's list, not on the movement.
        assert found == {"position": ("C2", "2026-12-31"), "golongan": ("H2", "2025-12-31")}

    with_city(check)


DAYS = ("2026-02-15", "2026-05-31", "2026-12-31")
ROSTERS = st.tuples(
    st.sampled_from(DAYS),
    st.fixed_dictionaries(
        {
            "position": st.sampled_from(("Kepala Bidang Data", "Kepala Bidang Umum")),
            "unit": st.sampled_from(("Bidang Data", "Bidang Umum")),
            "position_since": st.sampled_from((None, "2026-02-01", "2026-08-01", "2026-12-01")),
            "status": st.sampled_from(("aktif", None)),
        }
    ),
).filter(lambda one: (one[1]["position_since"] or "") <= one[0])
WORLDS = st.tuples(st.lists(st.sampled_from((LEFT, BACK)), unique=True), st.lists(ROSTERS, max_size=1))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(WORLDS)
@example(([LEFT, BACK], [("2026-12-31", {**POST, "position_since": None})]))
def test_no_order_of_documents_decides_anything(world: tuple[list[Document], list[Document]]) -> None:
    decrees, lists = world
    documents = [*decrees, *lists]
    found = [known((FIRST, *order)) for order in permutations(documents)]
    for one in found:
        assert {table: [span[:2] for span in spans] for table, spans in one.items()} == {
            table: [span[:2] for span in spans] for table, spans in found[0].items()
        }
        assert one["person_status"] == found[0]["person_status"]
