"""Kinds and fields typed in Indonesian: `--as evaluasi`, `--set tahun=2025`, `--map 'X=predikat kinerja'`."""

from pathlib import Path

import pytest

from asnkarier.commands.intake.import_ import reading_options
from asnkarier.commands.kinds import KIND_NAMES, fields_named
from asnkarier.core.access import Access
from asnkarier.core.errors import Usage
from asnkarier.core.kinds.catalogue import KINDS
from asnkarier.store.database import create, open_database
from tests.store.intake.lists import ACTOR


@pytest.mark.parametrize(
    ("kinds", "sets", "maps", "read"),
    [
        ("evaluasi", ["tahun=2025"], ["X=Tahun"], (("evaluations",), {"year": "2025"}, {"X": "year"})),
        (
            "penilaian-kinerja,Pelatihan",
            ["year=2025"],
            ["X="],
            (("evaluations", "trainings"), {"year": "2025"}, {"X": ""}),
        ),
        ("asesmen", ["Tanggal Asesmen=2024-06-01"], [], (("assessments",), {"assessed_on": "2024-06-01"}, {})),
        # A label of several kinds is the field of each; a kind has one of them at most.
        (None, ["umpan_balik=Baik"], ["Y=tidak ada"], ((), {"feedback": "Baik", "text": "Baik"}, {"Y": "tidak ada"})),
    ],
)
def test_what_is_typed(
    tmp_path: Path, kinds: str | None, sets: list[str], maps: list[str], read: tuple[object, ...]
) -> None:
    create(f"{tmp_path}/a.sqlite")
    with open_database(f"{tmp_path}/a.sqlite", Access.READ) as db:
        options = reading_options(db, ACTOR, kinds=kinds, sets=sets, maps=maps)
        assert (options.as_kinds, options.sets, options.maps) == read
        with pytest.raises(Usage) as refusal:
            reading_options(db, ACTOR, kinds="entah")
        assert "evaluations (penilaian-kinerja)" in str(refusal.value.values["kinds"])


def test_no_two_kinds_have_one_name() -> None:
    names = [name for kind, others in KIND_NAMES.items() for name in {kind, *others}]
    assert len(names) == len(set(names))


def test_no_kind_has_two_fields_of_one_label() -> None:
    assert all(len(fields_named(field.label, [kind.name])) == 1 for kind in KINDS.values() for field in kind.fields)
