"""What must hold of the requirements for a position."""

from asnkarier.core.rules.requirements import RequirementSet
from asnkarier.law.checks import once
from asnkarier.law.decode import Where, refuse


def requirements(rule: RequirementSet, where: Where) -> None:
    """A set says what it is for, and names each check once with the article it is quoted by."""
    if not rule.kinds and not rule.own_law:
        raise refuse("rule_missing_key", where.at("kinds"))
    once([r.check for r in rule.requirements], where.at("requirements"))
    for i, requirement in enumerate(rule.requirements):
        if not requirement.article.strip():
            raise refuse("rule_missing_citation", where.at("requirements").at(i).at("article"))
