"""Messages of the decide room."""

from asnkarier.views.language import N_
from asnkarier.views.messages.message import Message

MESSAGES: dict[str, Message] = {
    "position_without_kind": Message(
        N_("What kind of position {position} is cannot be told, so no requirements are known for it."),
        N_("Import its position_kind or echelon with a sheet of positions."),
    ),
    "months_outside": Message(
        N_("{months} months are outside of what can be looked at: 1 to {most}."),
        N_("Give --months a number from 1 on."),
    ),
    "period_unreadable": Message(N_("{value} is not a period."), N_("Give the month as 2026-12.")),
    "period_past": Message(
        N_("The period {period} is before {as_of}."), N_("Give a period still to come, or --as-of.")
    ),
    "period_none": Message(
        N_("No promotion in rank takes effect on {period}: the months are {months} ({law})."),
        N_("Give one of these months."),
    ),
    "among_empty": Message(N_("There is no NIP in {path}."), N_("Write one NIP of 18 digits on each line.")),
}
