"""New people who may be on file already under another NIP: the same name, born on the same day."""

from collections.abc import Sequence

from asnkarier.core.text import folded_name
from asnkarier.store.database import Database
from asnkarier.store.intake.sheet import Sheet


class Namesakes:
    """Name and birth date → NIP, of those on file and of those the lists bring; read when the first new person comes."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self._known: dict[int, str] | None = None

    def tell(
        self,
        sheet: Sheet,
        rows: Sequence[int],
        nips: Sequence[str],
        names: Sequence[str | None],
        births: Sequence[str | None],
    ) -> None:
        """Warn of each new person who bears the name and birth date of another one; to be called before they are inserted."""
        known = self._read() if self._known is None else self._known
        self._known = known
        for row, nip, name, birth in zip(rows, nips, names, births, strict=True):
            other = known.setdefault(_key(nip, name or "", birth), nip)
            if other != nip:
                values = {"nip": other, "new": nip}
                sheet.find("person_under_two_nips", "warning", row=row, field="nip", value=nip, values=values)

    def _read(self) -> dict[int, str]:
        return {
            _key(nip, name, birth): nip
            for nip, name, birth in self.db.each(
                "SELECT n.nip, p.name, p.birth_date FROM person p"
                " JOIN person_nip n ON n.person_id = p.id AND n.until = '9999-12-31'"
            )
        }


def _key(nip: str, name: str, birth: str | None) -> int:
    """Return what two rows of one person share, as a number, for there are many; a NIP begins with the birth date."""
    return hash((folded_name(name), birth or f"{nip[:4]}-{nip[4:6]}-{nip[6:8]}"))
