"""`verify`: whether a sealed decision still is what was sealed, and still what the data say."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, NamedTuple

from asnkarier.commands.decide.defend import opening, packing, verifying
from asnkarier.commands.decide.defend.sealing import digest
from asnkarier.commands.decide.defend.telling import differences
from asnkarier.commands.parameters import argument, option
from asnkarier.core.access import Progress
from asnkarier.core.errors import Stopped, Usage
from asnkarier.store.database import Database
from asnkarier.store.queries import seals
from asnkarier.views.defend.verified import Verified, data
from asnkarier.views.defend.verify import pictures
from asnkarier.views.formats import listed
from asnkarier.views.language import N_
from asnkarier.views.result import Result


class _Looked(NamedTuple):
    """One decision looked at."""

    number: int | None
    file: str | None
    body: Mapping[str, Any]
    within: verifying.Within
    since: verifying.Since | None


_FLAT = (
    "seal file position as_of decree same digest.computed digest.sealed digest.logged digest.same "
    "digest.row_differs digest.other_seals digest.gone computed_again.same computed_again.arithmetic "
    "computed_again.policy computed_again.rules computed_again.moved computed_again.error computed_again.differs "
    "today.same today.changes today.rules today.moved today.error"
)
"""The columns of csv, be there a row or none."""


def run(
    db: Database | None,
    progress: Progress,
    what: Annotated[
        str | None,
        argument(
            N_("SEAL"),
            help=N_("Number of the sealed decision, or the file of one; without it, every one is verified."),
            completes="file",
        ),
    ] = None,
    large: Annotated[
        bool, option("--large", "--besar", help=N_("Read a file of more than 64 MiB unzipped (up to 2 GiB)."))
    ] = False,
) -> Result:
    """Compute sealed decisions again: from their own data, and from what the file says of their day now."""
    if what is not None and not what.isdecimal():
        looked = [_file(db, Path(what), large=large)]
    elif db is None:
        raise Usage("seal_needs_file", {})
    elif what is not None:
        looked = [_kept(db, int(what))]
    else:
        every = seals.every(db)
        looked = []
        for place, sealed in enumerate(every):
            progress(place, len(every), "")
            looked.append(_kept(db, sealed.id))
    found = [_verified(one) for one in looked]
    gone = seals.gone(db) if db is not None and what is None else []
    same = all(one.same for one in found) and not gone
    document = {"same": same, "seals": [data(one) for one in found], "gone": [entry._asdict() for entry in gone]}
    return Result(
        document,
        lambda: pictures(found, gone, whole=what is not None),
        exit_code=0 if same else 1,
        flat=lambda: listed.table(map(data, found), _FLAT),
    )


def _kept(db: Database, number: int) -> _Looked:
    missing = next((entry for entry in seals.gone(db) if entry.number == number), None)
    if missing is not None:
        raise Stopped("seal_gone", missing._asdict())
    sealed = seals.find(db, number)
    content = seals.document(db, number)
    where = f"{number}"
    try:
        body = opening.body_of(content, where)
    except Stopped as error:
        within = verifying.Within(digest(content), sealed.sha256, reason=error)
        return _Looked(number, None, {}, within, None)
    within = verifying.kept_in(db, verifying.within(content, body, sealed.sha256, where), sealed, body)
    # What was tampered with is not compared with today: nothing would follow from it.
    return _Looked(number, None, body, within, verifying.compared(db, body) if within.sealed else None)


def _file(db: Database | None, path: Path, *, large: bool) -> _Looked:
    packed = packing.unpacked(path, large=large)
    body = opening.body_of(packed.content, str(path))
    within = verifying.within(packed.content, body, packed.sha256, str(path))
    if db is None:
        return _Looked(None, str(path), body, within, None)
    number = next((s.id for s in seals.every(db) if s.sha256 == within.digest), None)
    if number is None:
        within = _known(db, within, body)
    known = number is not None or within.others or within.gone is not None
    return _Looked(number, str(path), body, within, verifying.compared(db, body) if known else None)


def _known(db: Database, within: verifying.Within, body: Mapping[str, Any]) -> verifying.Within:
    """Tell what the database has in the place of a document it has not got: whoever changed the file changed its digest too."""
    gone = next((entry.number for entry in seals.gone(db) if entry.sha256 == within.digest), None)
    if gone is not None:
        return within._replace(gone=gone)
    if body["institution"] != db.setting("institution"):
        return within
    same = [
        s.id
        for s in seals.every(db)
        if (s.position_id == body["position"]["id"] and s.as_of == body["as_of"])
        or (s.decree is not None and s.decree == body["decree"])
    ]
    return within._replace(others=tuple(same))


def _verified(one: _Looked) -> Verified:
    within, since = one.within, one.since
    return Verified(
        number=one.number,
        file=one.file,
        body=one.body,
        within=within,
        since=since,
        differences=differences(since, one.body) if since is not None else [],
        same=within.same and (since is None or since.same),
    )
