"""A pager is opened on a terminal for an answer longer than the screen, and nowhere else."""

import os
import pty
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "data" / "sample.sqlite"

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a terminal made by pty")


def on_a_terminal(*arguments: str, lines: int = 20, env: Mapping[str, str] | None = None) -> str:
    """Run the program on a terminal of so many lines and return what it shows."""
    ours, theirs = pty.openpty()
    settings = {
        "PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "COLUMNS": "100", "LINES": str(lines), "TERM": "xterm",
        "ASNKARIER_LANG": "id", "ASNKARIER_DB": str(SAMPLE), **(env or {}),
    }  # fmt: skip
    command = [sys.executable, "-m", "asnkarier", *arguments]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=settings, close_fds=True) as running:
        os.close(theirs)
        shown = b""
        until = time.monotonic() + 60
        while time.monotonic() < until:
            if select.select([ours], [], [], 0.2)[0]:
                try:
                    part = os.read(ours, 65536)
                except OSError:
                    break
                if not part:
                    break
                shown += part
            elif running.poll() is not None:
                break
        running.kill()
    os.close(ours)
    return shown.decode("utf-8", "replace")


@pytest.fixture
def pager(tmp_path: Path) -> str:
    """A pager that says it was there."""
    script = tmp_path / "pager"
    script.write_text("#!/bin/sh\nprintf 'DIHALAMANKAN\\n'\ncat\n")
    script.chmod(0o755)
    return str(script)


LONG = ("rules", "list", "--as-of", "2026-06-30")


def test_a_long_answer_is_paged_and_whole(pager: str) -> None:
    shown = on_a_terminal(*LONG, env={"PAGER": pager})
    assert shown.count("DIHALAMANKAN") == 1
    assert "pensiun" in shown
    assert "\x1b[" in shown  # colours go through


@pytest.mark.parametrize(
    ("arguments", "settings", "lines"),
    [
        (LONG, {"ASNKARIER_PAGER": "0"}, 20),
        (LONG, {"NO_PAGER": "1"}, 20),
        (LONG, {"TERM": "dumb"}, 20),
        (LONG, {}, 400),
        ((*LONG, "--quiet"), {}, 20),
        ((*LONG, "--format", "md"), {}, 20),
        ((*LONG, "--format", "json"), {}, 20),
    ],
)
def test_no_pager_where_none_helps(
    pager: str, arguments: tuple[str, ...], settings: dict[str, str], lines: int
) -> None:
    shown = on_a_terminal(*arguments, env={"PAGER": pager, **settings}, lines=lines)
    assert "DIHALAMANKAN" not in shown
    assert "pensiun" in shown


def test_without_a_pager_the_answer_is_simply_written() -> None:
    """PAGER names a program that is not there, as on many Windows machines nothing is."""
    assert "pensiun" in on_a_terminal(*LONG, env={"PAGER": "tidak-ada-program-ini"})


@pytest.mark.skipif(shutil.which("less") is None, reason="no less here")
def test_own_choice_comes_before_the_general_one(pager: str) -> None:
    shown = on_a_terminal(*LONG, env={"PAGER": "less", "ASNKARIER_PAGER": pager})
    assert shown.count("DIHALAMANKAN") == 1


def test_a_pipe_is_never_paged(pager: str) -> None:
    command = [sys.executable, "-m", "asnkarier", *LONG]
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "PAGER": pager, "ASNKARIER_DB": str(SAMPLE)}
    said = subprocess.run(command, capture_output=True, text=True, env=env, timeout=60, check=True)
    assert "DIHALAMANKAN" not in said.stdout
