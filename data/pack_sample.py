"""Pack data/sample.sqlite into the package, for `asnkarier init --sample`: `python data/pack_sample.py`."""

import lzma
from pathlib import Path

HERE = Path(__file__).parent
SOURCE = HERE / "sample.sqlite"
PACKED = HERE.parent / "asnkarier" / "sample" / "sample.sqlite.xz"


def packed(content: bytes) -> bytes:
    """Return the packed bytes; the same content gives the same bytes."""
    return lzma.compress(content, preset=9 | lzma.PRESET_EXTREME)


if __name__ == "__main__":
    PACKED.write_bytes(packed(SOURCE.read_bytes()))
    print(f"{PACKED}: {PACKED.stat().st_size} bytes")
