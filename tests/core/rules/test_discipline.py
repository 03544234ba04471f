from datetime import date

import pytest

from asnkarier.law.load import regulations

OLD, NEW = date(2021, 8, 30), date(2021, 8, 31)


@pytest.mark.parametrize(
    ("text", "level", "months"),
    [
        ("Teguran lisan", "ringan", None),
        ("Teguran Tertulis", "ringan", None),
        ("Pernyataan tidak puas secara tertulis", "ringan", None),
        ("Pemotongan tukin 25% selama 6 (enam) bulan", "sedang", 6),
        ("Pemotongan tunjangan kinerja sebesar 25% selama 9 bulan", "sedang", 9),
        ("Dipotong tunjangan kinerja selama dua belas bulan", "sedang", 12),
        ("Pemotongan tunjangan kinerja", "sedang", None),
        ("Penundaan kenaikan pangkat selama 1 tahun", "sedang", 12),
        ("Penurunan jabatan setingkat lebih rendah selama 12 bulan", "berat", 12),
        ("Pembebasan dari jabatannya menjadi jabatan pelaksana selama 12 bulan", "berat", 12),
        ("Pemberhentian dengan hormat tidak atas permintaan sendiri sebagai PNS", "berat", None),
    ],
)
def test_sanctions_of_pp_94_2021(text: str, level: str, months: int | None) -> None:
    found = regulations().discipline.on(NEW).value.sanction(text)
    assert found is not None
    assert (found.level, found.months) == (level, months)


@pytest.mark.parametrize(
    ("text", "level", "months"),
    [
        ("Penundaan kenaikan gaji berkala selama 1 (satu) tahun", "sedang", 12),
        ("Penurunan pangkat setingkat lebih rendah selama 1 (satu) tahun (PP 53/2010)", "sedang", 12),
        ("Penurunan pangkat setingkat lebih rendah selama 3 (tiga) tahun", "berat", 36),
        ("Pembebasan dari jabatan", "berat", None),
        ("Pemberhentian tidak dengan hormat", "berat", None),
    ],
)
def test_older_names_with_their_levels(text: str, level: str, months: int | None) -> None:
    found = regulations().discipline.on(OLD).value.sanction(text)
    assert found is not None
    assert (found.level, found.months) == (level, months)


def test_a_text_nobody_knows_names_no_sanction() -> None:
    assert regulations().discipline.on(NEW).value.sanction("Sanksi moral secara terbuka") is None


def test_what_is_blocked_and_from_when() -> None:
    rule = regulations().discipline.on(NEW).value
    assert rule.blocks == dict.fromkeys(("promotion", "rank", "pay_step"), ("sedang", "berat"))
    assert rule.working_days_until_in_force == 15
    assert regulations().discipline.on(OLD).citation.law == "PP 53/2010"
    assert regulations().discipline.on(NEW).citation.law == "PP 94/2021"
