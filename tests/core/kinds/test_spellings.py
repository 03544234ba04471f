"""The further spellings of headers: each names a field there is, and means that field alone in its kind."""

from collections import Counter

import pytest

from asnkarier.core.appraisal.periods import PERIODS, months_in, period_of
from asnkarier.core.kinds.catalogue import KINDS
from asnkarier.core.kinds.spellings import FURTHER
from asnkarier.core.kinds.vocabulary import SPELLINGS
from asnkarier.core.rules.sanctions import LEVELS
from asnkarier.core.text import folded
from asnkarier.ingest.header.headers import of_kind


def kinds_with(kind: str, field: str) -> list[str]:
    return [name for name, spec in KINDS.items() if kind in ("*", name) and any(f.name == field for f in spec.fields)]


@pytest.mark.parametrize("meaning", FURTHER)
def test_each_further_header_means_its_field(meaning: str) -> None:
    kind, _, field = meaning.partition(".")
    kinds = kinds_with(kind, field)
    assert kinds
    for name in kinds:
        index = of_kind(name)
        headers = [folded(header.replace(" > ", " ")) for header in FURTHER[meaning].split("|")]
        assert [header for header in headers if field not in index[header].fields] == []


def test_no_further_header_stands_twice() -> None:
    for kind in KINDS:
        said = Counter(
            folded(header)
            for meaning, line in FURTHER.items()
            if meaning.partition(".")[0] in ("*", kind) and kind in kinds_with(*meaning.split("."))
            for header in line.split("|")
        )
        assert [header for header, count in said.items() if count > 1] == []


def test_periods_and_levels_of_sanctions_are_those_of_the_sheets() -> None:
    assert set(SPELLINGS["period"]) == set(PERIODS)
    assert tuple(SPELLINGS["discipline_level"]) == LEVELS


@pytest.mark.parametrize(
    ("period", "first", "last"), [("annual", 1, 12), ("S1", 1, 6), ("S2", 7, 12), ("Q3", 7, 9), ("M12", 12, 12)]
)
def test_months_of_a_period(period: str, first: int, last: int) -> None:
    assert list(months_in(period)) == list(range(first, last + 1))
    if period != "annual":
        assert {period_of(period[0], month) for month in (first, last)} == {period}
