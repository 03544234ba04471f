"""`db restore`: put a copy in the place of the database; what was there is kept beside it."""

from itertools import count
from pathlib import Path
from typing import Annotated

from asnkarier.commands.parameters import argument, option
from asnkarier.core.access import Progress
from asnkarier.core.errors import StoreError, Usage
from asnkarier.store.copies import restore
from asnkarier.views.language import N_, Words
from asnkarier.views.result import Result
from asnkarier.views.shapes import Text


def run(
    path: str,
    progress: Progress,
    copy: Annotated[Path, argument(N_("FILE"), help=N_("The copy that `db backup` made."), completes="file")],
    yes: Annotated[bool, option("--yes", "--ya", help=N_("Replace the database that is there."))] = False,
) -> Result:
    """Check the copy, move the present file aside and put the copy in its place."""
    if path.startswith("postgresql"):
        raise StoreError("copy_needs_file", {})
    target = Path(path)
    if target.exists() and copy.exists() and target.samefile(copy):
        raise Usage("restore_same_file", {"path": path})
    if target.exists() and not yes:
        raise Usage("restore_needs_yes", {"path": path, "copy": str(copy)})
    aside = next(
        p for n in count(1) if not (p := target.with_name(f"{target.stem}-replaced-{n}{target.suffix}")).exists()
    )
    existed = restore(copy, target, aside, progress)
    paragraphs = [Words(N_("{path} is now what {copy} holds."), {"path": path, "copy": str(copy)})]
    if existed:
        paragraphs.append(Words(N_("What was there before is kept as {aside}."), {"aside": str(aside)}))
    note = Words(N_("Look at it with: asnkarier status"))
    data = {"path": path, "restored_from": str(copy), "kept": str(aside) if existed else None}
    return Result(data, [Text(paragraphs)], [note])
