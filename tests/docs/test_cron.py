"""docs/cron.md: its script runs as it stands, silently, and twice with the same result; its commands exist."""

import json
import os
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.mentions import command_of, unknown_options

ROOT = Path(__file__).parents[2]
CRON = (ROOT / "docs" / "cron.md").read_text(encoding="utf-8")
SCRIPT, LOG = re.findall(r"^```sh\n(.*?)^```", CRON, re.MULTILINE | re.DOTALL)
POWERSHELL = re.findall(r"^```powershell\n(.*?)^```", CRON, re.MULTILINE | re.DOTALL)[0]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("srv")
    shutil.copy(ROOT / "data" / "sample.sqlite", folder / "kota.sqlite")
    program = folder / "bin" / "asnkarier"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m asnkarier "$@"\n')
    program.chmod(program.stat().st_mode | stat.S_IEXEC)
    return folder


def job(script: str, place: Path) -> subprocess.CompletedProcess[str]:
    """Run a script as cron does: no terminal, hardly any environment."""
    return subprocess.run(
        ["/bin/sh", "-c", script.replace("/srv/bkpsdm", str(place))],
        cwd=place,
        env={"PATH": f"{place}/bin:{os.defpath}", "HOME": str(place)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.skipif(os.name == "nt", reason="a script for sh")
def test_the_nightly_job_is_silent_and_changes_nothing_the_second_time(place: Path) -> None:
    first = job(SCRIPT, place)
    assert (first.returncode, first.stdout, first.stderr) == (0, "", "")
    made = {
        path: path.read_bytes() for name in ("cadangan", "laporan", "perorangan") for path in (place / name).iterdir()
    }
    assert len(made) == 1 + 2 + 21  # one copy, workbook and page, and the 21 of the unit
    second = job(SCRIPT, place)
    assert (second.returncode, second.stdout, second.stderr) == (0, "", "")
    assert {path: path.read_bytes() for path in made} == made


@pytest.mark.skipif(os.name == "nt", reason="a script for sh")
def test_a_job_that_fails_says_why_and_ends_with_its_code(place: Path) -> None:
    failed = job(SCRIPT.replace("kota.sqlite", "hilang.sqlite"), place)
    assert failed.returncode == 4
    assert failed.stdout == ""
    assert "hilang.sqlite" in failed.stderr


@pytest.mark.skipif(os.name == "nt", reason="a script for sh")
def test_the_log_names_each_file_with_its_hash(place: Path) -> None:
    done = job(f"export ASNKARIER_DB=kota.sqlite; {LOG}", place)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    files = json.loads((place / "laporan.log").read_text(encoding="utf-8"))["files"]
    assert [len(file["sha256"]) for file in files] == [64, 64]


def test_commands_of_the_script_for_windows_exist() -> None:
    typed = [
        line.removeprefix("asnkarier ").partition(" 2>>")[0] for line in POWERSHELL.splitlines() if "asnkarier " in line
    ]
    typed = [line for line in typed if not line.startswith("$")]
    assert len(typed) == 3
    for line in typed:
        command = command_of(line)
        assert command is not None
        assert unknown_options(line, command) == []
