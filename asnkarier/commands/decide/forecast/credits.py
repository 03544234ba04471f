"""The credit of many people at once: each career that counts alike is counted once."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from asnkarier.core.decide.records import Records
from asnkarier.core.rank.career import YearResult
from asnkarier.core.rank.cases import held_levels
from asnkarier.core.rank.credit import brought
from asnkarier.core.rank.earning import Counting, counting, earned
from asnkarier.core.rank.start import Amount, Begun, begin
from asnkarier.core.rules.credit import CreditLaw

Asked = tuple[CreditLaw, Begun, Counting]
"""By which rule, from where on, and what of the career counts."""


def careers(records: Records, asked: Iterable[tuple[int, CreditLaw, date]]) -> dict[int, Asked]:
    """Return the careers of some people, each by a rule and up to a day; posts that earn no credit are left out."""
    found: dict[int, Asked] = {}
    for person, rule, on in asked:
        decrees = records.paks.get(person, ())
        held = held_levels(records.postings.get(person, ()), records.classes, decrees, records.contracted.get(person))
        begun = begin(rule.rule, held, decrees, on)
        if begun is not None:
            after = begun.start.counts_to if begun.start else None
            found[person] = rule, begun, counting(held, begun.present, after, on, records.absences.get(person, ()))
    return found


def credits_of(
    people: Mapping[int, Asked], pattern_of: Mapping[int, int], patterns: Sequence[Sequence[YearResult]]
) -> dict[int, tuple[Amount, Amount | None]]:
    """Return the credit for sure and at most, in 1/`UNIT`; `patterns` are the evaluations since counting begins."""
    counted: dict[tuple[Counting, int], tuple[int, int | None]] = {}
    found: dict[int, tuple[Amount, Amount | None]] = {}
    for person, (rule, begun, career) in people.items():
        pattern = pattern_of.get(person, 0)
        sums = counted.get((career, pattern))
        if sums is None:
            # The day decides the rule, and it is part of the career.
            sums = counted[career, pattern] = earned(rule, career, patterns[pattern])
        found[person] = brought(begun, *sums)
    return found
