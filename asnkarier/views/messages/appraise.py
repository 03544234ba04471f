"""Messages of the appraise room."""

from asnkarier.views.messages.message import Message

MESSAGES: dict[str, Message] = {}
