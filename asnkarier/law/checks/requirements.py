"""What must hold of the requirements for a position."""

from asnkarier.core.rules.positions import POSITION_KINDS
from asnkarier.core.rules.requirements import RequirementSet
from asnkarier.law.checks import once
from asnkarier.law.decode import Where, refuse, written


def requirements(rule: RequirementSet, where: Where) -> None:
    """A set says what it is for, and names each check once with the article it is quoted by."""
    if not rule.kinds and not rule.own_law:
        raise refuse("rule_missing_key", where.at("kinds"))
    once([r.check for r in rule.requirements], where.at("requirements"))
    for i, requirement in enumerate(rule.requirements):
        if not requirement.article.strip():
            raise refuse("rule_missing_citation", where.at("requirements").at(i).at("article"))


def agrees(topic: str, rule: RequirementSet, where: Where) -> None:
    """A set is for the posts that its topic names: a kind alone, all functional posts, or those of a law of its own."""
    kinds: tuple[str, ...] | None = (topic,) if topic in POSITION_KINDS else None
    if topic == "jabatan_fungsional":
        kinds = tuple(kind for kind in POSITION_KINDS if kind.startswith("jf_"))
    if kinds is not None and sorted(rule.kinds) != sorted(kinds):
        raise refuse("rule_of_another", where.at("kinds"), topic=topic, value=_list(rule.kinds), wanted=_list(kinds))
    tag = "" if kinds is not None else topic
    if rule.own_law != tag:
        raise refuse(
            "rule_of_another", where.at("own_law"), topic=topic, value=written(rule.own_law), wanted=written(tag)
        )


def _list(kinds: tuple[str, ...]) -> str:
    return f"[{', '.join(map(written, kinds))}]"
