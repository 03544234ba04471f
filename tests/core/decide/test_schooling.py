"""The education of a day: degrees by the day of their graduation, beside what the roster of that day says."""

import pytest

from asnkarier.core.decide.records import Degree, Records
from asnkarier.core.decide.schooling import fields_of, had, schooled
from asnkarier.core.person import Person


def person(education: str | None, field: str | None = None) -> Person:
    of_the_day = {"id": 1, "nip": "", "name": "Adi", "education": education, "field_of_study": field}
    return Person(**{name: of_the_day.get(name) for name in Person._fields})  # type: ignore[arg-type]  # the rest is not known


def degree(education: str, graduated: str | None = None, field: str | None = None, told: str = "") -> Degree:
    return Degree(education, field, graduated, None, 7, told)


LISTED = "2024-07-01"
"""The day of the list that tells of a degree, where the degree itself does not say enough."""


@pytest.mark.parametrize(
    ("graduated", "day", "expected"),
    [
        ("2024-05-20", "2024-05-19", False),
        ("2024-05-20", "2024-05-20", True),
        ("2024", "2023-12-31", False),
        ("2024", "2024-01-01", None),  # any day of the year
        ("2024", "2024-06-30", None),
        ("2024", "2024-07-01", True),  # whoever listed it on that day says so
        ("2024", "2025-01-01", True),
        (None, "2024-06-30", None),
        (None, "2024-07-01", True),
    ],
)
def test_a_degree_counts_from_its_day(graduated: str | None, day: str, expected: bool | None) -> None:
    assert had(degree("S1", graduated, told=LISTED), day) is expected


def test_a_year_is_over_on_its_last_day() -> None:
    assert had(degree("S1", "2024", told="2025-03-01"), "2024-12-30") is None
    assert had(degree("S1", "2024", told="2025-03-01"), "2024-12-31") is True


@pytest.mark.parametrize(
    ("roster", "degrees", "expected"),
    [
        ("SLTA", (), ("SLTA", "SLTA")),
        ("SLTA", (("S1", "2024-05-20"),), ("SLTA", "SLTA")),  # taken after the day
        ("SLTA", (("S1", "2023-05-20"),), ("S1", "S1")),
        ("SLTA", (("S1", "2024"),), ("SLTA", "S1")),
        ("SLTA", (("S1", None),), ("SLTA", "S1")),
        ("S2", (("S1", "2008"), ("S2", "2024-05-20")), ("S1", "S1")),  # the roster speaks of what came later
        ("S2", (("S2", "2024-05-20"),), (None, None)),  # what was before it, nothing tells
        ("S1", (("D-IV", "2008"), ("S1", "2024-05-20")), ("S1", "S1")),  # of the same level
        ("S1", (("S2", "2024-05-20"),), ("S1", "S1")),
        (None, (("SLTA", "2004"), ("S1", "2024")), ("SLTA", "S1")),
        (None, (("S1", "2024"),), (None, None)),
    ],
)
def test_between_two_levels(
    roster: str | None, degrees: tuple[tuple[str, str | None], ...], expected: tuple[str | None, str | None]
) -> None:
    held = [degree(level, graduated, told=LISTED) for level, graduated in degrees]
    found = schooled(person(roster), Records(degrees={1: held}), "2024-03-01")
    assert (found.low, found.high) == expected


def test_fields_of_the_day() -> None:
    law, state = degree("S1", "2008", "Hukum"), degree("S2", "2024-05-20", "Ilmu Pemerintahan")
    perhaps = degree("S2", "2024", "Manajemen", LISTED)
    records = Records(degrees={1: [law, state, perhaps]})
    # The roster of later names the field of the degree that was not taken yet.
    before = fields_of(person("S2", "Ilmu Pemerintahan"), records, "2024-03-01")
    assert before == [("Hukum", True, law), ("Manajemen", False, perhaps)]
    after = fields_of(person("S2", "Ilmu Pemerintahan"), records, "2024-12-31")
    assert [(name, sure) for name, sure, _ in after] == [
        ("Ilmu Pemerintahan", True),
        ("Hukum", True),
        ("Ilmu Pemerintahan", True),
        ("Manajemen", True),
    ]
