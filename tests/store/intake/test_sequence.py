"""Rows of one person that cannot both be: two definitive posts at once, a cumulative credit that falls though some is added."""

import pytest

from asnkarier.law.load import regulations
from asnkarier.store.database import Database
from tests.store.intake.lists import take
from tests.store.intake.test_taking_in import BUDI, ROSTER, SITI, codes, db, row

__all__ = ("db",)
OPENS = frozenset(kind for version in regulations().credit.versions for kind in version.value.opens_level)
HISTORY = ("nip", "position", "since", "until", "acting")
CREDITS = ("nip", "decided_on", "kind", "amount", "cumulative", "level")


@pytest.fixture(autouse=True)
def people(db: Database) -> None:
    take(db, "roster", ROSTER, [row(), row(BUDI)], dated="2026-06-30")


def held(name: str, since: str, until: str | None, acting: str | None = None) -> list[str | None]:
    return [SITI, name, since, until, acting]


def test_two_definitive_posts_over_the_same_years_are_told_with_both_cells(db: Database) -> None:
    rows = [held("Kepala Seksi A", "2015-01-01", "2019-12-31"), held("Kepala Seksi B", "2017-01-01", "2020-12-31")]
    told = take(db, "history", HISTORY, rows)
    assert codes(told) == [("posts_at_once", "warning", "C3")]
    values = told.taken[-1].sheet.findings[0].values
    assert (values["post"], values["other"], values["cell"]) == ("Kepala Seksi B", "Kepala Seksi A", "Data!C2")
    # Of another list the other cell names its file.
    later = take(db, "history", HISTORY, [held("Kepala Seksi C", "2018-01-01", "2018-06-30")])
    assert codes(later) == [("posts_at_once", "warning", "C2")] * 2
    cells = {finding.values["cell"] for finding in later.taken[-1].sheet.findings}
    assert cells == {"daftar.xlsx · Data!C2", "daftar.xlsx · Data!C3"}


@pytest.mark.parametrize(
    ("since", "until", "acting", "warned"),
    [
        ("2020-01-01", None, None, False),  # the day after
        ("2019-12-31", None, None, False),  # handed over on the last day
        ("2019-12-30", None, None, True),
        ("2017-01-01", "2018-01-01", "plt", False),
        ("2017-01-01", "2018-01-01", "tambahan", False),
        ("2014-01-01", None, None, False),  # a row without an end ends with the next
    ],
)
def test_both_sides_of_one_post_at_a_time(
    db: Database, since: str, until: str | None, acting: str | None, warned: bool
) -> None:
    first = held("Kepala Seksi A", "2015-01-01", "2019-12-31", "definitif")
    told = take(db, "history", HISTORY, [first, held("Kepala Seksi B", since, until, acting)])
    assert ("posts_at_once" in [code for code, *_ in codes(told)]) == warned


def pak(day: str, kind: str, amount: int, cumulative: int, level: str | None = None) -> list[object]:
    return [SITI, day, kind, amount, cumulative, level]


@pytest.mark.parametrize(
    ("second", "warned"),
    [
        (pak("2025-01-15", "konversi", 250_000, 1_000_000), True),  # 112.5 + 25 is 137.5, not 100
        (pak("2025-01-15", "konversi", 250_000, 1_125_000), False),  # no less than before
        (pak("2025-01-15", "konversi", 250_000, 1_000_000, "jf_ahli_muda"), False),  # another level
        (pak("2025-01-15", "penyetaraan", 250_000, 1_000_000), False),  # begins anew
    ],
)
def test_a_cumulative_credit_that_falls(db: Database, second: list[object], warned: bool) -> None:
    told = take(db, "credits", CREDITS, [pak("2024-01-15", "konversi", 375_000, 1_125_000), second], opens_level=OPENS)
    assert codes(told) == ([("cumulative_fell", "warning", "E3")] if warned else [])
    if warned:
        values = told.taken[-1].sheet.findings[0].values
        assert [values[name] for name in ("before", "after", "amount", "cell")] == ["112.5", "100", "25", "Data!E2"]
