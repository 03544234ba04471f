"""Messages of the decide room."""

from asnkarier.views.language import N_
from asnkarier.views.messages.message import Message

MESSAGES: dict[str, Message] = {
    "position_without_kind": Message(
        N_("What kind of position {position} is cannot be told, so no requirements are known for it."),
        N_("Import its position_kind or echelon with a sheet of positions."),
    ),
    "among_empty": Message(N_("There is no NIP in {path}."), N_("Write one NIP of 18 digits on each line.")),
}
