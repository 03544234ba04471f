"""The neighbours of a policy: what is moved, what is scaled, what is left out."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from asnkarier.core.defend.variants import WHOLE, moved
from asnkarier.core.regulation import Scaled

FIVE = 50_000
UMUM = {
    "competency": Scaled(650_000),
    "education": Scaled(50_000),
    "field_of_study": Scaled(50_000),
    "training": Scaled(50_000),
    "experience": Scaled(50_000),
    "discipline": Scaled(150_000),
}


def shares(weights: dict[str, Scaled] | None) -> dict[str, Fraction]:
    assert weights is not None
    whole = sum(weights.values())
    return {name: Fraction(100 * weight, whole) for name, weight in weights.items()}


def test_the_others_are_scaled_to_the_rest() -> None:
    found = shares(moved(UMUM, "competency", FIVE))
    # 70 for competency leaves 30 of the 35 the others had: 5 × 30/35 = 30/7, 15 × 30/35 = 90/7.
    assert found["competency"] == 70
    assert found["education"] == Fraction(30, 7)
    assert found["discipline"] == Fraction(90, 7)
    assert sum(found.values()) == 100


def test_a_weight_of_five_can_be_taken_to_nothing() -> None:
    found = shares(moved(UMUM, "education", -FIVE))
    # The others had 95 and get 100: 65 × 100/95 = 1300/19.
    assert found["education"] == 0
    assert found["competency"] == Fraction(1300, 19)


def test_a_weight_that_stands_alone_cannot_be_moved() -> None:
    assert moved({"predicate": Scaled(WHOLE)}, "predicate", FIVE) is None
    assert moved({"predicate": Scaled(WHOLE)}, "predicate", -FIVE) is None


def test_a_weight_stays_between_nothing_and_everything() -> None:
    # 97 + 5 stops at 100 and leaves the others nothing; 3 − 5 stops at 0.
    two = {"a": Scaled(970_000), "b": Scaled(30_000)}
    assert shares(moved(two, "a", FIVE)) == {"a": 100, "b": 0}
    assert shares(moved(two, "b", -FIVE)) == {"a": 100, "b": 0}


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 100).map(Scaled), min_size=2), st.integers(-100, 100))
def test_the_others_keep_their_proportions(weights: dict[str, Scaled], by: int) -> None:
    name = min(weights)
    found = moved(weights, name, by)
    if found is None:
        return
    others = [n for n in weights if n != name]
    assert all(found[n] >= 0 for n in weights)
    assert all(found[a] * weights[b] == found[b] * weights[a] for a in others for b in others)
