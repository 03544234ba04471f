"""What is said of a list that would be of a kind but for a column: it is not there, or nothing stands in it."""

import re
from typing import Final

from asnkarier.core.finding import Finding
from asnkarier.ingest.frames import IgnoredColumn, ReadOptions
from asnkarier.ingest.header.bound import Mapped, Samples
from asnkarier.ingest.header.layout import Header
from asnkarier.ingest.header.likely import Scored, candidates, is_clear, scored


def required(meant: Scored, file: str, sheet: str, row: int) -> Finding:
    """Say what a list lacks to be of the kind that --as names."""
    label = {field.name: field.label for field in meant.kind.fields}
    about: dict[str, str | int] = {
        "kind": meant.kind.name,
        "label": meant.kind.label,
        "fields": ", ".join(" / ".join(label[name] for name in group) for group in meant.missing),
        "keys": ", ".join(group[0] for group in meant.missing),
    }
    return Finding("column_required", "error", file, sheet, row, None, None, about)


def unfilled(header: Header, samples: Samples, options: ReadOptions, given: frozenset[str]) -> Scored | None:
    """Return the kind that the headers name whole, but for columns in which nothing stands."""
    whole = candidates(scored(header, Samples({}, samples.first_column), options, given))
    if not whole or not is_clear(whole):
        return None
    here = next((i for i in scored(header, samples, options, given) if i.kind.name == whole[0].kind.name), None)
    return here if here is not None and here.missing and here.score else None


def lacking(almost: Scored) -> dict[str, str | int]:
    """Return what is said of a list that lacks a column or two to be of a kind."""
    label = {field.name: field.label for field in almost.kind.fields}
    return {
        "kind": almost.kind.name,
        "label": almost.kind.label,
        "fields": ", ".join(" / ".join(label[name] for name in group) for group in almost.missing),
        "key": almost.missing[0][0],
    }


_MOST_LACKING: Final = 2


def lacking_of(meant: Mapped) -> dict[str, str | int] | None:
    """Return what a list of promotions lacks to be a roster; None for any other."""
    missing = [f for f in meant.kind.fields if f.required and f.name not in meant.fields]
    if not missing or len(missing) > _MOST_LACKING or not {"golongan", "golongan_since"} <= set(meant.fields):
        return None
    labels = ", ".join(field.label for field in missing)
    return {"kind": meant.kind.name, "label": meant.kind.label, "fields": labels, "key": missing[0].name}


_OF_POSTS: Final = frozenset(("position", "unit"))
_OF_PAY: Final = re.compile(r"(?i)\bgaji\b|\b(?:daftar|data|kenaikan|rekap\w*|nominatif)\s+KGB\b")
_STANDING: Final = frozenset(("status", "employee_kind"))
_OF_STEPS: Final = frozenset(("nip", "last_pay_step"))


def only_steps(mapped: Mapped, samples: Samples, about: str) -> Mapped | None:
    """Return what is read of a list of pay steps that names no posts or no units: of each person the last step alone.

    Its title `about` speaks of pay, or two columns do.

    It says nothing of a day, as a roster does: golongan and post beside a step are those of the day of the step. None for
    any other list.
    """
    taken = set(mapped.fields)
    if mapped.kind.name != "roster" or not taken >= _OF_STEPS or taken >= _OF_POSTS:
        return None
    headers = (*(item.header for item in mapped.bound), *(column.header for column in mapped.ignored))
    # Any list of staff may tell what people earn; one of pay steps tells it before and after, and of nobody's standing.
    of_pay = sum(bool(_OF_PAY.search(header)) for header in headers) > 1 and taken.isdisjoint(_STANDING)
    if not (of_pay or _OF_PAY.search(about)):
        return None
    kept = tuple(item for item in mapped.bound if set(item.fields) & _OF_STEPS)
    if any(item.at is None for item in kept):
        return None
    kept = tuple(
        item._replace(fields=tuple(field if field in _OF_STEPS else "" for field in item.fields)) for item in kept
    )
    left = [item for item in mapped.bound if item.at is not None and not set(item.fields) & _OF_STEPS]
    ignored = {IgnoredColumn(samples.letter(item.at or 0), item.header, "other_time") for item in left}
    return mapped._replace(bound=kept, ignored=(*mapped.ignored, *sorted(ignored)))


def of_steps_alone(file: str, sheet: str, row: int) -> Finding:
    """Return the note that a list was read for pay steps alone."""
    return Finding("pay_steps_alone", "note", file, sheet, row)


def is_of_moves(meant: Mapped) -> bool:
    """Tell whether a list is a roster by the new posts of those who were moved."""
    required = {field.name for field in meant.kind.fields if field.required}
    return meant.kind.name == "roster" and required <= set(meant.fields)
