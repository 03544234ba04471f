"""What SQLite's own errors are told as."""

import sqlite3
from pathlib import Path

import pytest

from asnkarier.store.sqlite import told


@pytest.mark.parametrize(
    ("error", "code"),
    [
        ("database or disk is full", "disk_full"),
        ("disk I/O error", "disk_full"),
        ("no such column: p.full_name", "database_damaged"),  # a name with these letters says nothing of the disk
        ("database is locked", "database_locked"),
        ("attempt to write a readonly database", "database_readonly"),
        ("unable to open database file", "database_unreadable"),
    ],
)
def test_each_error_of_the_file_has_its_refusal(error: str, code: str) -> None:
    assert told(sqlite3.OperationalError(error), Path("kota.sqlite")).code == code
