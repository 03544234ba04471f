"""Which pairs of person and training the program over many people begins with."""

import numpy as np
import pytest

from asnkarier.core.growth.plan.problem import Choice, Learner, Offer, Problem
from asnkarier.optimise import columns
from asnkarier.optimise.pairs import Pairs
from asnkarier.optimise.prices import Search
from tests.optimise.cases import JP


def test_of_pairs_that_close_alike_every_training_gets_more_people_than_seats(monkeypatch: pytest.MonkeyPatch) -> None:
    """60 people may go to 10 trainings of their own competency each, all for the same: 600 pairs, none better than another.

    With 40 columns as the nearest, those that lose least overall, a training with 3 seats still has 6 of them.
    """
    monkeypatch.setattr(columns, "NEAREST", 40)
    offers = tuple(Offer(f"T{place}", 8 * JP, 1_000_000, 3) for place in range(10))
    choices = tuple(Choice(place, place + 1, 10_000) for place in range(10))
    learners = tuple(Learner(person, person, "", None, 0, choices, frozenset({person % 12})) for person in range(60))
    pairs = Pairs(Problem(offers, learners, {"": 20_000_000}, 1))
    assert len(pairs.gain) > columns.NEAREST
    search = Search(pairs)
    kept = columns.nearest(pairs, search.prices, np.ones(len(pairs.gain), bool))
    heads = np.bincount(pairs.offer[kept], minlength=10)
    assert heads.min() >= min(2 * 3, np.bincount(pairs.offer).min())
    again = columns.nearest(pairs, search.prices, np.ones(len(pairs.gain), bool))
    assert kept.tolist() == again.tolist()
