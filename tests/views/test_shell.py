"""Words ready to be pasted: in double quotes wherever these do, which every shell knows."""

import shlex

import pytest

from asnkarier.views.shell import word


@pytest.mark.parametrize(
    ("text", "posix", "windows"),
    [
        ("umum", "umum", "umum"),
        ("197203141997032929", "197203141997032929", "197203141997032929"),
        ("Kepala Dinas Sosial", '"Kepala Dinas Sosial"', '"Kepala Dinas Sosial"'),
        ("Kepala UPTD (Rumah Sakit) & Co", '"Kepala UPTD (Rumah Sakit) & Co"', '"Kepala UPTD (Rumah Sakit) & Co"'),
        ("SD Ma'arif", '"SD Ma\'arif"', '"SD Ma\'arif"'),
        ('Kepala SD "Bina"', "'Kepala SD \"Bina\"'", "\"Kepala SD 'Bina'\""),
        ("Rp$5", "'Rp$5'", '"Rp$5"'),
        ("C:\\Data\\kota.sqlite", "'C:\\Data\\kota.sqlite'", "C:\\Data\\kota.sqlite"),
        ("", '""', '""'),
    ],
)
def test_words(text: str, posix: str, windows: str) -> None:
    assert word(text, windows=False) == posix
    assert word(text, windows=True) == windows
    assert shlex.split(posix) == [text]
