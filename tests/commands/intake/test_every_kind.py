"""Over all kinds: the same list again changes nothing, and undo leaves the file as if it had never been imported."""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from asnkarier.core.access import Access
from asnkarier.core.kinds.catalogue import KINDS
from asnkarier.store.database import Database, create, open_database
from asnkarier.store.intake.undo import undo
from tests.commands.intake.test_import_properties import content, taken_in
from tests.ingest.sheetmaker import write_xlsx
from tests.ingest.sound import AGENCY, NINE, POSITIONS, UNITS, Sound, nips, rows_of, typed
from tests.store.intake.lists import ACTOR

POOL = Sound(nips(30), places=False)


def book(path: Path, name: str, rows: list[dict[str, Any]], random: Random) -> Path:
    fields = [field for field in KINDS[name].fields if any(row[field.name] is not None for row in rows)]
    cells = [[typed(field, row[field.name], random) for field in fields] for row in rows]
    return write_xlsx(path, {"D": [[field.label for field in fields], *cells]})


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that knows every person, unit, post and competency of the pool."""
    folder = tmp_path_factory.mktemp("kota")
    path = folder / "kota.sqlite"
    create(str(path))
    competencies = [["Kompetensi", "Kelompok"], *([name, "manajerial"] for name in NINE)]
    units = [["Unit Kerja", "Perangkat Daerah"], *([name, AGENCY] for name in UNITS)]
    posts = [
        ["Jabatan", "Unit Kerja", "Perangkat Daerah", "Jenis Jabatan"],
        *([post, unit, AGENCY, "pelaksana"] for post in POSITIONS for unit in UNITS),
    ]
    people = [
        ["NIP", "Nama", "Jabatan", "Unit Kerja", "Perangkat Daerah"],
        *(
            [nip, f"Contoh {n}", POSITIONS[n % len(POSITIONS)], UNITS[n % len(UNITS)], AGENCY]
            for n, nip in enumerate(POOL.nips)
        ),
    ]
    books = {"competencies": competencies, "units": units, "positions": posts, "roster": people}
    with open_database(str(path), Access.WRITE) as db:
        for name, rows in books.items():
            taken_in(db, write_xlsx(folder / f"{name}.xlsx", {"D": rows}))
        assert [len(db.rows(f"SELECT 1 FROM {t}")) for t in ("competency", "person")] == [len(NINE), len(POOL.nips)]
    return path


@pytest.fixture
def db(city: Path, tmp_path: Path) -> Iterator[Database]:
    copy = tmp_path / "kota.sqlite"
    copy.write_bytes(city.read_bytes())
    with open_database(str(copy), Access.WRITE) as database:
        yield database


@pytest.mark.parametrize("number", range(2))
@pytest.mark.parametrize("name", KINDS)
def test_a_second_import_changes_nothing_and_undo_restores_everything(
    db: Database, tmp_path: Path, name: str, number: int
) -> None:
    random = Random(f"{name} {number}")
    rows = rows_of(KINDS[name], random, POOL)
    file = book(tmp_path / "a.xlsx", name, rows, random)
    before = content(db)
    batch = taken_in(db, file)
    after = content(db)
    assert batch is not None
    assert after != before
    assert (taken_in(db, file), content(db)) == (None, after)
    # The same rows in other words, in another order of rows and columns, say nothing new either.
    random.shuffle(rows)
    assert (taken_in(db, book(tmp_path / "b.xlsx", name, rows, random)), content(db)) == (None, after)
    undo(db, ACTOR, batch)
    assert content(db) == before


@pytest.mark.parametrize("name", KINDS)
def test_a_second_list_is_undone_to_the_first(db: Database, tmp_path: Path, name: str) -> None:
    random = Random(f"{name} over")
    first = rows_of(KINDS[name], random, POOL)
    taken_in(db, book(tmp_path / "a.xlsx", name, first, random))
    between = content(db)
    # Half of the rows again with other values beside the key, half new.
    other = rows_of(KINDS[name], random, POOL)
    keys = KINDS[name].key
    mixed = [{**two, **{key: one[key] for key in keys}} for one, two in zip(first[:4], other[:4], strict=False)]
    batch = taken_in(db, book(tmp_path / "b.xlsx", name, [*mixed, *other[4:]], random))
    if batch is not None:
        undo(db, ACTOR, batch)
    assert content(db) == between
