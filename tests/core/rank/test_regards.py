"""What a way of promotion regards: nothing else that is known of someone changes what is said."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from asnkarier.core.rank.promotion import REGARDS, RankCase, RankLaw, rank_promotion, way_of
from asnkarier.law.load import regulations

ON = date(2026, 12, 1)
LAWS = regulations()
LAW = RankLaw(
    LAWS.rank_promotion.on(ON).value,
    LAWS.golongan.on(ON).value,
    LAWS.rank_ranges.on(ON).value,
    "",
    LAWS.credit.on(ON).value,
    LAWS.discipline.on(ON).value,
    "",
)
OTHERS: dict[str, tuple[Any, ...]] = {
    "echelon": ("III.b", "IV.a", None),
    "in_echelon_since": (date(2025, 12, 2), date(2020, 1, 1), None),
    "in_echelon_before": (((date(2024, 1, 1), date(2024, 6, 30)),),),
    "education": ("SLTA", "S2", None),
    "field_of_study": ("Kedokteran", "dokter", None),
    "exams": (frozenset({"ujian_dinas_1"}), frozenset[str](), None),
    "risen": (True, None),
    "credit": ((Fraction(1), Fraction(1)), (Fraction(900), None), None),
}


@pytest.mark.parametrize("kind", ["pelaksana", "pengawas", "administrator", "jf_ahli_muda", "jf_terampil"])
@pytest.mark.parametrize("golongan", ["II/d", "III/b", "III/c", "III/d", "IV/a"])
@pytest.mark.parametrize("echelon", ["IV.a", None])
def test_nothing_else_is_regarded(kind: str, golongan: str, echelon: str | None) -> None:
    case = RankCase(
        golongan, date(2022, 12, 1), kind, echelon, date(2024, 12, 1), "S1", "Hukum",
        {2024: "baik", 2025: "baik"}, "none", frozenset(), (Fraction(60), Fraction(120)),
    )  # fmt: skip
    regarded = REGARDS[way_of(LAW, kind, echelon)]
    said = rank_promotion(LAW, case, ON)
    assert said is not None
    for name, values in OTHERS.items():
        # Of a post of staff the echelon tells the way: eselon V is structural.
        if name not in regarded and (name, kind) != ("echelon", "pelaksana"):
            assert all(rank_promotion(LAW, case._replace(**{name: value}), ON) == said for value in values), name
    assert all(name in OTHERS or name == "kind" for name in regarded)


def test_a_check_judged_anew_takes_the_place_of_the_one_before() -> None:
    case = RankCase(
        "III/c", date(2022, 12, 1), "jf_ahli_muda", None, None, None, None, {2024: "baik", 2025: "baik"}, "none", None, None
    )  # fmt: skip
    open_, known = (rank_promotion(LAW, case._replace(credit=c), ON) for c in (None, (Fraction(100), Fraction(100))))
    assert open_ is not None
    assert known is not None
    assert open_.outcome == "unknown"
    # III/c is the first rank of ahli muda (III/c–III/d), which asks 100.
    assert known.outcome == "met"
    assert open_.with_check(next(check for check in known.checks if check.check == "credit")) == known
