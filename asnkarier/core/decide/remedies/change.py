"""One change that one check needs, and all changes together."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

DUTY = "duty"
"""The change of who is not on duty: no list considers anybody else."""


class Change(NamedTuple):
    """What one check needs. `possible` False: nothing the person does can.

    `on` is the earliest day; `alone` tells whether time alone does it by then. `kind` is what the check is by its form.
    """

    check: str
    needs: Mapping[str, object]
    on: date | None = None
    possible: bool = True
    alone: bool = True
    kind: str = ""

    @property
    def of(self) -> str:
        """What is to be changed, whatever the law calls the check; the box, duty and registers are what they are."""
        return self.kind or self.check


class Remedy(NamedTuple):
    """All changes together, and the day on which the person is eligible where time alone does it."""

    changes: tuple[Change, ...]
    eligible_on: date | None
    meanwhile: tuple[Change, ...] = ()
    """What must be on record by the day of the last change, because it counts then and is not there yet or has expired."""
    not_before: date | None = None
    """The earliest day where more than time is needed."""
