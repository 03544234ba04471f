"""The commands of README.md: its `sh` blocks, as people copy them."""

import re
from pathlib import Path

README = Path(__file__).parents[2] / "README.md"


def blocks() -> list[str]:
    """Return the `sh` blocks in order."""
    return re.findall(r"^```sh\n(.*?)^```", README.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def commands(block: str) -> list[str]:
    """Return the lines of a block that run asnkarier, without the path of its virtual environment."""
    joined = block.replace("\\\n", " ")
    return [line.split("asnkarier ", 1)[1] for line in joined.splitlines() if re.match(r"(\S*/)?asnkarier ", line)]
