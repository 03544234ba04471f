"""Up to which day a list speaks, as the rows above it say: of a register, the day up to which it can be complete."""

import re
from collections.abc import Sequence
from typing import Final

from asnkarier.ingest.cells.checks import last_day_of

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


def _years_in(title: str) -> list[int]:
    """Return the years of a title, all of several: `TAHUN 2021, 2022 DAN 2023`, `TAHUN 2020 – 2024`."""
    said = _YEARS.findall(_REGULATION.sub(" ", title))
    return [int(year) for years in said for year in re.findall(r"(?:19|20)\d\d", years)]
