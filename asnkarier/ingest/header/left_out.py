"""Columns that a kind does not keep, and without which its rows would say more than they do."""

import re
from collections.abc import Sequence
from typing import Final

from asnkarier.core.finding import Finding
from asnkarier.core.kinds.competence import NINE
from asnkarier.core.parse.dates import read_date
from asnkarier.core.text import cleaned, folded
from asnkarier.ingest.frames import LEVEL_PREFIX, ReadOptions
from asnkarier.ingest.header.bound import Mapped, Samples
from asnkarier.ingest.header.held import leaving_in, looks_ahead
from asnkarier.ingest.header.layout import Column, Header

_STUDYING: Final = re.compile(r"\b(?:mulai|masuk|selesai|sampai|berakhir|masa studi|lama studi|semester)\b")
BEGAN: Final = re.compile(r"\b(?:mulai|masuk)\b")
"""In the header of the day or the year in which somebody began to study."""
_ENDS: Final = re.compile(r"\b(?:sampai(?: dengan)?|sd|s d|selesai|berakhir|akhir|hingga)\b")


def of_columns(
    plans: Sequence[Mapped], header: Header, samples: Samples, options: ReadOptions, file: str, sheet: str
) -> list[Finding]:
    """Refuse studies that no column says to be over; name ends of leaves and competencies for which there is no column.

    Who says `--as educations` says that they are over.
    """
    findings: list[Finding] = []
    for plan in plans:
        bound = {item.at for item in plan.bound}
        free = [column for column in header.columns if column.at not in bound and samples.filled(column.at)]
        place = (file, sheet, header.top + 1)
        if plan.kind.name == "educations" and "graduated" not in plan.fields and not options.as_kinds:
            times = [column for column in free if _STUDYING.search(folded(column.header))]
            if times:
                last = times[-1]
                values = {"headers": ", ".join(column.header for column in times), "header": last.header}
                findings.append(
                    Finding(
                        "studies_without_end", "error", *place, samples.letter(times[0].at), times[0].header, values
                    )
                )
        elif plan.kind.name == "movements":
            findings += [
                Finding(
                    "end_of_leave", "note", *place, samples.letter(column.at), column.header, {"header": column.header}
                )
                for column in free
                if _ENDS.search(folded(column.header))
            ]
        if lacking := _lacking(plan):
            there = len(NINE) - len(lacking)
            told: dict[str, str | int] = {
                "count": there,
                "all": len(NINE),
                "lacking": ", ".join(lacking),
                "field": LEVEL_PREFIX + lacking[0],
            }
            findings.append(Finding("competencies_lacking", "warning", *place, None, None, told))
    return findings


_OF_PENSIONS: Final = re.compile(r"\b(?:tmt|tgl|tanggal)\b.*\bpensiun\b")


def of_leavers(
    titles: Sequence[str], plans: Sequence[Mapped], header: Header, samples: Samples, day: str, file: str, sheet: str
) -> list[Finding]:
    """Ask about a roster of people who left or are away, as its title says or the days of their pensions up to `day`.

    Where a column tells everybody's status the list says itself who is on duty.
    """
    roster = next((plan for plan in plans if plan.kind.name == "roster" and "status" not in plan.fields), None)
    if roster is None:
        return []
    said = [cleaned(line) for text in titles for line in text.splitlines()]
    for title in () if any(looks_ahead(title, day) for title in said) else said:
        if told := leaving_in(title, cleaned(sheet)):
            values: dict[str, str | int] = {
                "value": title,
                "kind": "roster" if told.startswith("status") else "movements",
                "told": told,
            }
            return [Finding("title_of_leavers", "error", file, sheet, header.top + 1, None, title, values)]
    for column in header.columns:
        if not _OF_PENSIONS.search(column.full):
            continue
        days = [read for value in samples.filled(column.at) if isinstance(read := read_date(value), str)]
        # A blank cell is somebody whose pension nobody has decided yet.
        if sum(one <= day for one in days) * 2 > max(len(days), _people(roster, samples)):
            at = (header.top + 1, samples.letter(column.at), column.header)
            return [Finding("pensions_are_over", "error", file, sheet, *at, {"header": column.header, "day": day})]
    return []


def event_told(titles: Sequence[str], day: str, sheet: str) -> tuple[str, str] | None:
    """Return the title that tells what became of all people of a list, and the event; None where none does, or what is to come."""
    said = [cleaned(line) for text in titles for line in text.splitlines()]
    if any(looks_ahead(title, day) for title in said):
        return None
    told = ((title, leaving_in(title, cleaned(sheet))) for title in said)
    return next(((title, one.removeprefix("event=")) for title, one in told if one and one.startswith("event=")), None)


def _people(roster: Mapped, samples: Samples) -> int:
    """Return how many of the first rows name somebody."""
    named = (item.at for item in roster.bound if item.at is not None and {"nip", "name"} & set(item.fields))
    return max((len(samples.filled(at)) for at in named), default=0)


def _lacking(plan: Mapped) -> list[str]:
    """Return which of the nine no column tells, where a wide list tells of most of them: nobody writes eight and means eight."""
    if plan.kind.name == "survey":
        return []
    there = {field.removeprefix(LEVEL_PREFIX) for field in plan.fields if field.startswith(LEVEL_PREFIX)}
    lacking = [name for name, _headers in NINE if name not in there]
    return lacking if 0 < len(lacking) < len(NINE) / 2 else []


def beginnings(plan: Mapped, columns: Sequence[Column]) -> int | None:
    """Return the column of the beginning of studies beside that of the graduation; None for other lists."""
    if plan.kind.name != "educations" or "graduated" not in plan.fields:
        return None
    bound = {item.at for item in plan.bound}
    return next((c.at for c in columns if c.at not in bound and BEGAN.search(folded(c.header))), None)
