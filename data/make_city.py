"""Make the workbooks of the sample city: `python data/make_city.py [FOLDER]`.

Everything is invented and follows from one seed, so the same workbooks come out every time. Needs openpyxl only.
"""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

from city import books, story
from city.people import Maker, ordinary_people

SEED = 20260630


def build() -> books.City:
    """The city's people, before any workbook is written."""
    maker = Maker(Random(SEED))
    cast = story.cast(maker)
    people = [*cast, *ordinary_people(maker, {(p.post.name, p.unit) for p in cast if p.post.unit})]
    leavers = story.leavers(maker)
    moves = story.place_story(people)
    return books.City(Random(SEED + 1), people, leavers, moves)


def main(folder: Path) -> None:
    """Write the workbooks into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    books.write_all(build(), folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
