"""Messages of the intake room."""

from asnkarier.views.language import N_
from asnkarier.views.messages.message import Message

MESSAGES: dict[str, Message] = {
    "import_unknown": Message(N_("There is no import {number}."), N_("`asnkarier imports list` shows them all.")),
}
