"""What must hold of the rules of discipline."""

from asnkarier.core.rules.discipline import DisciplineRule
from asnkarier.core.rules.sanctions import LEVELS
from asnkarier.law.checks import covered
from asnkarier.law.decode import Where, refuse


def discipline(rule: DisciplineRule, where: Where) -> None:
    """Every level has sanctions, every sanction is found by its own name, and each thing blocked says by which levels."""
    covered([s.level for s in rule.sanctions], LEVELS, where.at("sanctions"))
    covered(rule.blocks, ("promotion", "rank", "pay_step"), where.at("blocks"))
    for i, entry in enumerate(rule.sanctions):
        found = rule.sanction(entry.name)
        if not entry.words or found is None or found.name != entry.name:
            raise refuse("rule_hidden", where.at("sanctions").at(i), value=entry.name)
