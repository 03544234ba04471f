"""What was mistyped is refused in one sentence, with what was likely meant: ready to be typed."""

from pathlib import Path

import pytest

from tests.terminal import asnkarier

SAMPLE = Path(__file__).parents[2] / "data" / "sample.sqlite"


@pytest.mark.parametrize(
    ("typed", "refused"),
    [
        (
            # 37 posts of the sample begin with Kepala; three are named.
            ("laporan", "kandidat", "Kepala"),
            "Tidak ada jabatan Kepala.\n"
            'Maksud Anda: "Kepala Bagian Pemerintahan @ Sekretariat Daerah / Bagian Pemerintahan",'
            ' "Kepala Bagian Organisasi @ Sekretariat Daerah / Bagian Organisasi",'
            ' "Kepala Bagian Umum @ Sekretariat Daerah / Bagian Umum"?'
            " Masih ada 34 lain yang memuatnya: ketik namanya lebih lengkap.\n",
        ),
        (
            ("pegawai", "--unit-kerja", "Dinas Sosil"),
            'Tidak ada unit Dinas Sosil.\nMaksud Anda: "Dinas Sosial"?\n',
        ),
        (
            ("profil", "Siti Wangsadinata, S.K.M., M.Kes."),
            "Siti Wangsadinata, S.K.M., M.Kes. adalah nama; yang diminta di sini NIP.\n"
            "Ketik: 197203141997032929 (Siti Wangsadinata).\n",
        ),
        (
            ("jelaskan", "Zzz", "--untuk", "Kepala Dinas Kesehatan"),
            "Zzz bukan NIP, dan tidak ada pegawai yang bernama begitu.\n"
            "Ketik 18 angkanya; `asnkarier pegawai NAMA` mencari pegawai menurut bagian namanya.\n",
        ),
        (
            # 17 digits, and a wrong one in the middle
            ("profil", "19720314199703292"),
            "Tidak ada yang memiliki atau pernah memiliki NIP 19720314199703292.\nMaksud Anda: 197203141997032929?\n",
        ),
        (
            ("profil", "197203141997132929"),
            "Tidak ada yang memiliki atau pernah memiliki NIP 197203141997132929.\nMaksud Anda: 197203141997032929?\n",
        ),
        (("ip-asn", "25"), "Tidak ada tahun 25.\nKetik tahun dengan empat angka, misalnya 2025.\n"),
        (
            ("evaluasi", "197203141997032929", "--tahun", "25"),
            "Tidak ada tahun 25.\nKetik tahun dengan empat angka, misalnya 2025.\n",
        ),
        (("ringkasan", "--per-tanggal", "31/12/25"), "“31/12/25” bukan tanggal.\nMaksud Anda: 31-12-2025?\n"),
        (
            ("ringkasan", "--per-tanggal", "1 Oktobr 2026"),
            "“1 Oktobr 2026” bukan tanggal.\nMaksud Anda: 01-10-2026?\n",
        ),
        (
            ("templat", "daftar-pegawa", "-o", "x.xlsx"),
            "`daftar-pegawa` tidak ada di antara pilihan.\nMaksud Anda: daftar-pegawai, mutasi-pegawai?\n",
        ),
    ],
)
def test_what_was_meant(typed: tuple[str, ...], refused: str) -> None:
    said = asnkarier(*typed, "--basis-data", SAMPLE)
    assert (said.code, said.err) == (2, refused)


def test_several_of_a_name_are_counted() -> None:
    said = asnkarier("profil", "siti", "--basis-data", SAMPLE)
    # Eleven people of the sample are called Siti: three are shown.
    assert said.err.count(" (Siti ") == 3
    assert "Masih ada 8 lain yang bernama begitu: `asnkarier pegawai siti`." in said.err


def test_policies_and_topics() -> None:
    assert "Maksud Anda umum? Sebutkan salah satu dari: " in asnkarier("kebijakan", "lihat", "umun").err
    assert "Maksud Anda pensiun? Topik: " in asnkarier("aturan", "lihat", "pensun").err
    assert "Did you mean retirement? Topics: " in asnkarier("aturan", "lihat", "pensun", lang="en").err


def test_a_file_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("Daftar Pegawai 2026.xlsx").touch()
    asnkarier("siapkan")
    said = asnkarier("impor", "daftar pegawai 2025.xlsx")
    assert (said.code, said.err) == (
        2,
        'Tidak ada berkas daftar pegawai 2025.xlsx.\nMaksud Anda: "Daftar Pegawai 2026.xlsx"?\n',
    )


def test_fields_are_those_of_a_kind_by_its_name() -> None:
    said = asnkarier("ubah", "197203141997032929", "emial=x", "--alasan", "y", "--basis-data", SAMPLE)
    assert said.err.startswith("daftar-pegawai tidak punya isian emial.\nMaksud Anda email? ")
