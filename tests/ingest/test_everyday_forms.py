"""Forms that offices fill every month, with the headers they carry: the kind is found and every column read."""

from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.ingest.sheetmaker import PNS, PNS_WOMAN, PPPK, read_rows


class Form(NamedTuple):
    kind: str
    columns: dict[str, tuple[str, Any]]
    """Header → field (empty: left out for a reason) and what stands below it."""


FORMS = {
    "DUK of a SIMPEG": Form("roster", {"No. Urut": ("", 1), "Nama Lengkap & Gelar": ("name", "Contoh Satu, S.E."), "NIP Pegawai ASN": ("nip", PNS), "Golongan / Pangkat": ("golongan", "III/b"), "TMT Kenaikan Pangkat Terakhir": ("golongan_since", "01-04-2022"), "Nomenklatur Jabatan": ("position", "Analis"), "TMT Menduduki Jabatan": ("position_since", "02-01-2023"), "Eselon Terakhir": ("echelon", "-"), "Unit Kerja Penempatan": ("unit", "Bidang Mutasi"), "Organisasi Perangkat Daerah (OPD)": ("agency", "BKPSDM"), "Jenjang Pendidikan Terakhir": ("education", "S1"), "Program Studi/Jurusan": ("field_of_study", "Manajemen"), "TMT Gaji Berkala Terakhir": ("last_pay_step", "01-03-2024"), "No. WA": ("", "0800"), "Tanggal Pensiun": ("", "01-02-2048")}),
    "PPPK and their contracts": Form("roster", {"Nomor Induk Pegawai (NIP)": ("nip", PPPK), "Nama Lengkap Tanpa Gelar": ("name", "Contoh Tiga"), "Jenis ASN (PNS/PPPK)": ("employee_kind", "PPPK"), "Gol. Ruang Saat Ini": ("golongan", "IX"), "Jabatan yang Diduduki": ("position", "Guru Ahli Pertama"), "Satuan Pendidikan": ("unit", "SDN Contoh 1"), "Asal OPD": ("agency", "Dinas Pendidikan"), "TMT Pengangkatan PPPK": ("appointed_on", "01-03-2021"), "Masa Hubungan Perjanjian Kerja": ("contract_ends_on", "1 Maret 2021 s.d. 28 Februari 2026")}),
    "who left": Form("movements", {"NIP Pegawai ASN": ("nip", PNS), "Alasan Pemberhentian": ("event", "Pensiun BUP"), "TMT Keluar": ("effective_on", "01-02-2026"), "Instansi yang Dituju": ("destination", "-")}),
    "ABK": Form("positions", {"Nomenklatur Jabatan": ("position", "Kepala Seksi Data"), "Unit Kerja": ("unit", "Seksi Data"), "Jenis Jabatan": ("position_kind", "Pengawas"), "Kelas Jabatan (Grade)": ("job_class", 9), "Hasil ABK": ("headcount", 1), "Pangkat/Gol. Terendah": ("golongan_min", "III/c"), "Pangkat/Gol. Tertinggi": ("golongan_max", "III/d"), "Pendidikan yang Dipersyaratkan": ("education_min", "D-III"), "Batas Usia Pensiun (BUP)": ("retirement_age", 58)}),
    "SOTK": Form("successions", {"Objek": ("kind", "unit"), "Nomenklatur Semula": ("old", "BKD"), "Nomenklatur Menjadi": ("new", "BKPSDM"), "Bentuk Perubahan SOTK": ("how", "Perubahan Nomenklatur"), "Mulai Berlaku": ("effective_on", "01-01-2022")}),
    "SKJ": Form("standards", {"Nomenklatur Jabatan": ("position", "Analis"), "Nama Kompetensi": ("competency", "Integritas"), "Level Kompetensi yang Dipersyaratkan": ("required", 3), "Tingkat Pentingnya terhadap Jabatan": ("importance", "Mutlak")}),
    "recap of an assessment center": Form("assessments", {"NIP/NRP": ("nip", PNS), "Nama Lengkap Pegawai": ("", "Contoh Satu"), "Tanggal Assessment Center": ("assessed_on", "15-07-2024"), "Tujuan Assessment": ("purpose", "Pemetaan"), "Lembaga Assessment": ("provider", "BKN"), "Nilai Potensial": ("potential", 81), "Job Person Match (%)": ("jpm", 88.5), "Rekomendasi Assessor": ("suggestion", "Dipromosikan")}),
    "e-Kinerja, a recap": Form("evaluations", {"NIP Pegawai ASN": ("nip", PNS), "Tahun Evaluasi Kinerja": ("year", 2025), "Periode Evaluasi Kinerja": ("period", "Triwulan II"), "Rating atas Hasil Kerja": ("work_result", "Sesuai Ekspektasi"), "Rating atas Perilaku Kerja": ("behaviour", "Di Atas Ekspektasi"), "Predikat Kinerja ASN": ("predicate", "Baik"), "NIP Pejabat Penilai SKP": ("evaluator_nip", PNS_WOMAN), "Umpan Balik Pimpinan": ("feedback", "Teruskan"), "Rekomendasi Pimpinan": ("recommendation", "Pelatihan")}),
    "targets": Form("indicators", {"NIP Pegawai ASN": ("nip", PNS), "Tahun": ("year", 2025), "Rencana Hasil Kerja (RHK)": ("indicator", "Layanan selesai"), "Target Kuantitas": ("target", 95), "Satuan Target": ("measure", "persen"), "Realisasi Kuantitas": ("realised", "97,5")}),
    "20 JP": Form("trainings", {"NIP Pegawai ASN": ("nip", PNS), "Nama Kegiatan Pengembangan Kompetensi": ("title", "Bimtek Arsip"), "Bentuk Bangkom": ("form", "Bimtek"), "Jenis Bangkom": ("training_kind", "Teknis"), "Tanggal Mulai Pelaksanaan": ("started_on", "03-03-2025"), "Tanggal Selesai Pelaksanaan": ("ended_on", "07-03-2025"), "Jumlah JPL": ("jp", "40 JP"), "Diselenggarakan Oleh": ("organiser", "LAN"), "Nomor Piagam": ("certificate", "1/P/2025")}),
    "a catalogue": Form("catalogue", {"Kode Program": ("code", "P1"), "Nama Program Pelatihan": ("title", "Analisis Data"), "JPL": ("jp", 40), "Tarif per Peserta": ("cost", "2.500.000"), "Maksimal Peserta": ("seats", 30), "Menaikkan ke Level": ("raises_to", 3), "Untuk Jenis": ("for_kinds", "administrator; pengawas")}),
    "posts held": Form("history", {"NIP Pegawai ASN": ("nip", PNS), "Jabatan yang Pernah Diduduki": ("position", "Kepala Seksi Data"), "Tanggal Mulai Menjabat": ("since", "01-02-2020"), "TMT Akhir Jabatan": ("until", "31-12-2022"), "Plt/Plh/Definitif": ("acting", "Definitif")}),
    "studies": Form("educations", {"NIP Pegawai ASN": ("nip", PNS), "Tk. Ijazah": ("education", "S1"), "Jurusan Pend.": ("field_of_study", "Manajemen"), "Nama Perguruan Tinggi/Sekolah": ("institution", "Universitas Contoh"), "Tahun Kelulusan": ("graduated", "2012")}),
    "ukom": Form("exams", {"NIP Pegawai ASN": ("nip", PNS), "Nama Uji Kompetensi": ("exam", "Uji Kompetensi"), "Jenjang Jabatan yang Dituju": ("target", "Ahli Madya"), "Tanggal Pelaksanaan Ukom": ("taken_on", "12-05-2025"), "Nilai Akhir Ukom": ("score", 82), "Keterangan Kelulusan": ("result", "Lulus")}),
    "PAK": Form("credits", {"NIP Pegawai ASN": ("nip", PNS), "Nomor Penetapan AK": ("decree", "1/PAK"), "Tanggal Penetapan PAK": ("decided_on", "15-01-2026"), "Jenis Penetapan Angka Kredit": ("kind", "Konversi"), "Angka Kredit Hasil Konversi": ("amount", "25,000"), "AK Kumulatif Terakhir": ("cumulative", "150,125"), "Jenjang Fungsional": ("level", "Muda")}),
    "hukdis": Form("discipline", {"NIP Pegawai ASN": ("nip", PNS), "Tingkat Hukuman (R/S/B)": ("level", "S"), "Hukuman Disiplin yang Dijatuhkan": ("sanction", "Pemotongan tukin"), "Nomor SK Hukuman Disiplin": ("decree", "1/HD"), "Tanggal SK Hukuman Disiplin": ("decided_on", "05-03-2024"), "Tanggal Mulai Hukuman": ("effective_on", "01-04-2024"), "Tanggal Berakhir Hukuman": ("ends_on", "30-09-2024")}),
    "honours": Form("awards", {"NIP Pegawai ASN": ("nip", PNS), "Penghargaan yang Diterima": ("title", "Satyalancana Karya Satya X Tahun"), "Tingkat/Lingkup": ("scope", "Nasional"), "Tanggal Penganugerahan": ("awarded_on", "17-08-2025")}),
    "teams": Form("assignments", {"NIP Pegawai ASN": ("nip", PNS), "Nama Kelompok Kerja": ("title", "Pokja Data"), "Kedudukan di Tim": ("role", "Ketua"), "Lingkup Tim": ("scope", "Lintas OPD"), "Tanggal Mulai Penugasan": ("started_on", "01-02-2025")}),
    "360": Form("feedback", {"NIP Pegawai ASN": ("nip", PNS), "Tahun": ("year", 2025), "Jenis Penilai": ("giver", "rekan"), "Skor 360": ("score", 85), "Masukan": ("text", "Baik")}),
    "open selection": Form("selections", {"NIP Pegawai ASN": ("nip", PNS), "Jabatan yang Dilelang": ("position", "Kepala Dinas"), "Jenis Tahapan": ("stage", "Wawancara"), "Nilai Tahap": ("score", 84), "Tgl Seleksi": ("taken_on", "10-06-2025")}),
    "IDP": Form("idp", {"NIP Pegawai ASN": ("nip", PNS), "Tujuan Pengembangan Karier": ("goal", "Administrator"), "Kegiatan Pengembangan": ("step", "PKA"), "Tenggat Waktu": ("due", "31-12-2026"), "Bukti Pendukung": ("evidence", "Sertifikat")}),
    "coaching": Form("mentoring", {"NIP Mentor/Coach": ("mentor", PNS), "NIP Mentee/Coachee": ("mentee", PNS_WOMAN), "Mulai Mentoring": ("started_on", "01-02-2026"), "Tanggal Sesi Mentoring": ("session_on", "15-02-2026"), "Waktu (Menit)": ("minutes", 60), "Topik Mentoring": ("topic", "Rencana")}),
    "climate": Form("survey", {"Unit Kerja": ("unit", "Bidang Data"), "Tahun Survei": ("year", 2025), "Dimensi Survei": ("dimension", "Kerja sama"), "Nilai Indeks": ("score", "81,5"), "Total Responden": ("respondents", 24)}),
    "the organisation's predicate": Form("unit_performance", {"Unit Kerja": ("unit", "Bidang Data"), "Tahun": ("year", 2025), "Predikat Kinerja Perangkat Daerah": ("predicate", "Baik")}),
    "a dictionary": Form("competencies", {"Judul Kompetensi": ("competency", "Analisis Data"), "Kelompok/Jenis Kompetensi": ("group", "Teknis"), "Definisi Kompetensi": ("description", "Mengolah data")}),
}  # fmt: skip


@pytest.mark.parametrize("name", FORMS)
def test_an_everyday_form_is_read(tmp_path: Path, name: str) -> None:
    form = FORMS[name]
    read = read_rows(tmp_path, [list(form.columns), [value for _field, value in form.columns.values()]])
    assert (read.found, [head.kind for head in read.heads]) == ([], [form.kind])
    mapped = {
        column.header: column.field
        for column in read.heads[0].columns
        if column.field != "mark" and column.how != "values"
    }
    assert mapped == {header: field for header, (field, _value) in form.columns.items() if field}
    assert set(read.why()) == {header for header, (field, _value) in form.columns.items() if not field}
    assert len(read.rows[0]) == 1
