"""The chapters of the annual report on succession and equal opportunity say what the commands say, and no names of successors."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from asnkarier.commands.report.basis import Basis
from asnkarier.commands.report.sections import defence
from asnkarier.core.access import Access
from asnkarier.store.database import open_database
from asnkarier.views.report.model import Figure, Section
from asnkarier.views.shapes import Table
from asnkarier.views.values import say
from tests.terminal import asnkarier

SAMPLE = Path(__file__).parents[3] / "data" / "sample.sqlite"
DAY = "2026-06-30"


@pytest.fixture(scope="module")
def on() -> Iterator[Basis]:
    with open_database(str(SAMPLE), Access.READ) as db:
        yield Basis(db, date.fromisoformat(DAY), 2025)


def tables(section: Section) -> list[Table]:
    found = [content.table if isinstance(content, Figure) else content for content in section.contents]
    return [table for table in found if isinstance(table, Table)]


def test_the_chapter_on_succession_counts_as_the_command_does(on: Basis) -> None:
    section = defence.successors(on)
    asked = json.loads(asnkarier("succession", "--db", SAMPLE, "--as-of", DAY, "--format", "json").out)
    benches, posts = tables(section)
    assert [row[1] for row in benches.rows] == list(asked["by_bench"].values())
    assert [(row[0], row[4]) for row in posts.rows] == [(post["position"], post["ready"]) for post in asked["posts"]]


def test_no_successor_is_named(on: Basis) -> None:
    asked = json.loads(asnkarier("succession", "--db", SAMPLE, "--as-of", DAY, "--format", "json").out)
    ready = {person["name"] for post in asked["posts"] for person in post["ready_people"]}
    holders = {person["name"] for post in asked["posts"] for person in post["holders"]}
    section = defence.successors(on)
    said = " ".join([*map(str, map(say, section.sentences)), *(str(row) for t in tables(section) for row in t.rows)])
    # Who holds a key post stands there as its holder.
    assert not [name for name in ready - holders if name in said]


def test_the_chapter_on_equal_opportunity_counts_as_the_command_does(on: Basis) -> None:
    section = defence.opportunity(on)
    asked = json.loads(asnkarier("fairness", "--year", 2025, "--db", SAMPLE, "--as-of", DAY, "--format", "json").out)
    expected = [
        [(group["known"], group["selected"]) for group in division["groups"]]
        for measure in asked["measures"]
        for division in measure["by"]
    ]
    assert [[(row[1], row[2]) for row in table.rows] for table in tables(section)[1:]] == expected


def test_twice_the_same(on: Basis) -> None:
    assert defence.opportunity(on) == defence.opportunity(on)
    assert defence.successors(on) == defence.successors(on)
