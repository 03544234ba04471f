"""The list of seniority: each measure decides only where those before it are equal."""

from datetime import date

from asnkarier.core.reports.seniority import Senior, in_order
from asnkarier.law.load import regulations

RULE = regulations().duk.on(date(2026, 6, 30)).value
BASE = Senior(1, "A", "III/d", "2020-04-01", 3, "2022-01-01", "2005-01-01", 1, "2015-01-01", "S1", "1980-01-01")


def order(*people: Senior) -> str:
    return "".join(person.nip for person in in_order(people, RULE))


def test_measures_in_their_order() -> None:
    later = BASE._replace(nip="B")
    assert order(BASE._replace(golongan="III/c"), later._replace(golongan="III/d", golongan_since="2024-04-01")) == "BA"
    assert order(BASE._replace(golongan_since="2020-10-01"), later._replace(rung=2)) == "BA"  # older in rank first
    assert order(BASE, later._replace(rung=4)) == "BA"
    assert order(BASE, later._replace(position_since="2021-12-31")) == "BA"
    assert order(BASE, later._replace(appointed_on="2004-12-31")) == "BA"
    assert order(BASE, later._replace(training=2)) == "BA"
    assert order(BASE, later._replace(training_on="2014-12-31")) == "BA"
    assert order(BASE, later._replace(education="S2")) == "BA"
    assert order(BASE, later._replace(birth_date="1979-12-31")) == "BA"


def test_what_is_not_known_stands_last_and_true_ties_go_by_nip() -> None:
    assert order(BASE._replace(golongan=None), BASE._replace(nip="B", golongan="I/a")) == "BA"
    assert order(BASE._replace(golongan_since=None), BASE._replace(nip="B")) == "BA"
    assert order(BASE._replace(nip="B"), BASE) == "AB"
