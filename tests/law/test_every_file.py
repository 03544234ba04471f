"""Every rule file: read strictly, cited, in order. What each topic says is tested beside its concept in tests/core."""

from datetime import date
from pathlib import Path

import pytest

from asnkarier.law.load import DATA, fingerprint, regulations
from asnkarier.law.topics import TOPICS


def test_every_file_has_a_topic_and_every_topic_a_file() -> None:
    files = {(path.parent.name, path.stem) for path in Path(DATA).rglob("*.toml")}
    assert files == {(entry.room, topic) for topic, entry in TOPICS.items()}


@pytest.mark.parametrize("topic", TOPICS)
def test_records_are_cited_and_in_order(topic: str) -> None:
    regulation = regulations().topic(topic)
    assert set(regulation.title) == {"id", "en"}
    days = [version.in_force_since for version in regulation.versions]
    assert days == sorted(set(days))
    for version in regulation.versions:
        assert version.citation.law
        assert version.citation.article
        assert version.citation.checked_on >= date(2026, 1, 1)
        assert regulation.on(version.in_force_since) is version
        assert len(fingerprint(version)) == 64


@pytest.mark.parametrize("topic", TOPICS)
def test_a_rule_file_stays_small_enough_to_be_read_at_once(topic: str) -> None:
    # 2.7 kB of TOML take about a millisecond; a command may need several topics.
    assert (Path(DATA) / TOPICS[topic].room / f"{topic}.toml").stat().st_size < 6_000
