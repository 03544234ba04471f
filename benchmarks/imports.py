"""How long an import takes, as a ratio to reading the same cells and inserting the same rows with nothing else.

    python -m benchmarks.imports [--staff 100000] [--runs 3] [--keep FOLDER]

The anchor is python-calamine's iter_rows and one raw sqlite3 executemany, in a process of its own, in the same run.
"""

import argparse
import compileall
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from functools import cache
from pathlib import Path

import asnkarier
from benchmarks.city import roster

ANCHOR = """
import sqlite3, sys
import python_calamine
book = python_calamine.CalamineWorkbook.from_path(sys.argv[1])
rows = [tuple(map(str, row)) for row in book.get_sheet_by_index(0).iter_rows()]
connection = sqlite3.connect(sys.argv[2])
connection.execute("CREATE TABLE s (" + ",".join(f"c{i} TEXT" for i in range(25)) + ")")
connection.executemany("INSERT INTO s VALUES (" + ",".join("?" * 25) + ")", [(*row, *[""] * 25)[:25] for row in rows])
connection.commit()
"""


def worked(arguments: list[str], ends: int = 0) -> tuple[float, float, float]:
    """Run a program; return its seconds, those its processors worked (which a busy machine does not stretch), and its memory."""
    _compiled()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds, memory = timed(arguments, ends)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return seconds, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, memory


@cache
def _compiled() -> None:
    """Compile the program as its installation does: from a checkout that may not keep what it compiled, each run would do it anew."""
    for folder in asnkarier.__path__:
        compileall.compile_dir(folder, quiet=1)


def timed(arguments: list[str], ends: int = 0) -> tuple[float, float]:
    """Run a program that ends with the exit code `ends`; return its seconds and the greatest memory of it and its children together, in MiB."""
    started = time.perf_counter()
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    most = 0
    while process.poll() is None:
        most = max(most, _resident(process.pid))
        time.sleep(0.02)
    seconds = time.perf_counter() - started
    if process.returncode != ends:
        raise SystemExit(f"{arguments[:4]} ended with {process.returncode}")
    return seconds, most / 1024


def _resident(pid: int) -> int:
    """Return the resident KiB of a process and everything it started; 0 where the system does not tell."""
    total = 0
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmRSS"):
                total = int(line.split()[1])
    except OSError:
        return 0
    return total + sum(_resident(int(child)) for child in children)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--staff", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = asked.keep or Path(made)
        folder.mkdir(exist_ok=True)
        first, again = folder / f"{asked.staff}.xlsx", folder / f"{asked.staff}-again.xlsx"
        if not first.exists():
            roster(first, asked.staff)
            roster(again, asked.staff, "DAFTAR PEGAWAI (dikirim ulang)")
        program = [sys.executable, "-m", "asnkarier"]
        times: dict[str, list[tuple[float, float]]] = {"anchor": [], "first import": [], "unchanged": []}
        for run in range(asked.runs):
            db, raw = Path(made) / f"{run}.sqlite", Path(made) / f"{run}.raw"
            subprocess.run([*program, "init", "--db", str(db)], check=True, stdout=subprocess.DEVNULL)
            times["anchor"].append(timed([sys.executable, "-c", ANCHOR, str(first), str(raw)]))
            times["first import"].append(timed([*program, "import", str(first), "--db", str(db), "-o", os.devnull]))
            times["unchanged"].append(timed([*program, "import", str(again), "--db", str(db), "-o", os.devnull]))
    anchor = statistics.median(seconds for seconds, _ in times["anchor"])
    sys.stdout.write(f"{asked.staff} staff, 25 columns, median of {asked.runs} alternating runs\n")
    for name, measured in times.items():
        seconds = statistics.median(s for s, _ in measured)
        memory = max(m for _, m in measured)
        sys.stdout.write(f"{name:14} {seconds:7.2f} s  {seconds / anchor:5.2f} ×  {memory:6.0f} MiB\n")


if __name__ == "__main__":
    main()
