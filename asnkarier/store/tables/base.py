"""What all tables share: the types of columns as SQLite and PostgreSQL both store them."""

from typing import Any

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

OPEN_END = "9999-12-31"


def key() -> Any:
    """Return an integer primary key without meaning."""
    return Field(default=None, primary_key=True)


def person() -> Any:
    """Return a reference to the person a row is about."""
    return Field(foreign_key="person.id")


def blank() -> Any:
    """Return an optional part of a key: '' where absent, because NULLs do not collide."""
    return Field(default="")


def iso(column: str, optional: bool = True) -> CheckConstraint:
    """Return a check that a text column holds an ISO date (or, where optional, nothing)."""
    form = f"{column} LIKE '____-__-__'"
    rule = f"{column} IS NULL OR {column} = '' OR {form}" if optional else form
    return CheckConstraint(rule, name=f"{column}_iso")


def one_of(column: str, *words: str) -> CheckConstraint:
    """Return a check that a text column is empty or one of `words`."""
    # A chain of comparisons: for IN (…) SQLite would build a table anew for every row it inserts.
    chain = " OR ".join(f"{column} = '{word}'" for word in ("", *words))
    return CheckConstraint(f"{column} IS NULL OR {chain}", name=f"{column}_word")


def within(column: str, lowest: int, highest: int) -> CheckConstraint:
    """Return a check that a number is empty or between two bounds, both included."""
    return CheckConstraint(f"{column} IS NULL OR {column} BETWEEN {lowest} AND {highest}", name=f"{column}_range")


def unique(*columns: str) -> UniqueConstraint:
    """Return the natural key of a table of facts."""
    return UniqueConstraint(*columns)


def index(name: str, *columns: str) -> Index:
    """Return an index by which a query finds its rows."""
    return Index(name, *columns)


__all__ = ["OPEN_END", "Field", "SQLModel", "blank", "index", "iso", "key", "one_of", "person", "unique", "within"]
