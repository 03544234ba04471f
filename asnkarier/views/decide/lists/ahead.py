"""Until when somebody serves, by age and by what is on record of leavings and absences to come."""

from collections.abc import Mapping
from datetime import date

from asnkarier.core.decide.checks.personal import Serves
from asnkarier.core.decide.records import Ahead
from asnkarier.views.language import N_, Words
from asnkarier.views.terms import TERMS

_GONE: Mapping[str, str] = {
    "pindah": N_("transfers to another institution on {day}"),
    "berhenti": N_("resigns on {day}"),
    "diberhentikan": N_("is dismissed on {day}"),
}


def serves_data(value: Serves) -> dict[str, object]:
    """Return it as a JSON document has it."""
    ahead = value.ahead
    data: dict[str, object] = {"pension_from": value.pension_from, "by_decree": value.decreed}
    if ahead is not None and ahead.gone:
        data |= {"leaves_on": ahead.on, "leaves_by": ahead.event or None}
    elif ahead is not None:
        data |= {"off_duty_from": ahead.on, "off_duty_as": ahead.status}
    return data


def serves_said(value: Serves) -> Words:
    """Say the pension, and what comes before it."""
    pension = N_("pension by decree from {day}") if value.decreed else N_("pension from {day}")
    said = Words(pension, {"day": date.fromisoformat(value.pension_from)})
    if value.ahead is None:
        return said
    return Words("{pension}; {ahead}", {"pension": said, "ahead": _ahead(value.ahead)})


def recorded_said(value: Serves) -> Words:
    """Say what is on record alone: a pension of the age is no remark."""
    return serves_said(value) if value.ahead is None or value.decreed else _ahead(value.ahead)


def _ahead(ahead: Ahead) -> Words:
    day = date.fromisoformat(ahead.on)
    if ahead.gone:
        return Words(_GONE.get(ahead.event, N_("leaves the service on {day}")), {"day": day})
    return Words(N_("not on duty from {day} ({status})"), {"day": day, "status": Words(TERMS[ahead.status])})
