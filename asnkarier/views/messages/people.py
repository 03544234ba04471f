"""Messages of the people room."""

from asnkarier.views.language import N_
from asnkarier.views.messages.message import Message

MESSAGES: dict[str, Message] = {
    "nip_unknown": Message(
        N_("Nobody has or ever had the NIP {nip}."), N_("`asnkarier staff NAME` finds people by a part of their name.")
    ),
    "nip_unknown_near": Message(N_("Nobody has or ever had the NIP {nip}."), N_("Did you mean: {near}?")),
    "unit_unknown": Message(
        N_("There is no unit {unit}."), N_("Units come with the roster, or with a sheet of units.")
    ),
    "unit_unknown_near": Message(N_("There is no unit {unit}."), N_("Did you mean: {near}?")),
    "unit_several": Message(N_("Several units are called {unit}."), N_("Name one by its path: {fits}.")),
    "position_unknown": Message(
        N_("There is no position {position}."), N_("Positions come with the roster, or with a sheet of positions.")
    ),
    "position_unknown_near": Message(N_("There is no position {position}."), N_("Did you mean: {near}?")),
    "position_several": Message(N_("Several positions fit {position}."), N_("Paste one of: {fits}.")),
    "options_exclude": Message(N_("{one} and {other} cannot be given together."), N_("Leave one of them out.")),
}
