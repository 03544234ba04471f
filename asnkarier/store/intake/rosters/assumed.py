"""The standing that nobody stated: a list without a column of it that names somebody is taken to say `aktif`, until anything says more."""

from collections.abc import Sequence
from typing import Any

from asnkarier.core.timeline import Span, Step, day_after, day_before, on
from asnkarier.store.intake.facets import STATUS, Facet


def is_assumed(facet: Facet, span: Span) -> bool:
    """Tell whether a span is a standing that no list states."""
    return facet is STATUS and bool(span.value[1])


def over_assumed(have: Sequence[Span], day: str, value: tuple[Any, ...]) -> list[Step] | None:
    """Return the steps by which a standing that a list of `day` states holds where it was only assumed; None where it was not.

    It holds as far as the assumption does, also beyond lists of later days that state none: in whatever order they are read.
    """
    if value[1] or value[0] == "keluar":
        return None
    present = on(have, day)
    if present is None:
        following = next((span for span in have if span.since > day), None)
        if following is None or not following.value[1]:
            return None
        return [Step(following, following._replace(since=day, stated=0, value=value))]
    if not present.value[1]:
        return None
    following = next((span for span in have if span.since == day_after(present.until)), None)
    again = following if following is not None and following.value == value and not following.stated else None
    if present.since == day:
        return [Step(present, present._replace(value=value))]
    until = Step(present, present._replace(until=day_before(day)))
    if again is not None:
        return [until, Step(again, again._replace(since=day))]
    return [until, Step(None, Span(day, present.until, 0, value))]
