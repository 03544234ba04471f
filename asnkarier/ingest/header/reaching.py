"""Of which days a list speaks, as the rows above it say: of a register, those in which it can be complete."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from asnkarier.ingest.cells.checks import first_day_of, last_day_of

UNCLEAR: Final = "?"
"""The title names a part of a year, or several, whose last day cannot be told from it."""

_REGULATION: Final = re.compile(
    r"(?i)\b(?:undang|uu|peraturan|pp|perpres|perpu|perda|perwa\w*|perbup|permen\w*|perka\w*|perbkn|keputusan|kep\w*|sk|surat|se)\b"
    r"[^,;]*?\b\d+\w*(?:[/.\-]\w+)*\s+tahun\s+\d{4}"
)
"""`PP 94 TAHUN 2021`: the year of a regulation is not the list's."""
_YEARS: Final = re.compile(
    r"(?i)\b(?:tahun(?:an)?(?:\s+anggaran)?|thn\.?|t\.?a\.?)\s*:?\s*((?:19|20)\d\d(?:\s*(?:-|–|/|,|&|dan|s\.?/?d\.?|sampai(?:\s+dengan)?|hingga)+\s*(?:tahun\s+)?(?:19|20)\d\d)*)"
)


_YEAR: Final = r"(?:19|20)\d\d"
_RANGE: Final = re.compile(r"(?i)-|–|/|s\.?/?d|sampai|hingga")
_ENDS_WITH: Final = re.compile(r"(?i)(?:\bs\.?\s?/?\s?d\.?|\bsampai(?:\s+dengan)?|\bhingga)\s*(?:akhir\s+)?\Z")
_DAY_OF_YEAR: Final = re.compile(r"(?i)\b\d{1,2}\s+[a-z]+\s+tahun\s+\d{4}")
"""`31 DESEMBER TAHUN 2025` is a day; its year alone is not named."""


def last_day(
    titles: Sequence[str], dated: str | None, period: str | None, years: Sequence[int], days: Sequence[str]
) -> str | None:
    """Return the last day that the rows above a list name, `UNCLEAR` where it cannot be told, None where they name none.

    `dated` and `period` are what else was read from these rows; `years` stand beside a part of a year or behind a key, `days`
    are the last of those that a period lies between.
    """
    if dated or days:
        return max([*days, *([dated] if dated else [])])
    if period == UNCLEAR:
        return UNCLEAR
    named = [*years, *(year for title in titles for year in _years_in(title))]
    if not named:
        return None
    return last_day_of(max(named), period or "annual") if len(set(named)) == 1 else f"{max(named)}-12-31"


def first_day(
    titles: Sequence[str], period: str | None, years: Sequence[int], days: Sequence[str], last: str | None
) -> str | None:
    """Return the first day that the rows above a list name; None where they name a last one alone, or none.

    `TAHUN 2025` begins on its first day, `S.D. TAHUN 2025` and `KEADAAN 31 DESEMBER 2025` do not begin. Of years with a gap between
    them those after it are named. `days` are the first of those that a period lies between, `last` is the last day of all.
    """
    if last in (None, UNCLEAR):
        return None
    if days:
        return min(days)
    runs = [run for title in titles for run in _runs_in(_DAY_OF_YEAR.sub(" ", title))]
    if any(run[0] is None for run in runs):
        return None
    named = {*years, *(year for first, until in runs if first is not None for year in range(first, until + 1))}
    if not named:
        return None
    first = max(named)
    while first - 1 in named:
        first -= 1
    return first_day_of(first, (period or "annual") if len(named) == 1 else "annual")


def _runs_in(title: str) -> Iterator[tuple[int | None, int]]:
    """Yield the years of a title as runs, each its first and its last; None is the first of one that only ends."""
    clean = _REGULATION.sub(" ", title)
    for match in _YEARS.finditer(clean):
        years = [int(year) for year in re.findall(_YEAR, match[1])]
        if _ENDS_WITH.search(clean[: match.start()]) and len(years) == 1:
            yield None, years[0]
        elif len(years) > 1 and _RANGE.search(match[1]):
            yield min(years), max(years)
        else:
            yield from ((year, year) for year in years)


def _years_in(title: str) -> list[int]:
    """Return the years of a title, all of several: `TAHUN 2021, 2022 DAN 2023`, `TAHUN 2020 – 2024`."""
    said = _YEARS.findall(_REGULATION.sub(" ", title))
    return [int(year) for years in said for year in re.findall(_YEAR, years)]
