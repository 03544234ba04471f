"""Units, posts, competencies, standards, and how one became another."""

from .base import Field, SQLModel, blank, index, iso, key, one_of, unique


class Unit(SQLModel, table=True):
    """A unit of work; an agency is a unit without a parent.

    `name_key` is the folded name, `path_key` the folded path from the agency down, which no two units share.
    """

    __tablename__ = "unit"
    __table_args__ = (
        unique("path_key"),
        index("unit_name", "name_key"),
        index("unit_code", "unit_code"),
        iso("in_force_since"),
        iso("in_force_until"),
    )

    id: int | None = key()
    unit_code: str = blank()
    name: str
    name_key: str
    path_key: str
    parent_id: int | None = Field(default=None, foreign_key="unit.id")
    agency_id: int | None = Field(default=None, foreign_key="unit.id")
    in_force_since: str | None = None
    in_force_until: str | None = None


class Position(SQLModel, table=True):
    """A post. JF and pelaksana posts may belong to no unit; `place_key` is then ''."""

    __tablename__ = "position"
    __table_args__ = (
        unique("name_key", "place_key"),
        index("position_unit", "unit_id"),
        iso("in_force_since"),
        iso("in_force_until"),
    )

    id: int | None = key()
    name: str
    name_key: str
    place_key: str = blank()
    unit_id: int | None = Field(default=None, foreign_key="unit.id")
    position_kind: str | None = None
    echelon: str | None = None
    job_family: str | None = None
    job_class: int | None = None
    headcount: int | None = None
    golongan_min: str | None = None
    golongan_max: str | None = None
    education_min: str | None = None
    fields_of_study: str | None = None
    retirement_age: int | None = None
    leads_to: str | None = None
    heads_unit: str | None = None
    own_law: str | None = None
    in_force_since: str | None = None
    in_force_until: str | None = None


class Succession(SQLModel, table=True):
    """An old unit or post and what it became (SOTK)."""

    __tablename__ = "succession"
    __table_args__ = (
        unique("kind", "old_key", "old_agency_key", "effective_on", "new_key", "new_agency_key"),
        iso("effective_on", optional=False),
        one_of("kind", "unit", "position"),
        one_of("how", "rename", "merge", "split", "move", "abolish"),
    )

    id: int | None = key()
    kind: str
    old: str
    old_key: str
    old_agency: str | None = None
    old_agency_key: str = blank()
    new: str
    new_key: str = blank()
    new_agency: str | None = None
    new_agency_key: str = blank()
    effective_on: str
    how: str
    decree: str | None = None


class Competency(SQLModel, table=True):
    """A competency of a group (`grp`, "group" being a word of SQL).

    The nine common ones have `rank` 1 to 9 in the order of PermenPANRB 38/2017.
    """

    __tablename__ = "competency"
    __table_args__ = (
        unique("name_key"),
        one_of("grp", "manajerial", "sosial_kultural", "teknis", "digital", "emerging"),
    )

    id: int | None = key()
    name: str
    name_key: str
    grp: str
    description: str | None = None
    rank: int = 0


class Standard(SQLModel, table=True):
    """The level of a competency that a post requires, in 1/10 000."""

    __tablename__ = "standard"
    __table_args__ = (unique("position_id", "competency_id"),)

    id: int | None = key()
    position_id: int = Field(foreign_key="position.id")
    competency_id: int = Field(foreign_key="competency.id")
    required: int
    importance: str | None = None
