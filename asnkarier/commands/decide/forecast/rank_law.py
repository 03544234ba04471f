"""The rules by which a promotion in rank is judged on a day."""

from datetime import date

from asnkarier.core.rank.promotion import RankLaw
from asnkarier.core.regulation import NotRegulated
from asnkarier.core.rules.credit import CreditRule
from asnkarier.law.load import Lawbook


def rank_law(law: Lawbook, on: date) -> RankLaw:
    """Return the rules in force on a day."""
    ranges, discipline = law.rank_ranges.on(on), law.discipline.on(on)
    return RankLaw(
        law.rank_promotion.on(on).value,
        law.golongan.on(on).value,
        ranges.value,
        ranges.citation.text,
        _credit_rule(law, on),
        discipline.value,
        discipline.citation.text,
    )


def _credit_rule(law: Lawbook, on: date) -> CreditRule | None:
    try:
        return law.credit.on(on).value
    except NotRegulated:
        # Only functional posts ask for it: of those it is not known, and others have their promotion all the same.
        return None
