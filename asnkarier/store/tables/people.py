"""People and the dated spans of what held for them."""

from typing import Any

from .base import Field, SQLModel, blank, index, iso, key, one_of, person

SPAN: dict[str, Any] = {"sqlite_with_rowid": False}


class Person(SQLModel, table=True):
    """A civil servant: an id that never changes, and attributes without a history of their own."""

    __tablename__ = "person"
    __table_args__ = (one_of("sex", "L", "P"), iso("birth_date"), iso("appointed_on"), iso("last_pay_step"))

    id: int | None = key()
    name: str
    title_front: str | None = None
    title_back: str | None = None
    sex: str | None = None
    birth_date: str | None = None
    appointed_on: str | None = None
    education: str | None = None
    field_of_study: str | None = None
    last_pay_step: str | None = None
    email: str | None = None


class PersonNip(SQLModel, table=True):
    """Every NIP a person ever had; `until` is the open end for the one in use."""

    __tablename__ = "person_nip"
    __table_args__ = (index("person_nip_person", "person_id"), SPAN)

    nip: str = Field(primary_key=True)
    person_id: int = person()
    since: str = blank()
    until: str


class PersonPost(SQLModel, table=True):
    """The post a person holds definitively."""

    __tablename__ = "person_post"
    __table_args__ = (
        iso("since", optional=False),
        iso("until", optional=False),
        index("person_post_position", "position_id"),
        SPAN,
    )

    person_id: int = Field(primary_key=True, foreign_key="person.id")
    since: str = Field(primary_key=True)
    until: str
    stated: int
    position_id: int = Field(foreign_key="position.id")


class PersonDuty(SQLModel, table=True):
    """A post held for a time (Plt, Plh, Pj) or beside one's own (tugas tambahan): it counts for nothing as experience.

    `position_id` is empty where the roster names a duty that is no known post.
    """

    __tablename__ = "person_duty"
    __table_args__ = (
        iso("since", optional=False),
        iso("until", optional=False),
        one_of("acting", "plt", "plh", "pj", "tambahan"),
        index("person_duty_position", "position_id"),
        SPAN,
    )

    person_id: int = Field(primary_key=True, foreign_key="person.id")
    since: str = Field(primary_key=True)
    until: str
    stated: int
    acting: str
    duty: str
    position_id: int | None = Field(default=None, foreign_key="position.id")


class PersonUnit(SQLModel, table=True):
    """The unit a person works in."""

    __tablename__ = "person_unit"
    __table_args__ = (iso("since", optional=False), iso("until", optional=False), SPAN)

    person_id: int = Field(primary_key=True, foreign_key="person.id")
    since: str = Field(primary_key=True)
    until: str
    stated: int
    unit_id: int = Field(foreign_key="unit.id")


class PersonGolongan(SQLModel, table=True):
    """The rank (golongan ruang, or the PPPK golongan) of a person."""

    __tablename__ = "person_golongan"
    __table_args__ = (iso("since", optional=False), iso("until", optional=False), SPAN)

    person_id: int = Field(primary_key=True, foreign_key="person.id")
    since: str = Field(primary_key=True)
    until: str
    stated: int
    golongan: str


class PersonStatus(SQLModel, table=True):
    """The legal standing (kedudukan hukum). `assumed` = 1: the roster had no such column and lists the person."""

    __tablename__ = "person_status"
    __table_args__ = (
        iso("since", optional=False),
        iso("until", optional=False),
        one_of(
            "status", "aktif", "tugas_belajar", "cltn", "diberhentikan_sementara", "mpp", "di_luar", "titipan", "keluar"
        ),
        SPAN,
    )

    person_id: int = Field(primary_key=True, foreign_key="person.id")
    since: str = Field(primary_key=True)
    until: str
    stated: int
    status: str
    assumed: int = 0


class PersonKind(SQLModel, table=True):
    """The kind of employment and, for PPPK, the end of the contract."""

    __tablename__ = "person_kind"
    __table_args__ = (
        iso("since", optional=False),
        iso("until", optional=False),
        iso("contract_ends_on"),
        one_of("employee_kind", "PNS", "CPNS", "PPPK", "PPPK_PW"),
        SPAN,
    )

    person_id: int = Field(primary_key=True, foreign_key="person.id")
    since: str = Field(primary_key=True)
    until: str
    stated: int
    employee_kind: str
    contract_ends_on: str | None = None
