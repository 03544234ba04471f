"""`db backup`: a copy of the file, checked, while others go on working."""

from pathlib import Path
from typing import Annotated

from asnkarier.commands.parameters import argument
from asnkarier.core.access import Progress
from asnkarier.store.copies import backup
from asnkarier.store.database import Database
from asnkarier.store.queries.file.health import last_batch
from asnkarier.views.language import N_, Words
from asnkarier.views.result import Result
from asnkarier.views.shapes import Text


def run(
    db: Database,
    progress: Progress,
    place: Annotated[
        Path | None,
        argument(
            N_("FILE"),
            help=N_("The copy to make, or a folder for it; without it, beside the database, named by its last entry."),
            completes="file",
        ),
    ] = None,
) -> Result:
    """Copy the database; a copy of this very state that is there already is left as it is."""
    number = last_batch(db)
    original = Path(db.target)
    named = place is not None and not place.is_dir()
    folder = original.parent if place is None else place
    copy = place if named and place is not None else folder / f"{original.stem}-{number:06d}{original.suffix}"
    data = {"backup": str(copy), "last_batch": number}
    if not named and copy.exists():
        there = Words(N_("Nothing has changed since the copy {path}."), {"path": str(copy)})
        return Result({**data, "size": copy.stat().st_size, "made": False}, [Text([there])])
    size = backup(db, copy, progress)
    made = Words(
        N_("Copied to {path} ({size} kB, up to entry {number}); the copy was checked."),
        {"path": str(copy), "size": (size + 1023) // 1024, "number": str(number)},
    )
    note = Words(N_("Put it back with: asnkarier db restore {path!q}"), {"path": str(copy)})
    return Result({**data, "size": size, "made": True}, [Text([made])], hints=[note])
