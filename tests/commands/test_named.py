"""Commands and kinds are said by the names of the language in use."""

from asnkarier.commands import named
from asnkarier.views import language


def test_commands_and_their_options() -> None:
    language.use("id")
    assert named.command("import") == "impor"
    assert named.command("imports undo") == "riwayat-impor batalkan"
    assert named.command("asnkarier evaluations missing 2025") == "asnkarier penilaian belum 2025"
    assert named.command("asnkarier status --all") == "asnkarier ringkasan --semua"
    assert named.command("nothing we know") == "nothing we know"
    assert named.kind("roster") == "daftar-pegawai"
    language.use("en")
    assert named.command("asnkarier status --all") == "asnkarier status --all"
    assert named.kind("roster") == "roster"
