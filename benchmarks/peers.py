"""How the import compares with what people use instead, in the same run as the anchor of `benchmarks.imports`.

    python -m benchmarks.peers [--staff 100000] [--runs 1] [--python INTERPRETER] [--error-report]

Peers are optional: pandas, sqlite-utils and SQLModel are run by `--python` (this interpreter when not given), and said to be
absent where it cannot import them. None of the peers checks a value, keeps where it came from, or can be undone: they are the
ground that the import stands on, not what it does. `--error-report` also measures an import of rows that are all bad.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from openpyxl import Workbook

from benchmarks.city import HEADERS, roster, staff
from benchmarks.imports import ANCHOR, worked

PANDAS = """
import sqlite3, sys
import pandas
frame = pandas.read_excel(sys.argv[1], header=3, dtype=str, engine=ENGINE)
frame.to_sql("s", sqlite3.connect(sys.argv[2]), index=False)
"""
SQLITE_UTILS = """
import sys
import openpyxl, sqlite_utils
rows = openpyxl.load_workbook(sys.argv[1], read_only=True).worksheets[0].iter_rows(min_row=4, values_only=True)
names = [str(name) for name in next(rows)]
sqlite_utils.Database(sys.argv[2])["s"].insert_all((dict(zip(names, row)) for row in rows), pk="NIP")
"""
ORM = """
import sys
import openpyxl
from sqlmodel import Field, Session, SQLModel, create_engine
rows = openpyxl.load_workbook(sys.argv[1], read_only=True).worksheets[0].iter_rows(min_row=4, values_only=True)
names = [f"c{i}" for i in range(len(next(rows)))]
fields = {"__annotations__": {"id": int | None, **{name: str | None for name in names}}, "__module__": __name__}
Row = type("Row", (SQLModel,), {**fields, "id": Field(default=None, primary_key=True), **dict.fromkeys(names)}, table=True)
engine = create_engine("sqlite:///" + sys.argv[2])
SQLModel.metadata.create_all(engine)
with Session(engine) as session:
    for row in rows:
        session.add(Row(**{name: None if cell is None else str(cell) for name, cell in zip(names, row)}))
    session.commit()
"""
PEERS = {
    "pandas (calamine) + to_sql": ("pandas, python_calamine", PANDAS.replace("ENGINE", "'calamine'")),
    "pandas (openpyxl) + to_sql": ("pandas, openpyxl", PANDAS.replace("ENGINE", "'openpyxl'")),
    "openpyxl + sqlite-utils": ("sqlite_utils, openpyxl", SQLITE_UTILS),
    "openpyxl + SQLModel": ("sqlmodel, openpyxl", ORM),
}
"""Name → what it must import, and the program that reads a workbook into a database."""


def bad_roster(path: Path, count: int) -> Path:
    """Write a roster in which every row has a date that does not exist and a golongan nobody knows."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Daftar")
    for row in (["PEMERINTAH KOTA CONTOH"], ["DAFTAR PEGAWAI"], ["KEADAAN 30 JUNI 2026"], list(HEADERS)):
        sheet.append(row)
    for person in staff(count):
        person[9], person[10] = f"VI/{person[0] % 7}", f"31-02-{2000 + person[0] % 20}"
        sheet.append(person)
    book.save(path)
    return path


def absent(python: str, modules: str) -> bool:
    """Tell whether the interpreter lacks one of the modules."""
    return subprocess.run([python, "-c", f"import {modules}"], check=False, stderr=subprocess.DEVNULL).returncode != 0


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--staff", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--error-report", action="store_true")
    parser.add_argument("--no-peers", action="store_true")
    asked = parser.parse_args()
    program = [sys.executable, "-m", "asnkarier"]
    times: dict[str, list[tuple[float, float, float]]] = {}
    lacking = [name for name, (modules, _) in PEERS.items() if absent(asked.python, modules)]
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        book = roster(folder / "daftar.xlsx", asked.staff)
        for run in range(asked.runs):
            db = folder / f"{run}.sqlite"
            subprocess.run([*program, "init", "--db", str(db)], check=True, stdout=subprocess.DEVNULL)
            raw = [sys.executable, "-c", ANCHOR, str(book), str(folder / f"{run}.raw")]
            times.setdefault("anchor: calamine + executemany", []).append(worked(raw))
            imported = [*program, "import", str(book), "--db", str(db), "-o", os.devnull]
            times.setdefault("asnkarier import", []).append(worked(imported))
            for number, (name, (_, text)) in enumerate(PEERS.items()):
                if name not in lacking and not asked.no_peers:
                    peer = [asked.python, "-c", text, str(book), str(folder / f"{run}-{number}.peer")]
                    times.setdefault(name, []).append(worked(peer))
        if asked.error_report:
            bad = bad_roster(folder / "keliru.xlsx", asked.staff)
            report = [*program, "import", str(bad), "--db", str(folder / "0.sqlite"), "-o"]
            times["error report, table"] = [worked([*report, str(folder / "catatan.txt")], ends=1)]
            times["error report, JSON"] = [worked([*report, str(folder / "catatan.json"), "--format", "json"], ends=1)]
    anchor = statistics.median(cpu for _, cpu, _ in times["anchor: calamine + executemany"])
    print(f"{asked.staff} staff, 25 columns, median of {asked.runs} alternating runs, load {os.getloadavg()[0]:.1f}")
    print(f"{'':32} {'wall':>9}  {'processor':>9}  {'ratio':>7}  {'memory':>10}")
    for name, measured in times.items():
        seconds, cpu = statistics.median(s for s, _, _ in measured), statistics.median(c for _, c, _ in measured)
        memory = max(m for _, _, m in measured)
        print(f"{name:32} {seconds:7.2f} s  {cpu:7.2f} s  {cpu / anchor:5.2f} ×  {memory:6.0f} MiB")
    for name in lacking if not asked.no_peers else ():
        print(f"{name:32} absent")


if __name__ == "__main__":
    main()
