"""What a reading command reads again and again is read once; a writer reads what it wrote."""

from pathlib import Path

from asnkarier.core.access import Access
from asnkarier.store.database import Database, open_database
from tests.town import town


def _names(db: Database) -> list[str]:
    return db.once("names", lambda: [row[0] for row in db.rows("SELECT name FROM person ORDER BY id")])


def test_once(tmp_path: Path) -> None:
    path = tmp_path / "kota.sqlite"
    with town(path) as place:
        place.person("197203141997032929", "Siti Contoh")
    with open_database(str(path), Access.READ) as db:
        first = _names(db)
        first.append("of the caller's own")
        assert _names(db) == ["Siti Contoh"]
    with open_database(str(path), Access.WRITE) as db:
        assert _names(db) == ["Siti Contoh"]
        db.execute("UPDATE person SET name = 'Siti Baru'")
        assert _names(db) == ["Siti Baru"]
