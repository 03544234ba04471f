"""The story's days, and the date arithmetic and date texts the other modules share."""

from __future__ import annotations

import calendar as _calendar
from datetime import date, timedelta
from random import Random

STORY_DAY = date(2026, 6, 30)
"""The day the roster speaks of, the day until which every register is complete, and the day of the example shortlists."""
SOTK_DAY = date(2023, 1, 2)
"""The reorganisation: from this day the present names of units and posts are in force."""
PENYETARAAN_DAY = date(2021, 12, 31)
"""The day posts of echelon IV became functional posts of ahli muda."""

MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()


def add_years(day: date, years: int) -> date:
    """The same day `years` later; 29 February becomes 28 February where it must."""
    year = day.year + years
    return date(year, day.month, min(day.day, _calendar.monthrange(year, day.month)[1]))


def years_between(start: date, end: date) -> int:
    """Completed years from `start` to `end`."""
    return end.year - start.year - ((end.month, end.day) < (start.month, start.day))


def day_between(rng: Random, start: date, end: date) -> date:
    """A day from `start` to `end`, both included."""
    return start + timedelta(days=rng.randrange((end - start).days + 1))


def working_day(day: date) -> date:
    """`day`, or the Monday after it: officers are sworn in on working days."""
    return day + timedelta(days=(7 - day.weekday()) % 7) if day.weekday() > 4 else day


def first_of_next_month(day: date) -> date:
    """The first day of the month after `day`, when a pension begins."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def long_text(day: date) -> str:
    """12 Januari 1980."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_text(day: date) -> str:
    """12-01-1980."""
    return f"{day.day:02}-{day.month:02}-{day.year}"
