"""What must hold of the rules of positions."""

from asnkarier.core.rules.positions import POSITION_KINDS, PositionRule
from asnkarier.law.checks import covered, once
from asnkarier.law.decode import Where, refuse


def positions(rule: PositionRule, where: Where) -> None:
    """Every kind has a rung and a group; joined kinds stand level; the words in names cannot hide one another."""
    covered(rule.rung, POSITION_KINDS, where.at("rung"))
    covered(rule.group, POSITION_KINDS, where.at("group"))
    for one, other in rule.joined.items():
        if rule.rung[one] != rule.rung[other]:
            raise refuse("rule_not_level", where.at("joined").at(one), one=one, other=other)
    for tag, office in rule.own_law_names.items():
        # No word, or an empty one, would be found in every name.
        if not office.words or not all(map(str.strip, (*office.words, *office.of, *office.between, *office.alone))):
            raise refuse("rule_missing_key", where.at("own_law_names").at(tag).at("words"))
    words = [entry.word for entry in rule.names]
    once(words, where.at("names"))
    for i, word in enumerate(words):
        if any(f" {earlier} " in f" {word} " for earlier in words[:i]):
            raise refuse("rule_hidden", where.at("names").at(i), value=word)
