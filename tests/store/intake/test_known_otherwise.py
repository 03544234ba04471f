"""A row that may be one the file knows already, since one of the two leaves a part of what names it out.

Where it can be no other and nothing contradicts, the two are one fact; else both stand, and a warning says which.
"""

from itertools import permutations
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from asnkarier.core.access import Access
from asnkarier.core.finding import Finding
from asnkarier.store.database import Database, create, open_database
from asnkarier.store.intake.session import Intake
from asnkarier.store.intake.undo import undo
from tests.store.intake.lists import ACTOR, content, take
from tests.store.intake.test_taking_in import BUDI, ROSTER, SITI, codes, counts, db, row

__all__ = ("db",)
TRAINING = ["nip", "title", "started_on", "ended_on", "year", "jp", "certificate"]
RECAP = [SITI, "Bimtek Data", None, None, 2025, 120_000, None]
WHOLE = [SITI, "BIMTEK  DATA", "2025-02-01", "2025-02-03", 2025, 120_000, "B-1"]
START = [SITI, "Bimtek Data", "2025-02-01", None, None, 120_000, None]
JUNE = [SITI, "Bimtek Data", "2025-06-01", "2025-06-03", 2025, 120_000, None]
TOLD = [("fact_known_otherwise", "warning", "A2")]
KNOWN = "SELECT title, started_on, ended_on, dated, year, jp, certificate FROM training ORDER BY dated"
ONE = [("BIMTEK  DATA", "2025-02-01", "2025-02-03", "2025-02-03", 2025, 120_000, "B-1")]
NEW, UPDATED, UNCHANGED = (1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0)


def findings(intake: Intake) -> list[Finding]:
    return [finding for taken in intake.taken for finding in taken.sheet.findings]


def changed(row: list[Any], **values: Any) -> list[Any]:
    return [values.get(name, value) for name, value in zip(TRAINING, row, strict=True)]


@pytest.mark.parametrize(
    ("first", "second", "outcome"),
    [
        (RECAP, WHOLE, UPDATED),
        (WHOLE, RECAP, UNCHANGED),
        # The same title and first day: a list that gives no last day is known by the first.
        (START, WHOLE, UPDATED),
        (WHOLE, START, UNCHANGED),
        (WHOLE, changed(RECAP, jp=None), UNCHANGED),
        (changed(RECAP, jp=None), WHOLE, UPDATED),
        (WHOLE, changed(RECAP, year=None), UNCHANGED),
        (
            changed(WHOLE, certificate=None),
            changed(RECAP, certificate="B-1"),
            UPDATED,
        ),  # each says what the other does not
    ],
)
def test_a_training_of_two_lists_is_one(db: Database, first: list[Any], second: list[Any], outcome: object) -> None:
    take(db, "roster", ROSTER, [row()], dated="2026-06-30")
    take(db, "trainings", TRAINING, [first])
    before = content(db)
    intake = take(db, "trainings", TRAINING, [second])
    assert (counts(intake), codes(intake), db.rows(KNOWN)) == (outcome, [], ONE)
    for again in (first, second):
        assert counts(take(db, "trainings", TRAINING, [again])) == UNCHANGED
    if outcome == UPDATED:
        undo(db, ACTOR, intake.log.batch_id)
        assert content(db) == before


def test_a_training_of_another_first_day_or_hours_is_another_one(db: Database) -> None:
    """1 February without a last day; of 2 to 3 February, and of 1 to 3 February with other hours."""
    take(db, "roster", ROSTER, [row()], dated="2026-06-30")
    take(db, "trainings", TRAINING, [START])
    later = take(db, "trainings", TRAINING, [changed(WHOLE, started_on="2025-02-02")])
    assert (counts(later), codes(later)) == (NEW, [])
    other = take(db, "trainings", TRAINING, [changed(WHOLE, ended_on="2025-02-04", jp=200_000)])
    assert (counts(other), codes(other)) == (NEW, TOLD)
    # Both in one list are one, whichever row stands first.
    for rows in ([START, WHOLE], [WHOLE, START]):
        theirs = [[BUDI, *line[1:]] for line in rows]
        take(db, "roster", ROSTER, [row(BUDI)], dated="2026-06-30")
        take(db, "trainings", TRAINING, theirs)
        ours = db.rows("SELECT ended_on FROM training t JOIN person_nip n USING (person_id) WHERE n.nip = ?", (BUDI,))
        assert ours == [("2025-02-03",)]


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (RECAP, changed(WHOLE, jp=200_000), TOLD),  # 12 JP and 20 JP
        (changed(WHOLE, jp=200_000), RECAP, TOLD),
        (RECAP, [SITI, "Bimtek Data", None, "2024-12-31", 2024, 120_000, None], []),  # of another year
        (WHOLE, JUNE, []),  # held twice in the year
        (RECAP, [SITI, "Bimtek Arsip", "2025-02-01", "2025-02-03", 2025, 120_000, None], []),
    ],
)
def test_what_contradicts_stands_twice(db: Database, first: list[Any], second: list[Any], found: list[object]) -> None:
    take(db, "roster", ROSTER, [row()], dated="2026-06-30")
    take(db, "trainings", TRAINING, [first])
    intake = take(db, "trainings", TRAINING, [second])
    assert (counts(intake), codes(intake)) == (NEW, found)
    assert codes(take(db, "trainings", TRAINING, [second])) == []  # the same again is unchanged


def test_the_warning_names_what_counts_twice(db: Database) -> None:
    take(db, "roster", ROSTER, [row()], dated="2026-06-30")
    take(db, "trainings", TRAINING, [WHOLE])
    (finding,) = findings(take(db, "trainings", TRAINING, [changed(RECAP, jp=200_000)]))
    assert dict(finding.values) == {"known": "BIMTEK  DATA · 2025-02-03 (≠ JP)", "count": 2}


def test_what_repeats_one_of_two_is_one_of_them(db: Database) -> None:
    take(db, "roster", ROSTER, [row()], dated="2026-06-30")
    intake = take(db, "trainings", TRAINING, [WHOLE, JUNE, RECAP])  # in one list too, in any order
    assert (counts(intake), codes(intake)) == ((2, 0, 1, 0), [])
    assert counts(take(db, "trainings", TRAINING, [RECAP, JUNE, WHOLE])) == (0, 0, 3, 0)


def test_what_says_more_than_one_of_two_stands_for_itself(db: Database) -> None:
    """Of which of them the 12 JP are, nobody says."""
    take(db, "roster", ROSTER, [row()], dated="2026-06-30")
    intake = take(db, "trainings", TRAINING, [changed(WHOLE, jp=None), changed(JUNE, jp=None), RECAP])
    assert (counts(intake), codes(intake)) == ((3, 0, 0, 0), [("fact_known_otherwise", "warning", "A4")])
    (finding,) = findings(intake)
    assert dict(finding.values) == {"known": "BIMTEK  DATA · 2025-02-03; Bimtek Data · 2025-06-03", "count": 3}


def two_trainings_and_no_more(db: Database, lists: list[list[list[Any]]]) -> None:
    """Take the lists, twice: they tell of two trainings of 12 JP."""
    take(db, "roster", ROSTER, [row()], dated="2026-06-30")
    for rows in lists:
        assert codes(take(db, "trainings", TRAINING, rows)) == []
    assert db.rows("SELECT dated, jp FROM training ORDER BY dated") == [
        ("2025-02-03", 120_000),
        ("2025-06-03", 120_000),
    ]
    for rows in lists:
        assert counts(take(db, "trainings", TRAINING, rows))[:2] == (0, 0)


@pytest.mark.parametrize(
    "lists",
    [
        *([[one] for one in order] for order in permutations((RECAP, WHOLE, JUNE))),
        [[RECAP], [JUNE, WHOLE]],
        [[JUNE, WHOLE], [RECAP]],
        [[WHOLE, RECAP, JUNE]],
    ],
)
def test_a_recap_and_two_of_the_year_in_any_order(db: Database, lists: list[list[list[Any]]]) -> None:
    """Two trainings of 12 JP each, whichever list comes first; each list read again changes nothing."""
    two_trainings_and_no_more(db, lists)


DATED = [changed(one, year=None) for one in (WHOLE, JUNE)]


@pytest.mark.parametrize(
    "lists",
    [
        *([[one] for one in order] for order in permutations((RECAP, *DATED))),
        [[RECAP], DATED],
        [DATED, [RECAP]],
        [[DATED[1], RECAP, DATED[0]]],
        [DATED, [changed(RECAP, jp=None)]],
    ],
)
def test_a_day_says_its_year(db: Database, lists: list[list[list[Any]]]) -> None:
    """A list of days has no column of years: a recap of 2025 tells nothing new of two trainings held in 2025, in any order."""
    two_trainings_and_no_more(db, lists)


@pytest.mark.parametrize(
    ("recap", "found"),
    [
        (changed(RECAP, year=2024), []),  # another training
        (changed(RECAP, jp=300_000), TOLD),
        (changed(RECAP, certificate="B-9"), TOLD),  # of which of the two it is, nobody says
    ],
)
def test_a_recap_that_says_something_else_stands(db: Database, recap: list[Any], found: list[object]) -> None:
    take(db, "roster", ROSTER, [row()], dated="2026-06-30")
    take(db, "trainings", TRAINING, [changed(one, certificate=None) for one in DATED])
    intake = take(db, "trainings", TRAINING, [recap])
    assert (counts(intake), codes(intake)) == (NEW, found)


def test_the_first_of_two_is_the_one_known(db: Database) -> None:
    take(db, "roster", ROSTER, [row()], dated="2026-06-30")
    take(db, "trainings", TRAINING, [RECAP])
    intake = take(db, "trainings", TRAINING, [JUNE, WHOLE])
    assert (counts(intake), codes(intake)) == ((1, 1, 0, 0), [])


def test_what_was_one_stays_one_when_another_is_held(db: Database) -> None:
    take(db, "roster", ROSTER, [row()], dated="2026-06-30")
    take(db, "trainings", TRAINING, [RECAP])
    take(db, "trainings", TRAINING, [WHOLE])
    take(db, "trainings", TRAINING, [JUNE])
    intake = take(db, "trainings", TRAINING, [RECAP])
    assert (counts(intake), codes(intake)) == (UNCHANGED, [])


def test_both_in_one_list(db: Database) -> None:
    take(db, "roster", ROSTER, [row(), row(BUDI)], dated="2026-06-30")
    other = changed(RECAP, nip=BUDI)
    intake = take(db, "trainings", TRAINING, [RECAP, WHOLE, other])
    assert (counts(intake), codes(intake)) == ((2, 0, 1, 0), [])


EDUCATION = ["nip", "education", "field_of_study", "graduated"]
DISCIPLINE = ["nip", "level", "sanction", "decided_on"]
EXAM = ["nip", "exam", "target", "taken_on", "result"]


@pytest.mark.parametrize(
    ("kind", "fields", "less", "more", "other"),
    [
        (
            "educations", EDUCATION,
            [SITI, "S2", None, "2015"], [SITI, "S2", "Manajemen", "2015-08-20"], [SITI, "S2", "Ilmu Hukum", "2018"],
        ),
        (
            "discipline", DISCIPLINE,
            [SITI, "sedang", None, "2024-05-01"], [SITI, "sedang", "Potong tukin", "2024-05-01"], [SITI, "berat", "Bebas jabatan", "2024-05-01"],
        ),
        (
            "exams", EXAM,
            [SITI, "ukom", None, "2024-05-01", "pass"], [SITI, "ukom", "Arsiparis", "2024-05-01", "pass"],
            [SITI, "ukom", "Auditor", "2024-05-01", "fail"],
        ),
    ],
)  # fmt: skip
def test_other_kinds(
    db: Database, kind: str, fields: list[str], less: list[Any], more: list[Any], other: list[Any]
) -> None:
    take(db, "roster", ROSTER, [row()], dated="2026-06-30")
    assert counts(take(db, kind, fields, [less])) == NEW
    assert counts(take(db, kind, fields, [more])) == UPDATED
    assert counts(take(db, kind, fields, [other])) == NEW  # of another year, level or result
    assert counts(take(db, kind, fields, [less])) == UNCHANGED


TITLES = ("Bimtek Data", "Bimtek Arsip", "Bimtek Pajak")
RECAPS = st.dictionaries(st.sampled_from(TITLES), st.sampled_from((None, 120_000, 200_000)))
WHOLES = st.dictionaries(st.sampled_from(TITLES), st.sampled_from((None, 120_000)))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(RECAPS, WHOLES)
def test_the_order_of_the_lists_does_not_matter(recap: dict[str, int | None], whole: dict[str, int | None]) -> None:
    """A recap and a list with days, each with a title at most once: the same facts in either order, in two imports or one."""
    one = [[SITI, title, None, None, 2025, jp, None] for title, jp in recap.items()]
    two = [[SITI, title.upper(), "2025-02-01", "2025-02-03", None, jp, "B-1"] for title, jp in whole.items()]
    columns = "title_key, dated, started_on, ended_on, year, jp, certificate"
    found = []
    for lists in [*permutations((one, two)), ([*one, *two],), ([*two, *one],)]:
        with TemporaryDirectory() as folder:
            create(f"{folder}/a.sqlite")
            with open_database(f"{folder}/a.sqlite", Access.WRITE) as base:
                take(base, "roster", ROSTER, [row()], dated="2026-06-30")
                before = content(base)
                numbers = [take(base, "trainings", TRAINING, rows).log for rows in lists]
                again = [counts(take(base, "trainings", TRAINING, rows))[:2] for rows in lists]
                assert set(again) <= {(0, 0)}
                found.append(sorted(base.rows(f"SELECT {columns} FROM training"), key=repr))
                for log in reversed(numbers):
                    if log.opened:
                        undo(base, ACTOR, log.batch_id)
                assert content(base) == before
    assert all(one == found[0] for one in found)


DECREE = ["nip", "level", "sanction", "decided_on", "effective_on", "ends_on", "decree"]
SANCTION = [
    SITI,
    "sedang",
    "Penundaan kenaikan gaji berkala 1 tahun",
    "2024-02-01",
    "2024-02-15",
    "2025-02-14",
    "800/1",
]
OTHER_WORDS = "Penundaan Kenaikan Gaji Berkala selama 1 (satu) tahun"


def said(**values: Any) -> list[Any]:
    return [values.get(name, value) for name, value in zip(DECREE, SANCTION, strict=True)]


@pytest.mark.parametrize(
    ("second", "outcome", "found"),
    [
        (said(sanction=OTHER_WORDS), UNCHANGED, []),
        (said(sanction=OTHER_WORDS, decree="800 / 1", ends_on=None), UNCHANGED, []),
        (said(sanction=OTHER_WORDS, ends_on="2025-02-13"), NEW, TOLD),  # the ends contradict
        (said(sanction="Penurunan pangkat"), NEW, TOLD),  # other words: perhaps a correction
        (said(sanction=OTHER_WORDS, decree="800/2"), NEW, []),
        (said(sanction=OTHER_WORDS, decided_on="2024-02-02"), NEW, []),
        (said(sanction=OTHER_WORDS, decree=None), NEW, []),  # nothing names the decree
    ],
)
def test_a_sanction_of_one_decree_from_two_lists(
    db: Database, second: list[Any], outcome: object, found: list[object]
) -> None:
    take(db, "roster", ROSTER, [row()], dated="2026-06-30")
    take(db, "discipline", DECREE, [SANCTION])
    intake = take(db, "discipline", DECREE, [second])
    assert (counts(intake), codes(intake)) == (outcome, found)
    for again in (SANCTION, second):
        assert counts(take(db, "discipline", DECREE, [again])) == UNCHANGED


def test_a_second_list_gives_the_end_of_a_sanction(db: Database) -> None:
    take(db, "roster", ROSTER, [row()], dated="2026-06-30")
    take(db, "discipline", DECREE, [said(ends_on=None)])
    before = content(db)
    intake = take(db, "discipline", DECREE, [said(sanction=OTHER_WORDS)])
    assert counts(intake) == UPDATED
    assert db.rows("SELECT sanction, ends_on FROM discipline") == [(SANCTION[2], "2025-02-14")]
    undo(db, ACTOR, intake.log.batch_id)
    assert content(db) == before
