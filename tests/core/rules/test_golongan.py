"""The seventeen golongan of PNS with their names, in their order, and those of PPPK (RULES §7)."""

from datetime import date

from asnkarier.law.load import regulations

RULE = regulations().golongan.on(date(2026, 11, 21)).value


def test_every_golongan_and_its_name() -> None:
    assert [(rank.golongan, rank.name) for rank in RULE.pns] == [
        ("I/a", "Juru Muda"),
        ("I/b", "Juru Muda Tingkat I"),
        ("I/c", "Juru"),
        ("I/d", "Juru Tingkat I"),
        ("II/a", "Pengatur Muda"),
        ("II/b", "Pengatur Muda Tingkat I"),
        ("II/c", "Pengatur"),
        ("II/d", "Pengatur Tingkat I"),
        ("III/a", "Penata Muda"),
        ("III/b", "Penata Muda Tingkat I"),
        ("III/c", "Penata"),
        ("III/d", "Penata Tingkat I"),
        ("IV/a", "Pembina"),
        ("IV/b", "Pembina Tingkat I"),
        ("IV/c", "Pembina Utama Muda"),
        ("IV/d", "Pembina Utama Madya"),
        ("IV/e", "Pembina Utama"),
    ]


def test_pppk_have_seventeen_without_a_name() -> None:
    assert " ".join(RULE.pppk) == "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII"
