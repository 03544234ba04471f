"""The credit that each next level of functional posts needs (RULES §5), on both sides, through `explain`."""

import json
from pathlib import Path

import pytest

from tests.terminal import asnkarier
from tests.town import SCALE, town

ADI = "199001012015011901"
ON = "2026-06-30"


@pytest.mark.parametrize(
    ("level", "above", "golongan", "need"),
    [
        # The last column of the table of §5. Nothing is evaluated after the PAK, so the PAK alone decides.
        ("pemula", "terampil", "II/a", 15),
        ("terampil", "mahir", "II/d", 60),
        ("mahir", "penyelia", "III/b", 100),
        ("ahli_pertama", "ahli_muda", "III/b", 100),
        ("ahli_muda", "ahli_madya", "III/d", 200),
        ("ahli_madya", "ahli_utama", "IV/c", 450),
    ],
)
def test_the_credit_of_each_next_level(tmp_path: Path, level: str, above: str, golongan: str, need: int) -> None:
    held, target = (f"Arsiparis {name.replace('_', ' ').title()}" for name in (level, above))
    # A hundredth less, just enough, and a hundredth more.
    for hundredths, expected in ((-1, "not_met"), (0, "met"), (1, "met")):
        path = tmp_path / f"{hundredths}.sqlite"
        points = round((need + hundredths / 100) * SCALE)
        with town(path) as t:
            t.unit("Dinas Arsip")
            t.post(held, "Dinas Arsip", f"jf_{level}")
            t.post(target, "Dinas Arsip", f"jf_{above}", headcount=1)
            t.person(
                ADI, "Adi Contoh", post=held, unit="Dinas Arsip", since="2019-01-02", golongan=golongan, education="S1"
            )
            t.fact(
                "credit", ADI, decided_on="2025-12-31", kind="konversi", amount=points, cumulative=points,
                period_to="2025-12-31", level=f"jf_{level}",
            )  # fmt: skip
            t.evaluation(ADI, 2025, "baik")
        said = asnkarier("explain", ADI, "--for", target, "--db", path, "--as-of", ON, "--format", "json")
        assert said.code == 0, said.err
        check = next(c for c in json.loads(said.out)["checks"] if c["check"] == "credit")
        assert (check["outcome"], check["required"]) == (expected, {"credit": need, "level": f"jf_{level}"})


@pytest.mark.parametrize(
    ("held", "target", "education", "expected"),
    [
        # From one category to the other: no promotion on one ladder, so that its checks stay open; S1/D-IV is asked (Ps 76).
        ("Arsiparis Pemula", "Arsiparis Ahli Pertama", "SLTA", ("unknown", "unknown", "not_met")),
        ("Arsiparis Pemula", "Arsiparis Ahli Pertama", "D-III", ("unknown", "unknown", "not_met")),
        ("Arsiparis Pemula", "Arsiparis Ahli Pertama", "D-IV", ("unknown", "unknown", "met")),
        ("Pranata Komputer Penyelia", "Arsiparis Ahli Pertama", "S1", ("unknown", "unknown", "met")),
        ("Arsiparis Mahir", "Arsiparis Ahli Muda", "S1", ("unknown", "unknown", "met")),
        # Back again, the law has no move: the rules of a promotion hold as they are.
        ("Arsiparis Ahli Pertama", "Arsiparis Penyelia", "S1", ("not_met", "not_met", "not_asked")),
        # On one level of one category the move asks neither (Ps 190), and on its ladder both are asked.
        ("Pranata Komputer Ahli Muda", "Arsiparis Ahli Muda", "S1", ("met", "met", "not_asked")),
        ("Pranata Komputer Mahir", "Arsiparis Mahir", "SLTA", ("met", "met", "not_asked")),
        ("Pranata Komputer Ahli Pertama", "Arsiparis Ahli Muda", "S1", ("not_met", "not_met", "not_asked")),
        ("Arsiparis Terampil", "Arsiparis Penyelia", "SLTA", ("not_met", "not_met", "not_asked")),
    ],
)
def test_moves_between_categories(
    tmp_path: Path, held: str, target: str, education: str, expected: tuple[str, str, str]
) -> None:
    def kind(name: str) -> str:
        words = name.lower().split()
        return "jf_" + "_".join(words[words.index("ahli") :] if "ahli" in words else words[-1:])

    path = tmp_path / "kota.sqlite"
    with town(path) as t:
        t.unit("Dinas Arsip")
        t.post(held, "Dinas Arsip", kind(held))
        t.post(target, "Dinas Arsip", kind(target), headcount=1)
        t.person(
            ADI, "Adi Contoh", post=held, unit="Dinas Arsip", since="2019-01-02", golongan="III/a", education=education
        )
        t.evaluation(ADI, 2025, "baik")
    said = asnkarier("explain", ADI, "--for", target, "--db", path, "--as-of", ON, "--format", "json")
    assert said.code == 0, said.err
    outcomes = {c["check"]: c["outcome"] for c in json.loads(said.out)["checks"]}
    assert tuple(outcomes.get(name, "not_asked") for name in ("level_below", "credit", "education")) == expected
