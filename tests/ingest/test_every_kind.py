"""Any sound list of any of the kinds is read back the same, through xlsx, ods and csv; nothing is lost, moved or invented."""

from pathlib import Path
from random import Random
from typing import Any

import pytest

from asnkarier.core.kinds.catalogue import KINDS
from asnkarier.ingest.frames import ReadOptions
from asnkarier.ingest.reading import read_book
from tests.ingest.sheetmaker import TODAY, collected, write_xlsx
from tests.ingest.sound import Sound, in_text, nips, rows_of, typed
from tests.ingest.test_roundtrip import write_csv, write_ods

BOOKS = range(3)
POOL = Sound(nips(30))


@pytest.mark.parametrize("number", BOOKS)
@pytest.mark.parametrize("name", KINDS)
def test_a_sound_list_reads_back_the_same(tmp_path: Path, name: str, number: int) -> None:
    kind, random = KINDS[name], Random(f"{name} {number}")
    rows = rows_of(kind, random, POOL)
    fields = list(kind.fields)
    random.shuffle(fields)  # the order of columns means nothing
    labels: list[Any] = [field.label for field in fields]
    cells = [[typed(field, row[field.name], random) for field in fields] for row in rows]
    text = [[in_text(cell, random) for cell in row] for row in cells]
    for file in (
        write_xlsx(tmp_path / "a.xlsx", {"D": [labels, *cells]}),
        write_ods(tmp_path / "a.ods", [labels, *cells]),
        write_csv(tmp_path / "a.csv", [labels, *text]),
    ):
        read = collected(read_book(file, ReadOptions(today=TODAY)))
        assert [f for f in read.findings if f.severity == "error"] == [], file
        assert [head.kind for head in read.heads] == [name], file
        assert {column.field for column in read.heads[0].columns} >= {field.name for field in fields}
        found = [{field.name: row[field.name] for field in fields} for _, row in read.rows[0]]
        assert found == rows, file
