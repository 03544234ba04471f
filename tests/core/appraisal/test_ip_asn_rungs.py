"""IP ASN on each rung: 40 points of competency for everyone, by what the rung asks (RULES §6)."""

import pytest

from asnkarier.core.appraisal.ip_asn import index
from asnkarier.core.rules.appraisal import Predicate
from asnkarier.core.rules.positions import PositionKind
from tests.core.appraisal.test_ip_asn import HEAD, LEADERSHIP, RULE, STAFF, points

TRAININGS = ("PKN I", "PKN II", "PKA", "PKP")
TWENTY, A_HAIR_LESS = 200_000, 199_999


@pytest.mark.parametrize(
    ("kind", "own"),
    [("jpt_madya", "PKN I"), ("jpt_pratama", "PKN II"), ("administrator", "PKA"), ("pengawas", "PKP")],
)
def test_leadership_training_of_each_level(kind: PositionKind, own: str) -> None:
    assert dict(LEADERSHIP)[kind] == own
    for training in TRAININGS:
        person = HEAD._replace(kind=kind, leadership=[training])
        # 15 (leadership) + 15 (20 JP) + 10 (seminar) = 40; without the level's own training 25.
        assert points(index(RULE, person, own).competency.low) == (40 if training == own else 25)


@pytest.mark.parametrize(
    ("jp", "seminars", "earned"),
    [(A_HAIR_LESS, 0, 15), (TWENTY, 0, 30), (A_HAIR_LESS, 1, 25), (TWENTY, 1, 40), (TWENTY, 2, 40)],
)
@pytest.mark.parametrize("kind", ["administrator", "jf_ahli_pertama", "jf_pemula", "jf_penyelia", "jf_ahli_utama"])
def test_twenty_jp_and_a_seminar_beside_the_own_training(
    kind: PositionKind, jp: int, seminars: int, earned: int
) -> None:
    # 15 for leadership (heads) or functional training (JF); 15 from 20 JP on; 10 for a seminar, several count once.
    person = HEAD._replace(kind=kind, functional=True, technical_jp=jp, seminars=seminars)
    assert points(index(RULE, person, "PKA").competency.low) == earned


def test_functional_training_is_no_leadership_training_and_the_other_way_round() -> None:
    assert points(index(RULE, HEAD._replace(leadership=[], functional=True), "PKA").competency.low) == 25  # 15 + 10
    jf = HEAD._replace(kind="jf_ahli_muda", leadership=["PKA"], functional=False)
    assert points(index(RULE, jf, None).competency.low) == 25
    staff = STAFF._replace(leadership=["PKP"], functional=True)
    assert points(index(RULE, staff, None).competency.low) == 0


def test_the_least_and_the_most_there_is() -> None:
    least = STAFF._replace(education="SD", predicate=None, discipline="berat")
    most = STAFF._replace(education="S3", technical_jp=TWENTY, seminars=1, predicate="sangat_baik")
    # 1 + 0 + 0 + 1 = 2; 25 + 40 + 30 + 5 = 100.
    assert [points(index(RULE, person, None).low) for person in (least, most)] == [2, 100]


@pytest.mark.parametrize(
    ("education", "predicate", "discipline", "total", "category"),
    [
        # A pelaksana with 20 JP and a seminar (40): qualification + 40 + performance + discipline.
        ("S3", "baik", "none", 95, "sangat_tinggi"),  # 25 + 40 + 25 + 5
        ("S2", "baik", "none", 90, "tinggi"),  # 20 + 40 + 25 + 5: 90 is not above 90
        ("S2", "baik", "berat", 86, "tinggi"),  # 20 + 40 + 25 + 1
        ("S2", "butuh_perbaikan", "none", 80, "sedang"),  # 20 + 40 + 15 + 5: 80 is not above 80
        ("S1", "butuh_perbaikan", "none", 75, "sedang"),  # 15 + 40 + 15 + 5
        ("S2", "kurang", "none", 70, "rendah"),  # 20 + 40 + 5 + 5: 70 is not above 70
        ("S1", "kurang", "none", 65, "rendah"),  # 15 + 40 + 5 + 5
        ("D-III", "kurang", "none", 60, "sangat_rendah"),  # 10 + 40 + 5 + 5: 60 is not above 60
        ("S1", "sangat_kurang", "none", 61, "rendah"),  # 15 + 40 + 1 + 5
    ],
)
def test_sums_on_a_border(education: str, predicate: Predicate, discipline: str, total: int, category: str) -> None:
    person = STAFF._replace(
        education=education, technical_jp=TWENTY, seminars=1, predicate=predicate, discipline=discipline
    )
    found = index(RULE, person, None)
    assert (points(found.low), found.category) == (total, category)
