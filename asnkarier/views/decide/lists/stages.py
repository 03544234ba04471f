"""The stages of an open selection: their names, and what is said of a weight that the law does not leave to a policy."""

from collections.abc import Sequence

from asnkarier.core.decide.lists.selection import Outside
from asnkarier.core.numbers import unscaled
from asnkarier.views.language import N_, Words
from asnkarier.views.terms import TERMS


def stage_name(stage: str) -> str:
    """Return the name of a stage."""
    return TERMS[stage]


def weights_outside(found: Sequence[Outside], law: str) -> list[Words]:
    """Say of each stage that it is weighed outside its limits."""
    text = N_("The weight of {stage}, {weight} %, lies outside {low}–{high} % ({law}).")
    return [Words(text, {**_numbers(one), "stage": Words(stage_name(one.stage)), "law": law}) for one in found]


def weights_data(found: Sequence[Outside]) -> list[dict[str, object]]:
    """Return the same for JSON."""
    return [{"stage": one.stage, **_numbers(one)} for one in found]


def _numbers(one: Outside) -> dict[str, object]:
    return {
        "weight": unscaled(one.weight),
        "low": unscaled(one.share.at_least),
        "high": unscaled(one.share.at_most),
    }
