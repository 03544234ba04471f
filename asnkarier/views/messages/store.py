"""Messages of the store room."""

from asnkarier.views.messages.message import Message

MESSAGES: dict[str, Message] = {}
