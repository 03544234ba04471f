"""Both of the first ratios in one run: importing a roster, and a shortlist over everyone.

python -m benchmarks [--staff 100000] [--runs 3]
"""

import argparse
import subprocess
import sys


def main() -> int:
    """Run the two measurements one after the other; 1 where one of them could not be made."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--staff", default="100000")
    parser.add_argument("--runs", default="3")
    asked = parser.parse_args()
    common = ["--staff", asked.staff, "--runs", asked.runs]
    for arguments in (["benchmarks.imports", *common], ["benchmarks.reading", *common, "--only", "shortlist"]):
        if subprocess.run([sys.executable, "-m", *arguments], check=False).returncode:
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
