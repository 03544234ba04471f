"""What each of the nine boxes recommends, and the succession group (RULES §3)."""

from datetime import date

import pytest

from asnkarier.core.rules.talent import Recommendation
from asnkarier.law.load import regulations

DAYS = (date(2025, 12, 31), date(2026, 1, 1))


@pytest.mark.parametrize(
    ("number", "recommended"),
    [
        (9, ("promote_and_keep", "succession_group_institution", "succession_group_national", "award")),
        (8, ("keep", "succession_group_institution", "rotation", "job_enlargement", "performance_guidance")),
        (
            7,
            (
                "keep",
                "succession_group_institution",
                "rotation",
                "enrichment",
                "competency_development",
                "study_assignment",
            ),
        ),
        (6, ("fitting_placement", "performance_guidance", "counselling")),
        (5, ("fitting_placement", "guidance", "competency_development")),
        (4, ("rotation", "competency_development")),
        (3, ("guidance", "counselling", "competency_development", "fitting_placement")),
        (2, ("guidance", "competency_development", "fitting_placement")),
        (1, ("under_the_regulations",)),
    ],
)
def test_recommendations(number: int, recommended: tuple[Recommendation, ...]) -> None:
    for day in DAYS:
        rule = regulations().talent.on(day).value
        assert next(box for box in rule.boxes if box.number == number).recommendations == recommended


def test_only_boxes_of_the_succession_group_join_it() -> None:
    for day in DAYS:
        rule = regulations().talent.on(day).value
        joining = {box.number for box in rule.boxes if "succession_group_institution" in box.recommendations}
        assert joining == set(rule.succession_group) == {7, 8, 9}
