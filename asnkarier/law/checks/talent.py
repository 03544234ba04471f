"""What must hold of the rules of talent."""

from asnkarier.core.rules.talent import SelectionRule, TalentRule
from asnkarier.law.checks import covered, once
from asnkarier.law.decode import SCALE, Where, refuse

ROWS = ("low", "middle", "high")


def talent(rule: TalentRule, where: Where) -> None:
    """Nine boxes, one for each pair of rows, numbered 1 to 9; the succession group among them."""
    pairs = [f"{box.performance} × {box.potential}" for box in rule.boxes]
    numbers = [str(box.number) for box in rule.boxes]
    once(pairs, where.at("boxes"))
    covered(pairs, [f"{performance} × {potential}" for performance in ROWS for potential in ROWS], where.at("boxes"))
    covered(numbers, [str(number) for number in range(1, 10)], where.at("boxes"))
    covered(numbers, [str(number) for number in rule.succession_group], where.at("succession_group"))


def selection(rule: SelectionRule, where: Where) -> None:
    """The stages' ranges leave room for weights that add to 100."""
    for name, stage in rule.stages.items():
        if stage.at_least > stage.at_most:
            raise refuse("rule_not_rising", where.at("stages").at(name))
    low = sum(stage.at_least for stage in rule.stages.values())
    high = sum(stage.at_most for stage in rule.stages.values())
    if not low <= 100 * SCALE <= high:
        raise refuse("rule_weights_sum", where.at("stages"), sum=f"{low // SCALE}–{high // SCALE}")
