"""The level of a punishment whose row names none: that of its sanction, by the law of the day it was decided on."""

from collections.abc import Callable, Sequence
from typing import Any

from asnkarier.core.finding import Finding, Severity
from asnkarier.core.parse.base import Bad
from asnkarier.core.parse.words import discipline_level_in
from asnkarier.core.rules.discipline import named, of_ethics
from asnkarier.ingest.frames import SanctionLaw

Found = Callable[[str, Severity, int, str, dict[str, str | int]], Finding]


def decide_levels(
    laws: Sequence[SanctionLaw], values: dict[str, list[Any]], numbers: Sequence[int], found: Found
) -> tuple[list[Finding], list[int]]:
    """Fill in the levels that the sanctions decide, and say so; a sanction that decides none is to be asked for.

    `found` makes the finding at a field's cell. Rows of the code of ethics without a level are no sanctions: they are to be skipped.
    """
    levels, sanctions, days = (values.get(name) for name in ("level", "sanction", "decided_on"))
    if levels is None or sanctions is None or days is None:
        return [], []
    findings: list[Finding] = []
    of_ethics_alone: list[int] = []
    for i, sanction in enumerate(sanctions):
        of_day = max((one for one in laws if str(days[i]) >= one.since), key=lambda one: one.since, default=None)
        if of_day and type(sanction) is str and of_ethics(of_day.sanctions, of_day.ethics, sanction):
            findings.append(found("sanction_of_ethics", "warning", numbers[i], sanction, {"sanction": sanction}))
            if levels[i] is None:
                of_ethics_alone.append(i)
    if None not in levels:
        return findings, []
    for i, (level, sanction, day) in enumerate(zip(levels, sanctions, days, strict=True)):
        if level is not None or type(sanction) is not str or type(day) is not str or i in of_ethics_alone:
            continue
        told = _level(laws, sanction, day)
        if told is None:
            levels[i] = Bad("sanction_without_level", {"sanction": sanction})
            continue
        levels[i], law = told
        about: dict[str, str | int] = {"level": levels[i], "sanction": sanction, "law": law}
        findings.append(found("level_of_sanction", "note", numbers[i], sanction, about))
    return findings, of_ethics_alone


def _level(laws: Sequence[SanctionLaw], sanction: str, day: str) -> tuple[str, str] | None:
    """Return the level and what says it: the row's own words, or the law of the day unless the law before says another."""
    written = discipline_level_in(sanction)
    at = max((n for n, law in enumerate(laws) if law.since <= day), default=None)
    if at is None or of_ethics(laws[at].sanctions, laws[at].ethics, sanction):
        return None if at is not None or written is None else (written, "")
    of_laws = [one.level for law in reversed(laws[: at + 1]) if (one := named(law.sanctions, sanction))]
    # For what was done before a law the one before it still decides: where both name the sanction they must agree.
    said = {*of_laws, *([written] if written else [])}
    of_day = named(laws[at].sanctions, sanction)
    if len(said) != 1 or (of_day is None and written is None):
        return None
    return said.pop(), laws[at].law if of_day else ""
