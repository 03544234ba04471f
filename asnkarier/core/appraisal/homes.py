"""Where somebody belonged on a day of the past, by what is on file of the days before and after it."""

from collections.abc import Sequence
from typing import NamedTuple


class Held(NamedTuple):
    """A unit or a post, by its id, from one day to another, ISO text."""

    since: str
    until: str
    held: int


class Home(NamedTuple):
    """The unit or the post of a day. `later`: nothing is known up to the day, and it is the first that is known after it."""

    held: int
    later: bool = False


def home(spans: Sequence[Held], day: str) -> Home | None:
    """Return the unit (or post) of a day, of spans in the order of their days: for who had left by then the last one, and where a list
    speaks of later days alone the first of these.
    """
    past = [span for span in spans if span.since <= day]
    if past:
        return Home(past[-1].held)
    return Home(spans[0].held, later=True) if spans else None
