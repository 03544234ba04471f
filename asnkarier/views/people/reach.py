"""How far a register reaches, in words."""

from collections.abc import Sequence
from datetime import date

from asnkarier.core.decide.reach import Span
from asnkarier.views.language import N_, Words


def reach_said(spans: Sequence[Span]) -> date | Words | None:
    """Say the day up to which a register is complete, or the spans where it is not so from the first on; None where nobody said."""
    if not spans:
        return None
    if len(spans) == 1 and not spans[0][0]:
        return date.fromisoformat(spans[0][1])
    said = [
        Words("{since} – {until}", {"since": date.fromisoformat(since), "until": date.fromisoformat(until)})
        if since
        else Words(N_("up to {until}"), {"until": date.fromisoformat(until)})
        for since, until in spans
    ]
    return Words("{spans}", {"spans": said})
