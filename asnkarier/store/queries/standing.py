"""Everything a roster says of one person, as it stood on a day, for showing before and after."""

from typing import NamedTuple

from asnkarier.core.person import full_name
from asnkarier.core.spans import OPEN
from asnkarier.store.database import Database

_SPAN = "LEFT JOIN {0} {1} ON {1}.person_id = p.id AND {1}.since <= ? AND {1}.until >= ?"
_SQL = (
    "SELECT n.nip, p.name, p.title_front, p.title_back, p.sex, p.birth_date, p.appointed_on, p.education,"
    " p.field_of_study, p.last_pay_step, p.email, k.employee_kind, k.since, k.contract_ends_on, s.status, s.since,"
    " g.golongan, g.since, po.position_id, o.name, po.since, u.unit_id, w.name, u.since, d.acting, d.duty, d.since"
    " FROM person p LEFT JOIN person_nip n ON n.person_id = p.id AND n.until = ? "
    + " ".join(
        _SPAN.format(table, name)
        for table, name in (
            ("person_kind", "k"),
            ("person_status", "s"),
            ("person_golongan", "g"),
            ("person_post", "po"),
            ("person_unit", "u"),
            ("person_duty", "d"),
        )
    )
    + " LEFT JOIN position o ON o.id = po.position_id LEFT JOIN unit w ON w.id = u.unit_id WHERE p.id = ?"
)


class Standing(NamedTuple):
    """One person on one day."""

    nip: str
    name: str
    title_front: str | None
    title_back: str | None
    sex: str | None
    birth_date: str | None
    appointed_on: str | None
    education: str | None
    field_of_study: str | None
    last_pay_step: str | None
    email: str | None
    employee_kind: str | None
    employee_kind_since: str | None
    contract_ends_on: str | None
    status: str | None
    status_since: str | None
    golongan: str | None
    golongan_since: str | None
    position_id: int | None
    position: str | None
    position_since: str | None
    unit_id: int | None
    unit: str | None
    unit_since: str | None
    acting: str | None
    duty: str | None
    duty_since: str | None

    @property
    def full_name(self) -> str:
        """The name with titles."""
        return full_name(self.title_front, self.name, self.title_back)

    def told(self) -> dict[str, str | None]:
        """Return the fields that people know, without ids."""
        return {name: value for name, value in self._asdict().items() if not name.endswith("_id")}


def standing(db: Database, person: int, day: str) -> Standing:
    """Return what held for a person on a day; what is not known for that day is None."""
    row = db.one(_SQL, (OPEN, *(day for _ in range(12)), person))
    assert row is not None  # noqa: S101 - ids come from a look-up
    return Standing(*row)
