"""A policy may weigh one component on both axes: each axis shows it, and its points add up to the axis."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.everywhere import SAMPLE
from tests.terminal import asnkarier

POLICY = """
name = "dua sumbu"
basis = "contoh"
confidence = "illustrative"
base = "umum"
[performance.weights]
predicate = 50
discipline = 20
competency = 30
"""


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    path: Path = tmp_path_factory.mktemp("policy") / "dua.toml"
    path.write_text(POLICY, encoding="utf-8")
    said = asnkarier(
        "shortlist", "Kepala Dinas Kesehatan", "--policy", path, "--all", "--db", SAMPLE, "--as-of", "2026-06-30",
        "--format", "json",
    )  # fmt: skip
    found = json.loads(said.out)
    return [*found["candidates"], *found["excluded_people"], *found["undetermined_people"]]


def test_each_axis_shows_what_counts_on_it(people: list[dict[str, Any]]) -> None:
    assert people
    for one in people:
        weights = {(c["component"], c["axis"]): c["weight"] for c in one["components"]}
        assert {name: weight for (name, axis), weight in weights.items() if axis == "performance"} == {
            "predicate": 50,
            "discipline": 20,
            "competency": 30,
        }
        # Those of `umum`: 65 competency, 4 × 5 qualification, 15 discipline.
        assert {name: weight for (name, axis), weight in weights.items() if axis == "potential"} == {
            "competency": 65,
            "education": 5,
            "field_of_study": 5,
            "training": 5,
            "experience": 5,
            "discipline": 15,
        }


def test_the_points_add_up_to_the_axis(people: list[dict[str, Any]]) -> None:
    whole = [one for one in people if one["performance"] is not None]
    assert whole
    for one in whole:
        points = [c["points"] for c in one["components"] if c["axis"] == "performance"]
        assert sum(points) == pytest.approx(one["performance"])
