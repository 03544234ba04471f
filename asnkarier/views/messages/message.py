"""The form of one message."""

from typing import NamedTuple


class Message(NamedTuple):
    """What is wrong and what to do, as marked source strings with {placeholders} filled from the values of the code."""

    message: str
    remedy: str = ""
