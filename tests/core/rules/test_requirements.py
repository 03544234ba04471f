from datetime import date

import pytest

from asnkarier.core.regulation import NotRegulated
from asnkarier.core.rules.positions import POSITION_KINDS
from asnkarier.core.rules.requirements import Requirement
from asnkarier.law.load import regulations

DAY = date(2026, 11, 21)


def requirements(topic: str) -> dict[str, Requirement]:
    return {r.check: r for r in regulations().requirements(topic).on(DAY).value.requirements}


def numbers(topic: str) -> dict[str, object]:
    """Return what each computed requirement asks, by its check."""
    asked = {}
    for check, requirement in requirements(topic).items():
        fields = requirement._asdict()
        for key in ("rule", "check", "article", "confidence", "note"):
            del fields[key]
        if fields:
            asked[check] = tuple(fields.values())
    return asked


def test_jpt_pratama() -> None:
    assert numbers("jpt_pratama") == {
        "status": (("PNS",),),
        "education": ("S1",),
        "experience_in_field": (5,),
        "experience_in_post": (("administrator", "jf_ahli_madya"), 2),
        "performance": ("baik", 2),
        "age": (56,),
        "discipline": (("sedang", "berat"), "served"),
    }


def test_jpt_madya_and_utama_as_far_as_known() -> None:
    alike = {"status": (("PNS",),), "education": ("S1",), "performance": ("baik", 2), "age": (58,)}
    served = {"discipline": (("sedang", "berat"), "served")}
    madya = {"experience_in_field": (7,), "experience_in_post": (("jpt_pratama", "jf_ahli_utama"), 2)}
    utama = {"experience_in_field": (10,), "experience_in_post": (("jpt_madya", "jf_ahli_utama"), 2)}
    assert numbers("jpt_madya") == {**alike, **madya, **served}
    assert numbers("jpt_utama") == {**alike, **utama, **served}
    for topic in ("jpt_madya", "jpt_utama"):
        sure = {r.confidence for check, r in requirements(topic).items() if check != "discipline"}
        assert sure == {"low"}, topic


def test_administrator_and_pengawas() -> None:
    assert numbers("administrator") == {
        "status": (("PNS",),),
        "education": ("S1",),
        "experience_in_post": (("pengawas", "jf_ahli_muda"), 3),
        "performance": ("baik", 2),
        "discipline": (("sedang", "berat"), "served"),
    }
    assert numbers("pengawas") == {
        "status": (("PNS",),),
        "education": ("D-III",),
        "experience_in_post": (("pelaksana", "jf_pemula", "jf_terampil", "jf_mahir", "jf_ahli_pertama"), 4),
        "performance": ("baik", 2),
        "discipline": (("sedang", "berat"), "served"),
    }


def test_kepala_sekolah() -> None:
    assert numbers("kepala_sekolah") == {
        "status": (("PNS", "PPPK"),),
        "education": ("S1",),
        "teacher": ("guru", ("kepala_sekolah",), ("guru", "pendidik", "pengajar", "wakil kepala")),
        "teaching_certificate": (
            (),
            ("sertifikat pendidik",),
            ("sertifikasi pendidik", "sertifikasi guru", "serdik"),
            (),
            (),
            ("profesi guru", "ppg", "plpg"),
        ),
        "golongan": ("III/c", "III/b", ("PNS",)),
        "experience_as_teacher": ("guru", 8, 4, False, ("PPPK",), ("kepala_sekolah",)),
        "performance": ("baik", 2),
        "managerial_experience": (2, ("kepala_sekolah",)),
        "discipline": (("sedang", "berat"), "ever"),
        "age": (56,),
        "term": (4, 2),
    }


def test_teachers_functional_posts_and_camat() -> None:
    assert numbers("guru") == {"experience_as_teacher": ("guru", 8, None, True, (), ())}
    assert numbers("jf_ahli_muda") == {
        "status": (("PNS",),),
        "credit": ("next_level",),
        "competency_test": ("uji_kompetensi",),
        "performance": ("baik", 1),
        "discipline": (("sedang", "berat"), "served"),
    }
    assert "level_below" in requirements("jf_ahli_muda")
    assert "vacancy" in requirements("jf_ahli_muda")
    assert requirements("camat").keys() == {"government_degree"}


@pytest.mark.parametrize(
    ("topic", "check", "article"),
    [
        ("jpt_pratama", "experience_in_post", "PP 11/2017 jo. PP 17/2020 Ps 107 huruf c angka 4"),
        ("administrator", "performance", "PP 11/2017 jo. PP 17/2020 Ps 54 ayat (1) huruf e"),
        ("pengawas", "education", "PP 11/2017 jo. PP 17/2020 Ps 54 ayat (2) huruf b"),
        ("guru", "experience_as_teacher", "PP 74/2008 Ps 61"),
    ],
)
def test_every_requirement_is_quoted_by_its_own_article(topic: str, check: str, article: str) -> None:
    assert requirements(topic)[check].article == article


@pytest.mark.parametrize("kind", POSITION_KINDS)
def test_every_kind_of_position_has_requirements(kind: str) -> None:
    found = regulations().requirements(kind).on(DAY).value
    assert kind in found.kinds
    assert {"status", "discipline"} <= {r.check for r in found.requirements}


def test_what_is_attested_is_never_computed() -> None:
    for topic in ("jpt_pratama", "administrator", "pengawas"):
        attested = {check for check, r in requirements(topic).items() if r.rule == "attested"}
        assert attested == {"integrity", "health", "wealth_report"}


def test_the_day_before_the_regulation_there_is_none() -> None:
    with pytest.raises(NotRegulated):
        regulations().requirements("jpt_pratama").on(date(2017, 4, 6))
    assert regulations().requirements("jpt_pratama").on(date(2017, 4, 7))


def test_moves_on_the_same_level() -> None:
    rule = regulations().careers.on(DAY).value
    jpt = next(move for move in rule.same_level if "jpt_pratama" in move.kinds)
    other = next(move for move in rule.same_level if "pengawas" in move.kinds)
    assert (jpt.least_years, jpt.most_years, jpt.article) == (2, 5, "PP 11/2017 Ps 132")
    # A first appointment asks these; a move from one JPT to another asks the years in the post and the standard.
    assert jpt.waives == ("age", "experience_in_post", "experience_in_field")
    assert other.waives == ("experience_in_post",)
    assert (other.least_years, other.outcome, other.article) == (2, "warn", "PP 11/2017 Ps 190")
    assert rule.usual_years == (2, 5)


def test_what_does_not_count_as_experience() -> None:
    rule = regulations().experience.on(DAY).value
    assert rule.uncounted_posts == ("plt", "plh", "pj", "tambahan")
    assert rule.uncounted_states == ("cltn", "diberhentikan_sementara")
    assert (rule.acting_months, rule.acting_renewal_months) == (3, 3)
