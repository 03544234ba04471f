"""Every text of every finding and error, by code.

One module a room, each a `MESSAGES` of code → Message. A new code is one entry in one of them; a test compares the entries with
the codes that the program raises.
"""

from asnkarier.views.messages.catalogue import find, said
from asnkarier.views.messages.message import Message

__all__ = ["Message", "find", "said"]
