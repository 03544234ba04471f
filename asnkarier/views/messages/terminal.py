"""Messages of the terminal room."""

from asnkarier.views.messages.message import Message

MESSAGES: dict[str, Message] = {}
