"""Each kind is one record; together they know every header of real workbooks."""

from collections.abc import Mapping
from typing import get_args

import pytest

from asnkarier.core.kinds.catalogue import KINDS
from asnkarier.core.kinds.ignored import IGNORED
from asnkarier.core.kinds.spec import Kind, KindName
from asnkarier.core.kinds.vocabulary import SPELLINGS, words
from asnkarier.core.parse.base import Bad
from asnkarier.core.parse.cells import parser_of
from asnkarier.core.text import folded
from asnkarier.ingest.header import choosing, headers, held, likely
from asnkarier.ingest.header.headers import known_headers, of_kind

CONTRACT = {
    "roster": "nip* name* title_front title_back sex birth_date employee_kind status golongan golongan_since appointed_on pns_since contract_ends_on position* position_kind echelon position_since unit* unit_code parent agency education field_of_study last_pay_step email",
    "movements": "nip* event* effective_on* decree destination",
    "units": "unit* unit_code parent agency in_force_since in_force_until",
    "positions": "position* unit* unit_code parent agency position_kind* echelon job_family job_class headcount golongan_min golongan_max education_min fields_of_study retirement_age leads_to heads_unit own_law in_force_since in_force_until",
    # What was abolished has no new name; of all else the importer asks for one.
    "successions": "kind* old* old_agency new new_agency effective_on* how* decree",
    "competencies": "competency* group* description",
    "standards": "position* unit parent agency competency* required* importance",
    "assessments": "nip* assessed_on* purpose provider potential jpm suggestion competency level",
    "evaluations": "nip* year* period started_on ended_on unit parent agency work_result behaviour predicate score new_idea feedback recommendation evaluator_nip",
    "indicators": "nip* year* indicator* measure target* realised direction",
    "unit_performance": "unit* parent agency year* period predicate*",
    "trainings": "nip* title* form training_kind level started_on ended_on year jp abroad organiser certificate competency valid_until",
    "catalogue": "code* title* form training_kind jp* cost class_cost seats seats_min competency raises_to for_kinds",
    "history": "nip* position* position_kind echelon job_family unit parent agency since* until acting",
    "educations": "nip* education* field_of_study institution graduated mark",
    "exams": "nip* exam* target taken_on* result* score valid_until certificate",
    "credits": "nip* decided_on* kind* amount* cumulative period_from period_to level decree",
    # The breach is HEADERS' own, beside the contract's fields.
    "discipline": "nip* level* sanction decided_on* effective_on ends_on annulled_on decree note",
    "awards": "nip* title* scope awarded_on*",
    "assignments": "nip* title* role scope started_on ended_on outcome",
    "feedback": "nip* year* giver score text",
    "selections": "nip name position* stage* score taken_on note",
    "idp": "nip* goal* horizon step due done_on evidence owner linked",
    "mentoring": "mentor* mentee* started_on* session_on minutes topic ended_on",
    "survey": "unit* parent agency year* dimension* score* respondents",
}


def test_the_kinds_and_their_fields_are_those_of_the_contract() -> None:
    found = {name: " ".join(field.name + "*" * field.required for field in kind.fields) for name, kind in KINDS.items()}
    assert found == CONTRACT


def test_registers() -> None:
    registers = {name for name, kind in KINDS.items() if kind.register}
    assert registers == {"discipline", "awards", "assignments", "history", "trainings", "exams", "feedback"}


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_a_kind_is_whole(kind: Kind) -> None:
    names = [field.name for field in kind.fields]
    assert len(set(names)) == len(names)
    labels = [folded(field.label) for field in kind.fields]
    assert len(set(labels)) == len(labels)
    assert set(kind.key) <= set(names)
    for field in kind.fields:
        assert field.help.endswith(".")
        assert (field.type == "word") == bool(field.vocabulary)
        index = of_kind(kind.name)
        assert index[folded(field.name)].fields == (field.name,)
        assert index[folded(field.label)].fields == (field.name,), field.label


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_the_example_row_can_be_read(kind: Kind) -> None:
    for field in kind.fields:
        value = parser_of(field)(field.example)
        assert not isinstance(value, Bad), (field.name, value)
        assert value is not None or not field.required, field.name


@pytest.mark.parametrize("vocabulary", SPELLINGS)
def test_no_word_means_two_things_in_one_vocabulary(vocabulary: str) -> None:
    meant: dict[str, str] = {}
    for canonical, spellings in SPELLINGS[vocabulary].items():
        for word in (canonical, *spellings):
            assert meant.setdefault(folded(word), canonical) == canonical, word
    assert dict(words(vocabulary)) == meant


# The spellings seen in real workbooks, by what they mean.
SEEN = {
    "roster.nip": "nip|NIP|NIP Baru|nip_baru|NIP BARU|FORMATTED NIP|nip_pegawai|NIP/NIK|nip_nik",
    "roster.name": "nama|Nama|NAMA|nama_lengkap|name|Nama Dosen|Nama Lengkap|NAMA LENGKAP|Nama Pegawai|NAMA PEGAWAI|Nama Pegawai Negeri Sipil|Nama Peserta|NAMA PNS|nama_pegawai|pegawai|Pegawai",
    "roster.title_front": "gelar_depan|GELAR DEPAN",
    "roster.title_back": "gelar_belakang|GELAR BELAKANG|gelar|gelar_blk",
    "roster.birth_date": "tanggal_lahir|Tanggal Lahir|TANGGAL LAHIR|tgl_lahir|TGL LAHIR|Tgl. Lahir|Tgl.Lahir|tgl_lahir_pegawai|Tempat & > Tgl Lahir|Tempat, Tanggal Lahir",
    "roster.sex": "jenis_kelamin|L/P|Jenis Kelamin|JENIS KELAMIN|gender|JENIS KELAMIN (PRIA/WANITA)|kelamin_pegawai|l_p",
    "roster.employee_kind": "jenis_pegawai|status_cpns_pns|STATUS PEGAWAI|status_kepegawaian|Jenis Pegawai|JENIS PEGAWAI NAMA|JENIS_PEGAWAI|jenis_pegawai_nama|STATUS ASN|STATUS CPNS PNS|Status Kepegawaian|status_ke_pegawaian|status_kepegwaian|status_pegawai|Tipe Pegawai",
    "roster.status": "kedudukan_hukum|KEDUDUKAN HUKUM NAMA|kedudukan_hukum_nama",
    "roster.golongan": "golongan|Gol. Ruang|Gol|gol_akhir|GOL|Gol / Rg|GOL. RUANG|Gol/Ruang|gol_akhir_nama|gol_nama|gol_ruang|GOLONGAN RUANG|Golongan Terakhir|GOLRU|golru|golruang|PANGKAT > Gol. Ruang|pangkat|Pangkat|PANGKAT|pangkat_golongan|Pangkat/Gol|gol_ruang_pangkat|Pangkat / Gol|Pangkat/Gol.",
    "roster.golongan_since": "tmt_golongan|TMT Pangkat|tmt_pangkat|PANGKAT > TMT|Tanggal TMT Pangkat|TMT GOLONGAN|TMT Golongan Terakhir|TMT GOLRU|TMT. Pangkat",
    "roster.appointed_on": "tmt_cpns|TMT CPNS|BERLAKU TMT|Tanggal CPNS|tanggal_cpns",
    "roster.position": "Jabatan|jabatan|JABATAN|jabatan_nama|SUB JABATAN|JABATAN > Nama Jabatan|JABATAN SAAT INI|Nama Jabatan|nama_jabatan|skp_jabatan|Sub-Jabatan",
    "roster.position_kind": "jenis_jabatan|jenis_jabatan_nama|kelompok_jabatan|skp_jenis_jabatan",
    "positions.job_family": "Rumpun|rumpun|rumpun_jabatan|Rumpun Jabatan|Urusan",
    "positions.job_class": "Kelas Jabatan|kelas_jabatan|Kls. Jab.",
    "positions.retirement_age": "BUP",
    "roster.echelon": "Eselon|eselon|Ess|JABATAN > Es.|Jabatan > Ess",
    "roster.position_since": "tmt_jabatan|TMT Jabatan|TMT JABATAN|JABATAN > TMT|Jabatan > TMT Jabatan|Tanggal TMT Jabatan|TMT. Jabatan|TMT_JABATAN",
    "roster.unit": "Unit Kerja|unit_kerja|Bidang|lokasi_kerja|unit_organisasi|unor|unor_nama|lokasi_kerja_nama|Seksi|skp_unor|UNIT KERJA|unit_kerjakanwil",
    "roster.agency": "Satuan Kerja|satuan_kerja|INSTANSI|instansi_induk|instansi_induk_nama|instansi_kerja|INDUK|instansi|instansi_kerja_nama|Perangkat Daerah|SATKER|satuan_kerja_induk|satuan_kerja_induk_nama|satuan_kerja_kerja|satuan_kerja_kerja_nama|skp_unor_induk|Induk|OPD",
    "roster.education": "pendidikan|tingkat_pendidikan|Pendidikan|Pendidikan Terakhir|pendidikan_terakhir|tingkat_pendidikan_nama|ijazah_sekarang|JENIS PENDIDIKAN|JENJANG|jenjang_pendidikan|pegawai_pendidikan|PENDIDIKAN > Tingkat Ijazah|TKT PENDIDIKAN",
    "roster.field_of_study": "pendidikan_nama|BIDANG JURUSAN|IJAZAH/STTB JENJANG PENDIDIKAN|Jurusan|jurusan|jurusan_pendidikan|nama_pendidikan|PENDIDIKAN > Nama Pendidikan|Program Studi",
    "educations.graduated": "tahun_lulus|Lulus|TAHUN LULUS|PENDIDIKAN > Lulus Tahun|Tahun Pendidikan|TANGGAL LULUS|TGL TAHUN LULUS|THN PENDIDIKAN",
    "educations.institution": "NAMA SEKOLAH|Universitas",
    "roster.email": "email|EMAIL|EMAIL GOV|email_gov|email_pribadi",
    "roster.last_pay_step": "TMT KGB|TMT Gaji Berkala|KGB Terakhir",
    "roster.contract_ends_on": "Akhir Kontrak|Masa Perjanjian Kerja|TMT Akhir PK",
    "evaluations.year": "Tahun|tahun|tahun_skp",
    "evaluations.period": "Bulan|bulan_skp",
    "evaluations.started_on": "periode_awal_skp",
    "evaluations.ended_on": "periode_akhir_skp",
    "evaluations.work_result": "hasil_kerja|Rata-rata hasil kerja",
    "evaluations.behaviour": "perilaku_kerja|Rata-rata perilaku",
    "evaluations.predicate": "hasil_akhir|Predikat kinerja|Predikat Kinerja 1 tahun terakhir\n",
    "evaluations.score": "SKP|Nilai prestasi|Nilai Prestasi Kerja|Nilai rata-rata|nilai_skp|PENILAIAN > KINERJA|Skor kinerja",
    "evaluations.evaluator_nip": "pegawai_atasan_nip",
    "assessments.assessed_on": "Tanggal Tes|tanggal_asesmen",
    "assessments.jpm": "JPM|jpm|PENILAIAN > JPM",
    "assessments.potential": "PENILAIAN > POTENSI",
    "assessments.suggestion": "REKOMENDASI|SARAN PENEMPATAN|SARAN PENGEMBANGAN",
    "assessments.level:Integritas": "integritas|INTEGRITAS_NILAI",
    "assessments.level:Kerja Sama": "kerjasama|KERJASAMA_NILAI",
    "assessments.level:Komunikasi": "komunikasi|KOMUNIKASI_NILAI",
    "assessments.level:Orientasi pada Hasil": "orientasi_hasil|ORIENTASI_NILAI|orientasi_pada_hasil",
    "assessments.level:Pelayanan Publik": "pelayanan_publik|PELAYANAN_PUBLIK_NILAI",
    "assessments.level:Pengembangan Diri dan Orang Lain": "mengembangkan_diri|pengembangan_diri|pengembangan_diri_dan_orang_lain|PENGEMBANGAN_DIRI_NILAI|pengembangan_diri_orang_lain",
    "assessments.level:Mengelola Perubahan": "mengelola_perubahan|KELOLA_PERUBAHAN_NILAI|mengelolah_perubahan",
    "assessments.level:Pengambilan Keputusan": "pengambilan_keputusan|AMBIL_KEPUTUSAN_NILAI",
    "assessments.level:Perekat Bangsa": "perekat_bangsa|PEREKAT_BANGSA_NILAI",
    "trainings.title": "Nama Diklat|nama_diklat|Diklat|diklat|Diklat Struktural|LATIHAN JABATAN > Nama Latjab.|NAMA DIKLAT|Nama Diklat/ Workshop/ Sosialisasi|Nama Kegiatan|NAMA PELATIHAN|Pelatihan|Pendidik Penjenjangan|riwayat_diklatpim",
    "trainings.training_kind": "jenis|Jenis|Jenis Diklat|jenis_diklat|Kategori|kategori_diklat|Lingkup",
    "trainings.jp": "JP|Jumlah JP|durasi|Jumlah Jam|JUMLAH JP|Lama > Jam|Lamanya Diklat|LATIHAN JABATAN > Jam",
    "trainings.started_on": "Pelaksanaan|Tanggal Diklat|Tanggal Mulai|Tanggal Pelaksanaan|tanggal_mulai|tanggal_pelaksanaan|Tgl. Mulai",
    "trainings.ended_on": "Tanggal Selesai|tanggal_selesai",
    "trainings.year": "Tahun|LATIHAN JABATAN > Thn.",
    "trainings.organiser": "PENYELENGGARA|Penyelenggara|Instansi Penyelenggara|Institusi Penyelenggara|penyelenggara",
    "trainings.certificate": "Nomor Sertifikat|No Sertifikat|No. Sertifikat|Sertifikat",
    "discipline.level": "Tingkat Hukuman",
    "discipline.sanction": "Jenis Hukuman",
    "discipline.effective_on": "TMT Hukuman",
    "discipline.ends_on": "Akhir Hukuman",
    "discipline.decree": "No SK Hukdis",
}


@pytest.mark.parametrize("meaning", SEEN)
def test_every_header_seen_is_known(meaning: str) -> None:
    kind, _, field = meaning.partition(".")
    index = of_kind(kind)
    unknown = [
        header
        for header in SEEN[meaning].split("|")
        if field not in getattr(index.get(folded(header.replace(" > ", " "))), "fields", ())
    ]
    assert unknown == []


LEFT_OUT = (
    "No|NO|No.|NO.|No DUK|nip_lama|NIP LAMA|Nip lama|nik|NIK|NO KTP|tempat_lahir|TEMPAT LAHIR NAMA|tmp_lhr_pegawai|agama|agama_nama|jenis_kawin_nama|STATUS PERKAWINAN|status_kawin|"
    "gol_awal_nama|GOL CPNS|tmt_pns|TMT Pengangkatan|TMT Pensiun|masa_kerja_tahun|mk_tahun|MASA KERJA > Thn.|Masa Kerja Golongan (Thn)|THN|BLN|Masa Kerja|Jabatan > TMT Eselon|nomor_hp|no_hp|"
    "Telp./HP|alamat|USIA|Usia (Thn)|Keterangan|KET|Ket.|IKK|Skoring Mansoskul|NILAI STANDAR|Kotak Talent Pool|KUADRAN|TOTAL JP|pegawai_atasan_nama|Jenis Pelanggaran Disiplin|NPWP NOMOR|BPJS|"
    "Durasi Pelatihan(Hari)|IS VALID NIK|FLAG IKD|PNS ID|UNOR ID|No Karpeg|SK LAMA > NOMOR|SKPx60%|Persentase Kompetensi Teknis Spesifik"
)


def test_headers_outside_the_model_are_named_and_left() -> None:
    assert [h for h in LEFT_OUT.split("|") if folded(h.replace(" > ", " ")) not in known_headers()] == []
    assert all(why in ("not_kept", "derived", "old_nip", "number") for why in IGNORED.values())


def test_the_names_of_kinds_are_those_that_the_types_know() -> None:
    """So a name that no kind has is refused by the type checker, wherever the reader asks for one."""
    assert set(KINDS) == set(get_args(KindName))


@pytest.mark.parametrize(
    "about",
    [headers._TOPICS, headers.WIDE, held.HELD_ON, likely._SUBSTANCE, likely._TELLING, choosing._NEIGHBOURS],
)
def test_what_the_reader_knows_of_kinds_is_of_kinds_there_are(about: Mapping[str, object]) -> None:
    assert set(about) <= set(KINDS)
