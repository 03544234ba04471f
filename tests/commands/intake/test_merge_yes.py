"""A script gives `--yes` everywhere; where nothing is asked it is taken all the same."""

from pathlib import Path

from asnkarier.core.access import Access
from asnkarier.store.database import open_database
from tests.commands.intake.books import BUDI, SITI, book, changed
from tests.terminal import asnkarier


def test_merging_takes_yes(tmp_path: Path) -> None:
    db = tmp_path / "kota.sqlite"
    assert asnkarier("init", "--db", db, "--name", "Kota Contoh").code == 0
    people = [SITI, changed(BUDI, unit="Bidang Kearsipan", jabatan="Arsiparis Terampil")]
    assert asnkarier("import", book(tmp_path / "daftar.xlsx", people), "--db", db).code == 0
    assert asnkarier("unit", "merge", "Bidang Kearsipan", "Bidang Arsip", "--yes", "--db", db).code == 0
    told = asnkarier("position", "merge", "Arsiparis Terampil", "Kepala Bidang Arsip", "--ya", "--db", db)
    assert told.code == 0, told.err
    with open_database(str(db), Access.READ) as file:
        assert file.rows("SELECT name FROM position") == [("Kepala Bidang Arsip",)]
