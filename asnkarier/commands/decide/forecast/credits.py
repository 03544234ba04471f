"""The credit of many people at once: each career that counts alike is counted once."""

from collections.abc import Iterable
from datetime import date

from asnkarier.core.appraisal.said import PredicateReader
from asnkarier.core.decide.records import Records
from asnkarier.core.rank.cases import held_levels
from asnkarier.core.rank.credit import Begun, begin, brought
from asnkarier.core.rank.earning import Counting, counting, earned
from asnkarier.core.rules.credit import CreditRule
from asnkarier.store.database import Database
from asnkarier.store.queries.talent import ranks as read


class Credits:
    """Counts credit for those of whom it is asked, each on a day of their own."""

    def __init__(self, db: Database, as_of: date, records: Records, said: PredicateReader) -> None:
        """Know what is on record; the decrees and evaluations are read when people are known."""
        self.db = db
        self.as_of = as_of
        self.records = records
        self.said = said
        self._found: dict[int, tuple[int, int | None]] = {}

    def of(self, person: int) -> tuple[int, int | None] | None:
        """Return someone's credit for sure and at most; None where it was not asked or the post earns none."""
        return self._found.get(person)

    def count(self, asked: Iterable[tuple[int, CreditRule, date]]) -> None:
        """Count the credit of some people, each by a rule and on a day."""
        everyone = list(asked)
        if not everyone:
            return
        paks = read.paks(self.db, self.as_of)
        begun: dict[int, tuple[CreditRule, Begun, Counting]] = {}
        for person, rule, on in everyone:
            decrees = paks.get(person, ())
            held = held_levels(self.records.postings.get(person, ()), self.records.classes, decrees)
            found = begin(rule, held, decrees, on)
            if found is not None:
                after = found.start.counts_to if found.start else None
                begun[person] = rule, found, counting(held, found.present, after, on)
        since = {person: career.since.year for person, (_, _, career) in begun.items()}
        of, patterns = read.patterns_of_results(self.db, self.as_of, self.said, since)
        counted: dict[tuple[Counting, int], tuple[int, int]] = {}
        for person, (rule, found, career) in begun.items():
            pattern = of.get(person, 0)
            sums = counted.get((career, pattern))
            if sums is None:
                sums = counted[career, pattern] = earned(rule, career, patterns[pattern])
            self._found[person] = brought(found, *sums)
