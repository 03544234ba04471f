"""What a roster of one day does to spans. The dates are worked by hand: a span ends the day before the next begins."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from asnkarier.core.spans import OPEN
from asnkarier.core.timeline import Span, Step, filled, on, seen

ROOM_A, ROOM_B = ("A",), ("B",)
SINCE_2020 = Span("2020-01-01", OPEN, 1, ROOM_A)


def after(spans: list[Span], steps: list[Step]) -> list[Span]:
    result = list(spans)
    for step in steps:
        if step.before is not None:
            result.remove(step.before)
        result.append(step.after)
    return sorted(result)


def test_the_first_roster_opens_a_span_at_its_tmt() -> None:
    assert seen([], "2026-06-30", ROOM_A, "2020-01-01") == [Step(None, SINCE_2020)]


def test_without_a_tmt_the_beginning_is_only_the_day_it_was_seen() -> None:
    assert seen([], "2026-06-30", ROOM_A, None) == [Step(None, Span("2026-06-30", OPEN, 0, ROOM_A))]


def test_the_same_again_says_nothing_new() -> None:
    assert seen([SINCE_2020], "2026-06-30", ROOM_A, "2020-01-01") == []
    assert seen([SINCE_2020], "2026-06-30", ROOM_A, None) == []


def test_another_value_closes_the_day_before_its_tmt() -> None:
    # The TMT of B is 1 March 2026; 2026 is no leap year, so A ended on 28 February.
    assert after([SINCE_2020], seen([SINCE_2020], "2026-06-30", ROOM_B, "2026-03-01")) == [
        Span("2020-01-01", "2026-02-28", 1, ROOM_A),
        Span("2026-03-01", OPEN, 1, ROOM_B),
    ]


def test_another_value_without_a_tmt_closes_the_day_before_the_roster() -> None:
    assert after([SINCE_2020], seen([SINCE_2020], "2024-03-01", ROOM_B, None)) == [
        Span("2020-01-01", "2024-02-29", 1, ROOM_A),
        Span("2024-03-01", OPEN, 0, ROOM_B),
    ]


def test_a_value_of_the_very_day_is_a_correction() -> None:
    merely_seen = Span("2026-06-30", OPEN, 0, ROOM_A)
    assert seen([merely_seen], "2026-06-30", ROOM_B, None) == [Step(merely_seen, Span("2026-06-30", OPEN, 0, ROOM_B))]


def test_a_stated_tmt_corrects_a_span_that_was_merely_seen() -> None:
    merely_seen = Span("2026-06-30", OPEN, 0, ROOM_A)
    assert seen([merely_seen], "2026-07-31", ROOM_A, "2025-04-01") == [
        Step(merely_seen, Span("2025-04-01", OPEN, 1, ROOM_A))
    ]


def test_another_tmt_for_the_same_value_is_a_correction() -> None:
    assert seen([SINCE_2020], "2026-06-30", ROOM_A, "2020-04-01") == [
        Step(SINCE_2020, Span("2020-04-01", OPEN, 1, ROOM_A))
    ]


def test_an_older_roster_does_not_rewrite_what_came_later() -> None:
    spans = [Span("2026-06-30", OPEN, 0, ROOM_B)]
    assert after(spans, seen(spans, "2024-01-31", ROOM_A, None)) == [
        Span("2024-01-31", "2026-06-29", 0, ROOM_A),
        Span("2026-06-30", OPEN, 0, ROOM_B),
    ]


def test_an_older_roster_that_agrees_reaches_further_back() -> None:
    spans = [Span("2026-06-30", OPEN, 0, ROOM_A)]
    assert after(spans, seen(spans, "2024-01-31", ROOM_A, None)) == [Span("2024-01-31", OPEN, 0, ROOM_A)]


def test_a_span_that_is_not_reached_is_not_cut() -> None:
    spans = [
        Span("2015-01-01", "2015-01-02", 0, ROOM_A),
        Span("2015-01-03", "2015-01-31", 1, ROOM_A),
        Span("2016-01-01", OPEN, 1, ROOM_B),
    ]
    opened = after(spans, seen(spans, "2015-02-01", ROOM_A, "2015-01-02"))
    assert opened == [*spans[:2], Span("2015-02-01", "2015-12-31", 0, ROOM_A), spans[2]]
    assert seen(opened, "2015-02-01", ROOM_A, "2015-01-02") == []


def test_a_tmt_after_the_roster_begins_when_it_says() -> None:
    assert after([SINCE_2020], seen([SINCE_2020], "2026-06-30", ROOM_B, "2026-10-01")) == [
        Span("2020-01-01", "2026-09-30", 1, ROOM_A),
        Span("2026-10-01", OPEN, 1, ROOM_B),
    ]


def test_what_is_held_already_begins_no_later() -> None:
    assert seen([SINCE_2020], "2026-06-30", ROOM_A, "2038-02-01") == []


def test_what_was_to_come_may_come_on_another_day() -> None:
    spans = after([SINCE_2020], seen([SINCE_2020], "2026-06-30", ROOM_B, "2026-10-01"))
    later = after(spans, seen(spans, "2026-07-31", ROOM_B, "2026-12-01"))
    assert later == [Span("2020-01-01", "2026-11-30", 1, ROOM_A), Span("2026-12-01", OPEN, 1, ROOM_B)]
    sooner = after(later, seen(later, "2026-08-31", ROOM_B, "2026-08-01"))
    assert sooner == [Span("2020-01-01", "2026-07-31", 1, ROOM_A), Span("2026-08-01", OPEN, 1, ROOM_B)]


DAYS = st.dates(date(2015, 1, 1), date(2030, 12, 31)).map(date.isoformat)
ROSTERS = st.lists(st.tuples(DAYS, st.sampled_from("ABC"), st.none() | DAYS), min_size=1, max_size=8)


@given(ROSTERS)
def test_spans_stay_disjoint_and_agree_with_the_last_roster(rosters: list[tuple[str, str, str | None]]) -> None:
    spans: list[Span] = []
    for day, value, since in rosters:
        spans = after(spans, seen(spans, day, (value,), since))
        for left, right in pairwise(spans):
            assert left.until < right.since, (spans, day, value, since)
        assert all(s.since <= s.until for s in spans), spans
        known = on(spans, day)
        if known is None or known.value != (value,):
            known = on(spans, max(day, since or day))
        assert known is not None
        assert known.value == (value,)
        assert seen(spans, day, (value,), since) == []


def test_a_day_before_the_first_span_is_unknown() -> None:
    assert on([SINCE_2020], (date(2020, 1, 1) - timedelta(days=1)).isoformat()) is None
    assert on([SINCE_2020], "2020-01-01") == SINCE_2020


def test_an_older_roster_opens_only_what_nobody_knows() -> None:
    # A since 1 January 2020; B was seen on 30 June 2021, since 2018: B had the days until 31 December 2019.
    steps, denied = filled([SINCE_2020], "2021-06-30", ROOM_B, "2018-01-01")
    assert (steps, denied) == ([Step(None, Span("2018-01-01", "2019-12-31", 1, ROOM_B))], SINCE_2020)
    assert filled([SINCE_2020], "2021-06-30", ROOM_B, None) == ([], SINCE_2020)
    assert filled([SINCE_2020], "2021-06-30", ROOM_B, "2020-01-01") == ([], SINCE_2020)
    assert filled([SINCE_2020], "2019-12-31", ROOM_B, None) == (
        [Step(None, Span("2019-12-31", "2019-12-31", 0, ROOM_B))],
        None,
    )


def test_an_older_roster_lets_what_was_only_seen_begin_earlier() -> None:
    seen_2020 = SINCE_2020._replace(stated=0)
    assert filled([seen_2020], "2021-06-30", ROOM_A, "2018-01-01") == (
        [Step(seen_2020, Span("2018-01-01", OPEN, 1, ROOM_A))],
        None,
    )
    assert filled([seen_2020], "2019-06-30", ROOM_A, None) == (
        [Step(seen_2020, Span("2019-06-30", OPEN, 0, ROOM_A))],
        None,
    )
    assert filled([SINCE_2020], "2021-06-30", ROOM_A, "2018-01-01") == ([], SINCE_2020)


@given(ROSTERS, ROSTERS)
def test_an_older_roster_changes_no_known_day(
    rosters: list[tuple[str, str, str | None]], older: list[tuple[str, str, str | None]]
) -> None:
    spans: list[Span] = []
    for day, value, since in rosters:
        spans = after(spans, seen(spans, day, (value,), since))
    days = {s.since for s in spans} | {s.until for s in spans} | {day for day, _, _ in older}
    for day, value, since in older:
        known = {one: span.value for one in days if (span := on(spans, one))}
        steps, _ = filled(spans, day, (value,), since)
        spans = after(spans, steps)
        now = {one: span.value for one in known if (span := on(spans, one))}
        assert now == known
        assert all(left.until < right.since for left, right in pairwise(spans)), spans
        assert all(s.since <= s.until for s in spans), spans
        assert filled(spans, day, (value,), since)[0] == []
