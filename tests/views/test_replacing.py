"""Writing to a name: whole or not at all, and a device stays a device."""

import contextlib
import os
import signal
import stat
import subprocess
import sys
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


def ended() -> int:
    """Return the number of a process that is no more."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


@pytest.mark.skipif(os.name == "nt", reason="there a file of the last minute may still be somebody's")
def test_what_a_killed_run_left_goes_with_the_next_run_of_the_same_name(tmp_path: Path) -> None:
    """Not what a run that is still alive writes, nor what is of another name, nor a folder called so."""
    gone = ended()
    alive = os.getppid()
    left = [f".laporan.xlsx.{gone}.tmp", f".laporan.xlsx.{alive}.tmp", f".lain.xlsx.{gone}.tmp", "laporan.xlsx.1.tmp"]
    for name in left:
        (tmp_path / name).write_text("setengah")
    (tmp_path / f".laporan.xlsx.{gone}0.tmp").mkdir()
    with replacing(tmp_path / "laporan.xlsx") as temporary:
        temporary.write_text("baru")
    assert {path.name for path in tmp_path.iterdir()} == {"laporan.xlsx", f".laporan.xlsx.{gone}0.tmp", *left[1:]}


@pytest.mark.skipif(os.name == "nt", reason="signals are of POSIX")
def test_whoever_is_told_to_end_leaves_nothing_half_written(tmp_path: Path) -> None:
    program = (
        "import sys, time; from pathlib import Path\n"
        "from asnkarier import cli\n"
        "from asnkarier.views.output import replacing\n"
        "def run(words):\n"
        "    with replacing(Path(words[0])) as temporary:\n"
        "        temporary.write_text('setengah'); print('ready', flush=True); time.sleep(60)\n"
        "cli._answered = run\n"
        "cli.main()\n"
    )
    path = tmp_path / "hasil.txt"
    process = subprocess.Popen([sys.executable, "-c", program, str(path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    assert len(list(tmp_path.iterdir())) == 1
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=30)
    assert process.returncode != 0
    assert list(tmp_path.iterdir()) == []
