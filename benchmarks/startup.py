"""How long the program takes before it does anything, as a ratio to an anchor timed in the same run.

    python benchmarks/startup.py [--repeat 15] [--db data/sample.sqlite --nip NIP]

The anchor of `--help`, usage errors and completion is a Typer app of two commands doing the same; of a reading command for one
person it is `python -c "import sqlmodel, typer"`. Runs alternate; the median counts.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TWO_COMMANDS = """
import typer
app = typer.Typer()
@app.command()
def one(name: str): print(name)
@app.command()
def two(count: int = 1): print(count)
app(prog_name="two")
"""


def seconds(command: list[str], environment: dict[str, str]) -> float:
    """Run once and return the wall time."""
    since = time.perf_counter()
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - since


def compare(name: str, ours: list[str], anchor: list[str], limit: float, repeat: int, **extra: str) -> bool:
    """Time both in turn and print the ratio of the medians."""
    environment = {**os.environ, **extra}
    seconds(ours, environment), seconds(anchor, environment)
    times = [(seconds(ours, environment), seconds(anchor, environment)) for _ in range(repeat)]
    mine, theirs = (statistics.median(side) for side in zip(*times, strict=True))
    ratio = mine / theirs
    print(f"{name:<24} {mine * 1000:6.0f} ms   anchor {theirs * 1000:6.0f} ms   {ratio:4.2f} ×  (at most {limit})")
    return ratio <= limit


def main() -> int:
    """Compare everything; 1 where a limit is missed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--repeat", type=int, default=15)
    parser.add_argument("--db", default="data/sample.sqlite")
    parser.add_argument("--nip", default="")
    asked = parser.parse_args()
    python, repeat = sys.executable, asked.repeat
    ours = [python, "-m", "asnkarier"]
    with tempfile.TemporaryDirectory() as folder:
        two = Path(folder) / "two.py"
        two.write_text(TWO_COMMANDS, encoding="utf-8")
        anchor = [python, str(two)]
        completing = {
            "_ASNKARIER_COMPLETE": "complete_bash",
            "_TWO_COMPLETE": "complete_bash",
            "COMP_WORDS": "asnkarier s",
            "COMP_CWORD": "1",
        }
        kept = [
            compare("--help", [*ours, "--help"], [*anchor, "--help"], 1.3, repeat),
            compare("--help of a command", [*ours, "init", "--help"], [*anchor, "one", "--help"], 1.3, repeat),
            compare("usage error", [*ours, "shortlst"], [*anchor, "oen"], 1.3, repeat),
            compare("unknown option", [*ours, "init", "--x"], [*anchor, "one", "--x"], 1.3, repeat),
            compare("completion", ours, anchor, 1.3, repeat, **completing),
        ]
        if asked.nip:
            one = {
                **completing,
                "COMP_WORDS": f"asnkarier show {asked.nip[:6]}",
                "COMP_CWORD": "2",
                "ASNKARIER_DB": asked.db,
            }
            kept.append(compare("completion of a NIP", ours, anchor, 1.3, repeat, **one))
            show = [*ours, "show", asked.nip, "--db", asked.db]
            kept.append(compare("show of one person", show, [python, "-c", "import sqlmodel, typer"], 0.7, repeat))
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
