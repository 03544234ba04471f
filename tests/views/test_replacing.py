"""Writing to a name: whole or not at all, and a device stays a device."""

import contextlib
import os
import stat
from pathlib import Path

import pytest

from asnkarier.core.errors import Usage
from asnkarier.views.output import replacing


def test_what_was_written_takes_the_place_whole(tmp_path: Path) -> None:
    target = tmp_path / "hasil.txt"
    target.write_text("lama")
    with replacing(target) as temporary:
        temporary.write_text("baru")
        assert target.read_text() == "lama"
    assert target.read_text() == "baru"
    assert [p.name for p in tmp_path.iterdir()] == ["hasil.txt"]


def test_nothing_is_left_where_it_fails(tmp_path: Path) -> None:
    target = tmp_path / "hasil.txt"
    with contextlib.suppress(RuntimeError), replacing(target) as temporary:
        temporary.write_text("setengah")
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are of POSIX")
def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipa"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with replacing(pipe) as place:
        place.write_bytes(b"isi")
    assert os.read(reader, 10) == b"isi"
    os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Usage, match="output_refused"), replacing(tmp_path):
        pass
