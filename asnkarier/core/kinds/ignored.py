"""Headers of real workbooks whose columns are not kept, and why: nothing is lost silently, and nothing is taken for something else."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from asnkarier.core.text import folded

_NUMBER: Final = ("No", "No.", "No Urut", "Nomor", "Nomor Urut", "No DUK", "Urut", "#", "No. Urut")
_OLD_NIP: Final = ("nip_lama", "NIP LAMA", "Nip lama", "NIP 9", "NIP Lama (9 digit)", "NIPLAMA")
_DERIVED: Final = (
    "USIA", "Usia (Thn)", "Umur", "Masa Kerja", "masa_kerja_tahun", "masa_kerja_bulan", "mk_tahun", "mk_bulan", "Masa Kerja > Tahun", "Masa Kerja > Thn.", "Masa Kerja > Bulan", "Masa Kerja > Bln.", "Masa Kerja Golongan (Thn)",
    "Masa Kerja Golongan (Bln)", "MASA KERJA GOLONGAN TAHUN", "MASA KERJA GOLONGAN BULAN", "Masa Kerja PNS (Thn)", "Masa Kerja PNS (Bln)", "mk_golongan_thn", "mk_golongan_bln", "THN", "BLN", "Masa Jabatan", "TOTAL JP", "IKK",
    "Masa Kerja Golongan", "MK", "MKG", "Masa Kerja Keseluruhan", "Masa Kerja Seluruhnya", "Skoring Mansoskul", "Total Skor Akhir Individu", "Masa Kerja > Thn Bln", "Durasi Pelatihan(Hari)", "Durasi (Hari)", "Jumlah Hari", "Lama (Hari)", "BULAN", "Umur (Tahun)", "Usia Saat Ini", "Total Masa Kerja", "Masa Kerja Gol", "MK Gol Thn", "MK Gol Bln", "MKG Tahun", "MKG Bulan", "Selisih",
)  # fmt: skip
_NOT_KEPT: Final = (
    "nik", "NO KTP", "No. KTP", "Nomor KTP", "agama", "agama_nama", "jenis_kawin_nama", "jenis_kawin", "STATUS PERKAWINAN", "status_kawin", "status_nikah", "status_perkawinan", "status_pernikahan", "alamat", "nomor_hp", "no_hp", "Telepon", "hp",
    "No Telp", "no_telepon", "Telp./HP", "telpon", "No. HP/WA", "tempat_lahir", "tempat_lahir_nama", "tmp_lhr_pegawai", "Tmp. Lahir", "LAHIR > Tempat", "Kelahiran > Tempat", "Tempat", "Keterangan", "KET", "Ket.", "gol_awal_nama", "GOL CPNS", "gol_awal", "gol_cpns", "tmt_pns", "TMT Pengangkatan",
    "tmt_pengangkatan", "tmt_pensiun", "TMT Eselon", "Jabatan > TMT Eselon", "JABATAN CPNS", "tahun_lulus", "Lulus", "PENDIDIKAN > Lulus Tahun", "PENDIDIKAN > Lulus Th", "Lulus Th", "Catatan Mutasi Kepeg", "Catatan Mutasi Kepegawaian", "Catatan Mutasi", "Tahun Pendidikan", "TANGGAL LULUS", "TGL TAHUN LULUS", "THN PENDIDIKAN", "Tahun Lulus", "NAMA SEKOLAH", "Pendidikan / Diklat Terakhir",
    "CAT MUTASI", "Pendidikan dan Pelatihan", "SK LAMA > NOMOR", "SK LAMA > TANGGAL", "SK LAMA > TMT", "SK LAMA > MK", "SK LAMA > BESAR GAJI", "SKPx60%", "Orientasi", "Komitmen", "Displin", "Disiplin", "Kepemimpinan", "Jumlah nilai", "rata-rata", "NPKx40%", "PENILAIAN > KOMPETENSI",
    "Komponen", "Kesimpulan > Toleransi 0%", "Kesimpulan > Toleransi 5%", "Kesimpulan > Toleransi 10%", "Kesimpulan > Toleransi 15%", "Hasil Assesment Center", "Nomor Surat Usul", "Tanggal Surat", "Gelombang I", "Dicalonkan Gelombang II",
    "Integrasi", "No Karpeg", "Karpeg", "gol_darah_pegawai", "ID PEGAWAI PENDIDIKAN", "NOMOR IJAZAH", "PENDIDIKAN CPNS", "ID_JABATAN", "JHK", "% H", "Jenis Pelanggaran Disiplin", "ID", "PNS ID", "TEMPAT LAHIR ID", "AGAMA ID", "JENIS KAWIN ID", "JENIS PEGAWAI ID",
    "KEDUDUKAN HUKUM ID", "GOL AWAL ID", "GOL AKHIR ID", "JENIS JABATAN ID", "JABATAN ID", "TINGKAT PENDIDIKAN ID", "PENDIDIKAN ID", "NPWP NOMOR", "npwp", "No. NPWP", "BPJS", "KARTU ASN VIRTUAL", "NOMOR SK CPNS", "TANGGAL SK CPNS", "NOMOR SK PNS", "TANGGAL SK PNS", "KPKN ID", "KPKN NAMA",
    "LOKASI KERJA ID", "INSTANSI INDUK ID", "INSTANSI KERJA ID", "SATUAN KERJA INDUK ID", "SATUAN KERJA KERJA ID", "IS VALID NIK", "FLAG IKD", "golongan_darah", "Ruang", "asesmen_ikk", "NILAI STANDAR", "Standar Nilai Akhir",
    "KATEGORI", "KESIMPULAN", "NILAI AKHIR", "Nilai Uji Kompetensi ambil nilai akhir", "SKOR_KOMPETENSI", "Skor", "score", "total", "Persentase Kompetensi Teknis Spesifik", "Skoring Kompetensi Teknis", "Skoring Kompetensi Teknis Generik", "Kotak Talent Pool", "KUADRAN",
    "pegawai_atasan_nama", "Nama Atasan", "Nama Penilai", "Nama Pejabat Penilai", "NIP Atasan", "atasan_nip", "pegawai_atasan_nip", "NIP Penilai", "foto", "Tanda Tangan", "TTD", "Paraf", "Gaji Pokok", "Besar Gaji", "Nama Ibu", "Jumlah Anak", "Suku", "Kewarganegaraan", "Tingkat Pendidikan Awal",
    "No KTP/NIK", "NIK/No. KTP", "Nomor NIK", "TMT Pensiun BUP", "Tempat Lahir (Kota)", "No. Handphone", "WhatsApp", "No. WA", "No. HP", "Alamat Rumah", "Alamat Domisili", "Alamat KTP", "Agama/Kepercayaan", "Sts Kawin", "Status Kawin/Tidak Kawin", "Tahun Pensiun",
    "Tgl Pensiun", "Tanggal Pensiun", "No. Kartu Pegawai", "Nomor Karpeg", "No. BPJS", "No. Taspen", "Kartu Istri", "Karis/Karsu", "Gol. Darah", "Nama Atasan Langsung", "Jabatan Atasan", "Jabatan Atasan Langsung", "Unit Kerja Atasan Langsung",
    "Nama Pejabat Penilai Kinerja", "Jabatan Pejabat Penilai", "Tanda Tangan Peserta", "No. Rekening", "Gaji", "Tunjangan", "Kabupaten/Kota", "Provinsi", "Pas Foto", "No. Ijazah", "Tanggal Ijazah", "No SK CPNS", "Tgl SK CPNS", "No SK PNS", "Tgl SK PNS",
    "No SK Jabatan", "Tgl SK Jabatan", "No SK Pangkat", "Tgl SK Pangkat", "Nomor SK Jabatan", "Tanggal SK Jabatan", "Nomor SK Pangkat", "Tanggal SK Pangkat", "Pejabat Penetap", "Golongan Awal", "Golongan CPNS", "Pangkat CPNS", "TMT Golongan Awal",
    "Pendidikan Awal", "Keterangan Lain", "Catatan Khusus", "Nama Suami/Istri", "Status Keluarga", "Jml Anak",
    "PNS > TMT", "PENSIUN > TMT", "KP BERIKUTNYA > TMT", "KGB BERIKUTNYA > TMT", "KGB BERIKUTNYA > GAJI", "KGB TERAKHIR > GAJI", "CPNS > GOL", "PNS > GOL", "SK TERAKHIR > TMT",
)  # fmt: skip

IGNORED: Final[Mapping[str, str]] = MappingProxyType(
    {
        **{folded(header.replace(" > ", " ")): "not_kept" for header in _NOT_KEPT},
        **{folded(header.replace(" > ", " ")): "derived" for header in _DERIVED},
        **{folded(header.replace(" > ", " ")): "old_nip" for header in _OLD_NIP},
        **{folded(header.replace(" > ", " ")): "number" for header in _NUMBER},
    }
)
"""Folded header → why its column is not read, where the kind of sheet has no field for it."""
