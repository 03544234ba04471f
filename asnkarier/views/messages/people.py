"""Messages of the people room."""

from asnkarier.views.messages.message import Message

MESSAGES: dict[str, Message] = {}
