"""Closed vocabularies as choices of the command line: the very words that workbooks may use."""

from asnkarier.core.kinds.vocabulary import SPELLINGS


def choices(vocabulary: str, **shown: str) -> dict[str, tuple[str, ...]]:
    """Return canonical value → its spellings, the one for Indonesian help first: `shown`, else the first that differs."""
    found: dict[str, tuple[str, ...]] = {}
    for value, spellings in SPELLINGS[vocabulary].items():
        if value.startswith("?"):
            continue
        others = tuple(spelling for spelling in spellings if spelling != value)
        first = (shown[value],) if value in shown else ()
        found[value] = first + others
    return found
