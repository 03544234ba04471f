"""One record a command. The module of a command is loaded when the command runs, never before.

Sorted as people meet the commands: by room, then by use.
"""

from typing import NamedTuple

from asnkarier.core.access import Access
from asnkarier.views.language import N_

NONE, READ, WRITE, CREATE = Access.NONE, Access.READ, Access.WRITE, Access.CREATE


class Command(NamedTuple):
    """One command: `name` in English and `nama` in Indonesian, of one word or of group and subcommand.

    `room` and `module` say where its `run` lies: commands/<room>/<module>.py.
    """

    name: str
    nama: str
    room: str
    module: str
    access: Access
    help: str


class Group(NamedTuple):
    """Subcommands under one word."""

    name: str
    nama: str
    help: str


ROOMS = {
    "office": N_("The file"),
    "intake": N_("Bringing data in"),
    "people": N_("People"),
    "appraise": N_("Performance and competencies"),
    "decide": N_("Decisions"),
    "grow": N_("Growth"),
    "report": N_("Reports"),
}
"""The headings of the list of commands."""

GROUPS = (
    Group("imports", "riwayat-impor", N_("What was imported, by whom and from which file.")),
    Group("audit", "audit", N_("Who changed what, and whether the log is whole.")),
    Group("db", "basis-data", N_("The file: its health and its copies.")),
    Group("rules", "aturan", N_("The law in the program: values, articles, dates.")),
    Group("training", "pelatihan", N_("Training: who needs it, the best plan, the hours.")),
)

COMMANDS = (
    Command("init", "siapkan", "office", "init", CREATE, N_("Make a new database with the national rules.")),
    Command("status", "ringkasan", "office", "status", READ, N_("What is in the file, and what needs attention.")),
    Command("template", "templat", "office", "template", NONE, N_("Write an empty workbook to fill in.")),
    Command("rules list", "aturan daftar", "office", "rules_list", NONE, N_("List the regulations in force.")),
    Command("rules show", "aturan lihat", "office", "rules_show", NONE, N_("Show one regulation with its articles.")),
    Command("audit log", "audit catatan", "office", "file.audit_log", READ, N_("Who changed what, when and why.")),
    Command(
        "audit verify",
        "audit periksa",
        "office",
        "file.audit_verify",
        READ,
        N_("Whether the log still is what was written."),
    ),
    Command("db info", "basis-data info", "office", "file.db_info", READ, N_("Which file this is and what it holds.")),
    Command("db check", "basis-data periksa", "office", "file.db_check", READ, N_("Whether the file is whole.")),
    Command("db backup", "basis-data salin", "office", "file.db_backup", READ, N_("Copy the file while others work.")),
    Command("db restore", "basis-data pulihkan", "office", "file.db_restore", CREATE, N_("Put a copy in its place.")),
    Command("import", "impor", "intake", "import_", WRITE, N_("Import workbooks; nothing is half-written.")),
    Command("imports list", "riwayat-impor daftar", "intake", "imports_list", READ, N_("List the imports.")),
    Command("imports show", "riwayat-impor lihat", "intake", "imports_show", READ, N_("Show what one import changed.")),
    Command("imports undo", "riwayat-impor batalkan", "intake", "imports_undo", WRITE, N_("Take one import back.")),
    Command("staff", "pegawai", "people", "staff", READ, N_("Find employees by name, NIP, post or unit.")),
    Command("show", "profil", "people", "show", READ, N_("Show one employee whole, each value with its source.")),
    Command("edit", "ubah", "people", "edit", WRITE, N_("Correct one fact by hand.")),
    Command("remove", "hapus", "people", "remove", WRITE, N_("Remove one record by hand.")),
    Command("evaluate", "evaluasi", "appraise", "evaluate", WRITE, N_("Record an evaluation; the predicate follows.")),
    Command("gap", "kesenjangan", "appraise", "gap", READ, N_("Show competency gaps against a post's standard.")),
    Command("shortlist", "kandidat", "decide", "shortlist", READ, N_("Rank the candidates for a post, with reasons.")),
    Command("explain", "jelaskan", "decide", "explain", READ, N_("Explain one person's chances for a post.")),
    Command(
        "training hours", "pelatihan jam", "grow", "training_hours", READ, N_("Add up the year's hours of training.")
    ),
)
