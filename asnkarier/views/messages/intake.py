"""Messages of the intake room."""

from asnkarier.views.messages.message import Message

MESSAGES: dict[str, Message] = {}
