"""Every sanction of both laws by its usual wording, with its level and its months (RULES §9)."""

from datetime import date

import pytest

from asnkarier.law.load import regulations

OLD = regulations().discipline.on(date(2021, 8, 30)).value
NEW = regulations().discipline.on(date(2021, 8, 31)).value


@pytest.mark.parametrize(
    ("text", "level", "months"),
    [
        ("TEGURAN LISAN", "ringan", None),
        ("Teguran tertulis", "ringan", None),
        ("Pernyataan tidak puas secara tertulis", "ringan", None),
        ("Penundaan kenaikan gaji berkala selama 1 (satu) tahun", "sedang", 12),
        ("Penundaan kenaikan pangkat selama 1 (satu) tahun", "sedang", 12),
        ("Penurunan pangkat setingkat lebih rendah selama 1 (satu) tahun", "sedang", 12),
        ("Penurunan pangkat setingkat lebih rendah selama 3 (tiga) tahun", "berat", 36),
        ("Penurunan pangkat selama tiga tahun", "berat", 36),
        ("Pemindahan dalam rangka penurunan jabatan setingkat lebih rendah", "berat", None),
        ("Pembebasan dari jabatan", "berat", None),
        ("Pemberhentian dengan hormat tidak atas permintaan sendiri sebagai PNS", "berat", None),
        ("Pemberhentian tidak dengan hormat sebagai PNS", "berat", None),
    ],
)
def test_names_of_pp_53_2010(text: str, level: str, months: int | None) -> None:
    found = OLD.sanction(text)
    assert found is not None
    assert (found.level, found.months) == (level, months)


@pytest.mark.parametrize(
    ("text", "level", "months"),
    [
        ("Penundaan kenaikan gaji berkala selama 1 (satu) tahun", "sedang", 12),
        ("Penundaan kenaikan pangkat selama 1 (satu) tahun", "sedang", 12),
        ("Penurunan pangkat setingkat lebih rendah selama 1 (satu) tahun", "sedang", 12),
    ],
)
def test_what_the_transition_keeps(text: str, level: str, months: int) -> None:
    found = NEW.sanction(text)
    assert found is not None
    assert (found.level, found.months) == (level, months)


def test_a_pay_cut_is_of_the_newer_law_alone() -> None:
    text = "Pemotongan tunjangan kinerja sebesar 25% selama 6 (enam) bulan"
    assert OLD.sanction(text) is None
    assert NEW.sanction(text) is not None


def test_only_dismissal_ends_the_service() -> None:
    for rule in (OLD, NEW):
        assert {s.name.split()[0] for s in rule.sanctions if s.ends_service} == {"Pemberhentian"}


@pytest.mark.parametrize("text", ["Sanksi moral terbuka", "Pelanggaran kode etik"])
def test_a_moral_sanction_is_no_discipline(text: str) -> None:
    for rule in (OLD, NEW):
        assert rule.sanction(text) is None
        assert any(words in text.lower() for words in rule.code_of_ethics)


@pytest.mark.parametrize(
    ("text", "ethics"),
    [
        ("Sanksi moral", True),
        ("Sanksi moral berupa permohonan maaf secara tertulis", True),  # tertulis is how, and no reprimand
        ("Pelanggaran kode etik", True),
        ("Teguran tertulis karena melanggar kode etik", False),  # the sanction stands first
        ("Teguran tertulis", False),
        ("Penundaan kenaikan pangkat selama 1 tahun", False),
        # PP 42/2004 Ps 15: a statement, open or closed.
        ("Pernyataan permohonan maaf (kode etik)", True),
        ("Permohonan maaf terbuka", True),
        ("Permintaan maaf secara tertulis", True),
        ("Pernyataan secara tertutup", True),
        ("Pernyataan terbuka", True),
        ("Pernyataan tidak puas secara tertulis", False),
        ("Pernyataan tidak puas secara tertulis dan permohonan maaf", False),
        ("Tanpa etiket", False),  # the word, not its letters
    ],
)
def test_what_the_code_of_ethics_measures_is_no_sanction(text: str, ethics: bool) -> None:
    assert NEW.is_ethics(text) is ethics
    assert not NEW.is_ethics(None)


def test_a_sanction_of_another_time_is_another_sanction() -> None:
    # PP 94/2021 lowers a rank for a year alone; whoever is lowered for three is so by the law before.
    assert NEW.sanction("Penurunan pangkat setingkat lebih rendah selama 3 (tiga) tahun") is None
