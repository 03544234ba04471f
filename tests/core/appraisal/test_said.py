"""An evaluation's predicate where only its ratings or its score were recorded: by the law of its own year."""

import pytest

from asnkarier.core.appraisal.said import PredicateReader, Told
from asnkarier.law.load import regulations

READ = PredicateReader(regulations().predicate)


@pytest.mark.parametrize(
    ("told", "predicate"),
    [
        # Recorded beats read off: the leader's own word stands.
        (Told(2025, "meets", "meets", "kurang"), "kurang"),
        (Told(2025, "below", "meets", None), "butuh_perbaikan"),
        (Told(2025, "above", None, None), None),
        # A score means nothing since 2022, ratings nothing before.
        (Told(2022, None, None, None, 95_0000), None),
        (Told(2021, "above", "above", None), None),
        # 2020, PP 46/2011: 91 Sangat Baik, 90.9999 Baik; 2021, PP 30/2019: 90 Baik, 89.9999 Cukup, today's Butuh Perbaikan.
        (Told(2020, None, None, None, 91_0000), "sangat_baik"),
        (Told(2020, None, None, None, 90_9999), "baik"),
        (Told(2021, None, None, None, 90_0000), "baik"),
        (Told(2021, None, None, None, 89_9999), "butuh_perbaikan"),
        # 110 and more asks for a new idea: with one Sangat Baik, without one Baik, unsaid unknown.
        (Told(2021, None, None, None, 110_0000, "ya"), "sangat_baik"),
        (Told(2021, None, None, None, 110_0000, "tidak"), "baik"),
        (Told(2021, None, None, None, 110_0000), None),
        # Before the first regulation only what was recorded counts.
        (Told(2013, None, None, None, 95_0000), None),
        (Told(2013, None, None, "baik", 95_0000), "baik"),
    ],
)
def test_predicate_by_the_law_of_the_year(told: Told, predicate: str | None) -> None:
    assert READ.of(told) == predicate


@pytest.mark.parametrize(
    ("told", "ends"),
    [
        # A rating alone leaves the cells of its row or column: above is Sangat Baik, Baik or Kurang by the behaviour beside it.
        (Told(2025, "above", None, None), ("sangat_baik", "kurang")),
        (Told(2025, "below", None, None), ("butuh_perbaikan", "sangat_kurang")),
        (Told(2025, None, "meets", None), ("baik", "butuh_perbaikan")),
        (Told(2025, "meets", "meets", None), ("baik", "baik")),
        (Told(2025, None, None, None), ("sangat_baik", "sangat_kurang")),
        # 110 in 2021 is Sangat Baik with a new idea and Baik without one: no less, whatever is said of the idea.
        (Told(2021, None, None, None, 110_0000), ("sangat_baik", "baik")),
        (Told(2021, None, None, None, 109_9999), ("baik", "baik")),
        # Outside the scale, or of a law that knows no score, nothing is told.
        (Told(2021, None, None, None, 120_0001), ("sangat_baik", "sangat_kurang")),
        (Told(2022, None, None, None, 95_0000), ("sangat_baik", "sangat_kurang")),
        (Told(2013, None, None, None, 95_0000), ("sangat_baik", "sangat_kurang")),
    ],
)
def test_what_the_law_leaves_of_a_predicate_that_is_not_known(told: Told, ends: tuple[str, str]) -> None:
    assert READ.ends(told) == ends
