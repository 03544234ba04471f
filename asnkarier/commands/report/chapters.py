"""The chapters of a report: one that the law of the day does not regulate yet says so, and the others stand."""

from collections.abc import Callable
from typing import NamedTuple

from asnkarier.commands.report.basis import Basis
from asnkarier.core.regulation import NotRegulated
from asnkarier.views.language import N_, Words
from asnkarier.views.report.model import Section
from asnkarier.views.shapes import Said


class Chapter(NamedTuple):
    """A chapter: its key and title are those of the section that `make` returns."""

    key: str
    title: Said
    make: Callable[[Basis], Section]

    def made(self, on: Basis) -> Section:
        """Return the chapter, or that its subject was not regulated: what no rule measured is not nothing."""
        try:
            return self.make(on)
        except NotRegulated as error:
            said = [Words(N_("{topic!w} is not regulated yet on {as_of}."), error.values)]
            if error.first is None:
                said = [Words(N_("{topic!w} is not regulated on {as_of}: the last rule ended before."), error.values)]
            else:
                said.append(Words(N_("The first rule is in force from {first} on."), {"first": error.first}))
            return Section(self.key, self.title, said)
