from collections.abc import Callable
from pathlib import Path

import pytest

from asnkarier.core.errors import RuleError
from asnkarier.law import toml
from asnkarier.law.load import DATA, read_topic
from asnkarier.law.topics import TOPICS


def text_of(topic: str) -> str:
    return (Path(DATA) / TOPICS[topic].room / f"{topic}.toml").read_text(encoding="utf-8")


@pytest.fixture
def refusal() -> Callable[[str, str, str], RuleError]:
    """Change one passage of a built-in rule file and return the refusal that reading it gives."""

    def refused(topic: str, old: str, new: str) -> RuleError:
        text = text_of(topic)
        assert old in text
        with pytest.raises(RuleError) as caught:
            read_topic(toml.parse(text.replace(old, new, 1), "x.toml"), "x.toml", topic)
        assert caught.value.values["file"] == "x.toml"
        return caught.value

    return refused
