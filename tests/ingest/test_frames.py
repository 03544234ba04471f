"""Frames come back from the pipe as they went in."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from asnkarier.core.finding import Finding
from asnkarier.ingest.frames import (
    ColumnMap,
    DoneFrame,
    EndFrame,
    FindingsFrame,
    Hidden,
    IgnoredColumn,
    ReadOptions,
    RowsFrame,
    SavedMap,
    SheetFrame,
    decoded,
    encoded,
    options_from_json,
    options_to_json,
)

FRAMES = [
    SheetFrame(
        "a.xlsx",
        "Lembar",
        "roster",
        3,
        ("nip",),
        (ColumnMap("A", "NIP", "nip", "exact"),),
        (IgnoredColumn("B", "No", "number"),),
        "2025-12-31",
        Hidden(True, 2, ("C",)),
        "",
        7,
    ),
    FindingsFrame([Finding("nip_length", "error", "a.xlsx", "Lembar", 4, "A", "19", {"digits": 2})]),
    EndFrame(3, 1, 1, 1, {"blank": 1}),
    DoneFrame(1),
]


def test_every_kind_of_frame_comes_back() -> None:
    assert [decoded(encoded(frame)) for frame in FRAMES] == FRAMES


@given(
    st.integers(1, 40).flatmap(
        lambda n: st.lists(
            st.lists(st.sampled_from(["III/a", "III/b", None, 30000, "é\n"]), min_size=n, max_size=n),
            min_size=1,
            max_size=4,
        )
    )
)
def test_columns_come_back_however_often_their_values_repeat(columns: list[list[Any]]) -> None:
    frame = RowsFrame(list(range(2, 2 + len(columns[0]))), columns)
    assert decoded(encoded(frame)) == frame


def test_options_come_back() -> None:
    options = ReadOptions(
        ("roster",), ("1",), {"A": "nip"}, {"unit": "é"}, "2026-06-01", ("Basis Data",), "bulanan", True, 5.0
    )._replace(saved=(SavedMap("bulanan", "roster", ("NIP", "Kedudukan X"), {"Kedudukan X": "position"}),))
    assert options_from_json(options_to_json(options)) == options
