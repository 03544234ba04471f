"""The file a sealed decision is handed over in: a zip that every machine opens, with a digest that every machine can check."""

import zipfile
import zlib
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from asnkarier.core.errors import Stopped
from asnkarier.store.queries.seals import LARGEST
from asnkarier.views.defend.readme import README

DOCUMENT = "seal.json"
DIGEST = "sha256.txt"
USUAL = 64 << 20
"""Bytes of a document that are read without being asked for more: a city of 20,000 seals some 40 MB."""
_DATED = (1980, 1, 1, 0, 0, 0)


class Packed(NamedTuple):
    """What a file holds: the document, byte for byte, and the digest that stands beside it ('' for none)."""

    content: bytes
    sha256: str


def packed(content: bytes, sha256: str) -> bytes:
    """Return the file: the same document always gives the same bytes."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in (
            (DOCUMENT, content),
            (DIGEST, f"{sha256}  {DOCUMENT}\n".encode()),
            ("README.txt", README.encode()),
        ):
            archive.writestr(zipfile.ZipInfo(name, _DATED), part, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def unpacked(path: Path, *, large: bool = False) -> Packed:
    """Read a file: the zip, or the document alone; Stopped where it is neither, or unzips to more than a decision holds."""
    most = LARGEST if large else USUAL
    if not zipfile.is_zipfile(path):
        with path.open("rb") as stream:
            content = stream.read(most + 1)
        if not content[:1000].lstrip().startswith(b"{"):
            raise Stopped("seal_file_strange", {"path": str(path)})
        _small_enough(content, most, path)
        return Packed(content, "")
    try:
        with zipfile.ZipFile(path) as archive:
            # What the directory of the zip says of its size is anybody's word: what comes out is counted.
            with archive.open(DOCUMENT) as part:
                content = part.read(most + 1)
            _small_enough(content, most, path)
            with archive.open(DIGEST) as part:
                words = part.read(1000).decode("ascii", "replace").split()
    # Everything that zipfile raises where a file is damaged, cut short, encrypted, packed another way, or lacks a part:
    # the file came from outside, and whatever is wrong with it, the answer is that it is no sealed decision of ours.
    except (KeyError, OSError, EOFError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error) as error:
        raise Stopped("seal_file_strange", {"path": str(path)}) from error
    return Packed(content, words[0] if words else "")


def _small_enough(content: bytes, most: int, path: Path) -> None:
    if len(content) > most:
        raise Stopped("seal_too_large", {"path": str(path), "mib": most >> 20})
