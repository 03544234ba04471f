"""Messages of the decide room."""

from asnkarier.views.messages.message import Message

MESSAGES: dict[str, Message] = {}
