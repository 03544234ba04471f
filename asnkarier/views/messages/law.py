"""Messages of the law room."""

from asnkarier.views.messages.message import Message

MESSAGES: dict[str, Message] = {}
