from datetime import date, timedelta

import pytest

from asnkarier.core.bands import Band, band_of, hole
from asnkarier.core.regulation import Citation, NotRegulated, Regulation, Scaled, Version

CITED = Citation("UU 1/2000", "Ps 1", "", date(2026, 1, 1), "high")


def version(since: date, value: int, until: date | None = None) -> Version[int]:
    return Version(since, until, value, CITED, {}, {"": "note"}, False, {})


FIRST, SECOND = date(2000, 1, 1), date(2010, 7, 1)
REGULATION = Regulation("topic", {}, (version(FIRST, 1, date(2005, 12, 31)), version(SECOND, 2)))


@pytest.mark.parametrize(
    ("day", "value"),
    [(FIRST, 1), (date(2005, 12, 31), 1), (SECOND, 2), (date(2100, 1, 1), 2)],
)
def test_the_record_in_force(day: date, value: int) -> None:
    assert REGULATION.on(day).value == value


@pytest.mark.parametrize(
    ("day", "first"),
    [(FIRST - timedelta(days=1), FIRST), (date(2006, 1, 1), SECOND), (SECOND - timedelta(days=1), SECOND)],
)
def test_days_on_which_nothing_is_regulated(day: date, first: date) -> None:
    with pytest.raises(NotRegulated) as caught:
        REGULATION.on(day)
    assert (caught.value.code, caught.value.first, caught.value.as_of) == ("not_regulated", first, day)


def test_after_the_last_record_ended() -> None:
    ended = Regulation("topic", {}, (version(FIRST, 1, date(2005, 12, 31)),))
    with pytest.raises(NotRegulated) as caught:
        ended.on(date(2006, 1, 1))
    assert (caught.value.code, caught.value.first) == ("not_regulated_any_more", None)


def test_a_note_in_the_only_language_it_has() -> None:
    assert version(FIRST, 1).note_in("id") == "note"
    assert version(FIRST, 1)._replace(note={"id": "catatan", "en": "note"}).note_in("id") == "catatan"
    assert version(FIRST, 1)._replace(note={}).note_in("id") == ""


def band(name: str, low: int | None, high: int | None, *, above: bool = False) -> Band:
    return Band(name, None if low is None else Scaled(low), not above, None if high is None else Scaled(high), above)


def test_from_and_below() -> None:
    bands = [band("high", 10, None), band("low", None, 10)]
    assert (band_of(bands, 10), band_of(bands, 9)) == ("high", "low")
    assert hole(bands) is None


def test_above_and_up_to() -> None:
    bands = [band("high", 10, None, above=True), band("low", None, 10, above=True)]
    assert (band_of(bands, 11), band_of(bands, 10)) == ("high", "low")
    assert hole(bands) is None


@pytest.mark.parametrize(
    "lower",
    [
        band("low", None, 9),
        band("low", None, 11),
        band("low", None, 10, above=True),
        band("low", 10, 10),
        band("low", None, None),
    ],
)
def test_holes_and_overlaps_are_found(lower: Band) -> None:
    assert hole([band("high", 10, None), lower]) == "low"
