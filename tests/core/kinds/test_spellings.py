"""The further spellings of headers: each names a field there is, and means that field alone in its kind."""

from collections import Counter

import pytest

from asnkarier.core.kinds.catalogue import KINDS
from asnkarier.core.kinds.spellings import FURTHER
from asnkarier.core.text import folded
from asnkarier.ingest.header.headers import of_kind


def kinds_with(kind: str, field: str) -> list[str]:
    return [name for name, spec in KINDS.items() if kind in ("*", name) and any(f.name == field for f in spec.fields)]


@pytest.mark.parametrize("meaning", FURTHER)
def test_each_further_header_means_its_field(meaning: str) -> None:
    kind, _, field = meaning.partition(".")
    kinds = kinds_with(kind, field)
    assert kinds
    for name in kinds:
        index = of_kind(name)
        headers = [folded(header.replace(" > ", " ")) for header in FURTHER[meaning].split("|")]
        assert [header for header in headers if field not in index[header].fields] == []


def test_no_further_header_stands_twice() -> None:
    for kind in KINDS:
        said = Counter(
            folded(header)
            for meaning, line in FURTHER.items()
            if meaning.partition(".")[0] in ("*", kind) and kind in kinds_with(*meaning.split("."))
            for header in line.split("|")
        )
        assert [header for header, count in said.items() if count > 1] == []
