"""Evaluations told as numbers say exactly what stands in the file, whatever stands there."""

from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

import pytest

from asnkarier.core.access import Access
from asnkarier.store.database import Database, create, open_database
from asnkarier.store.queries.appraisal.kinds import PERIODS, Kinds, Said

RATINGS = ("above", "meets", "below", None)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    path = str(tmp_path / "kota.sqlite")
    create(path)
    with open_database(path, Access.WRITE) as found:
        yield found


def _read(db: Database, rows: Sequence[tuple[object, ...]]) -> list[tuple[int, Said]]:
    """Write evaluations, each of a person of its own, and read them back."""
    for person in range(1, len(rows) + 1):
        db.execute("INSERT INTO person (id, name) VALUES (?, ?)", (person, f"UJI {person}"))
    db.many(
        f"INSERT INTO evaluation (id, person_id, {', '.join(Said._fields)}) VALUES ({', '.join('?' * 11)})",
        [(1_000 + person, person, *row) for person, row in enumerate(rows, 1)],
    )
    kinds = Kinds(db, "year >= ?", (1990,))
    found = list(kinds.each())
    assert [(person, record) for person, record, _ in found] == [(n, 1_000 + n) for n in range(1, len(rows) + 1)]
    return [(number, kinds.said(number)) for _, _, number in found]


def test_what_a_number_tells_is_what_stands_there(db: Database) -> None:
    words = ("sangat_baik", "baik", "butuh_perbaikan", "kurang", "sangat_kurang", None)
    days = (("", None), ("2025-01-01", "2025-12-31"))
    rows = [
        (2025, period, *span, work, behaviour, predicate, None, None)
        for period, span, work, behaviour, predicate in product(PERIODS, days, RATINGS, RATINGS, words)
    ]
    found = _read(db, rows)
    assert [tuple(said) for _, said in found] == rows
    assert all(number > 0 for number, _ in found)
    assert len({number for number, _ in found}) == len(rows)  # no two say the same


@pytest.mark.parametrize(
    "row",
    [
        (2025, "annual", "2025-02-01", "2025-12-31", "meets", "meets", "baik", None, None),  # a part of the year
        (2025, "annual", "2025-01-01", "2025-12-30", "meets", "meets", "baik", None, None),
        (2025, "annual", "2024-01-01", "2024-12-31", "meets", "meets", "baik", None, None),  # the days of another year
        (2025, "annual", "", "2025-12-31", "meets", "meets", "baik", None, None),
        (2025, "annual", "2025-01-01", None, "meets", "meets", "baik", None, None),
        (2020, "annual", "", None, None, None, None, 915_000, None),  # a score that decides
        (2020, "annual", "", None, None, None, None, 1_200_000, "ya"),
        (2020, "annual", "", None, None, None, None, None, "ya"),
        (2025, "annual", "", None, "", "meets", "baik", None, None),  # words of no list
        (2025, "annual", "", None, "meets", "", "baik", None, None),
        (2025, "annual", "", None, "meets", "meets", "", None, None),
        (2025, "annual", "", None, "meets", "meets", "Baik", 900_000, None),
        (2025, "triwulan", "", None, "meets", "meets", "baik", None, None),
    ],
)
def test_what_no_number_tells_is_read_as_it_stands(db: Database, row: tuple[object, ...]) -> None:
    plain = (2025, "annual", "", None, "meets", "meets", "baik", None, None)
    found = _read(db, [plain, row])
    assert [tuple(said) for _, said in found] == [plain, row]
    assert found[0][0] > 0 > found[1][0]


def test_beside_a_recorded_predicate_the_score_stays_away(db: Database) -> None:
    rows: list[tuple[object, ...]] = [
        (2025, "annual", "", None, "meets", "meets", "baik", score, idea)
        for score, idea in ((900_000, "ya"), (None, None))
    ]
    (scored, said), (plain, _) = _read(db, rows)
    assert scored == plain
    assert tuple(said) == rows[1]


def test_who_was_evaluated_alike_is_on_one_path_in_the_order_recorded(db: Database) -> None:
    for person in (1, 2, 3, 4):
        db.execute("INSERT INTO person (id, name) VALUES (?, ?)", (person, f"UJI {person}"))
    recorded = [(1, 2024), (2, 2025), (1, 2025), (3, 2024), (2, 2024), (3, 2025), (4, 2024)]
    db.many(
        "INSERT INTO evaluation (id, person_id, year, period, started_on, predicate) VALUES (?, ?, ?, 'annual', '', 'baik')",
        [(record, person, year) for record, (person, year) in enumerate(recorded, 1)],
    )
    kinds = Kinds(db, "year >= ?", (1990,))
    path_of, paths = kinds.paths()
    years = {person: [kinds.said(number).year for number in paths[path]] for person, path in path_of.items()}
    assert years == {1: [2024, 2025], 2: [2025, 2024], 3: [2024, 2025], 4: [2024]}
    assert path_of[1] == path_of[3] != path_of[2]
    assert paths[0] == ()  # of whoever has none
