"""What must hold of the rules of development."""

from asnkarier.core.kinds.vocabulary import SPELLINGS
from asnkarier.core.rules.development import GrowthRule, Importance, ImportanceRule, LeadershipRule, TrainingRule
from asnkarier.law.checks import covered, falling
from asnkarier.law.decode import SCALE, Where, refuse

FORMS = tuple(SPELLINGS["training_form"])
IMPORTANCES: tuple[Importance, ...] = ("mutlak", "penting", "perlu")
"""The most important first."""


def training(rule: TrainingRule, where: Where) -> None:
    """Every form of learning, each with JP at home and abroad unless the certificate says them; a mix of 100."""
    covered(rule.forms, FORMS, where.at("forms"))
    for name, form in rule.forms.items():
        if (form.per == "certified") != (form.national is None) or (form.national is None) != (form.abroad is None):
            raise refuse("rule_missing_key", where.at("forms").at(name).at("national"))
        if (form.per == "semester") != (form.months is not None):
            raise refuse("rule_missing_key", where.at("forms").at(name).at("months"))
    if sum(rule.mix) != 100 * SCALE:
        raise refuse("rule_weights_sum", where.at("mix"), sum=sum(rule.mix) // SCALE)


def leadership(rule: LeadershipRule, where: Where) -> None:
    """Every kind of post that leads has its training."""
    leaders = ("jpt_utama", "jpt_madya", "jpt_pratama", "administrator", "pengawas")
    covered(rule.training, leaders, where.at("training"))


def importance(rule: ImportanceRule, where: Where) -> None:
    """Every importance has its weight, and what is more important weighs no less."""
    covered(rule.weights, IMPORTANCES, where.at("weights"))
    falling([rule.weights[name] for name in IMPORTANCES], where.at("weights"))


def growth(rule: GrowthRule, where: Where) -> None:
    """Every number is at least one: nothing is enough for recognition, and no group of nobody is shown."""
    for name, value in rule._asdict().items():
        if value < 1:
            raise refuse("rule_out_of_order", where.at(name))
