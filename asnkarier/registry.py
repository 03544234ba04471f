"""One record a command. The module of a command is loaded when the command runs, never before.

Sorted as people meet the commands: by room, then by use.
"""

from typing import NamedTuple

from asnkarier.core.access import Access
from asnkarier.views.language import N_

NONE, READ, MAYBE, WRITE, CREATE = Access.NONE, Access.READ, Access.MAYBE, Access.WRITE, Access.CREATE


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
    Group("unit", "unit", N_("Units of work.")),
    Group("position", "jabatan", N_("Posts.")),
    Group("imports", "riwayat-impor", N_("What was imported, by whom and from which file.")),
    Group("audit", "audit", N_("Who changed what, and whether the log is whole.")),
    Group(
        "evaluations",
        "penilaian",
        N_("Evaluations of a year: who has them, how they spread, what was given with them."),
    ),
    Group("standards", "standar", N_("What posts ask of their holders.")),
    Group("db", "basis-data", N_("The file: its health and its copies.")),
    Group("rules", "aturan", N_("The law in the program: values, articles, dates.")),
    Group("idp", "rencana", N_("Development plans of people: draft, steps, reviews.")),
    Group("mentor", "mentor", N_("Mentoring: who guides whom.")),
    Group("training", "pelatihan", N_("Training: who needs it, the best plan, the hours.")),
    Group("report", "laporan", N_("Reports that leave the office: for the year, for people, for decisions.")),
    Group(
        "forecast", "proyeksi", N_("What the coming months bring: retirements, ranks, pay steps, contracts, vacancies.")
    ),
    Group("seals", "riwayat-kunci", N_("Decisions that were sealed.")),
    Group("policy", "kebijakan", N_("What the institution chooses: weights, ladders, cut-offs.")),
)

COMMANDS = (
    Command("init", "siapkan", "office", "init", CREATE, N_("Make a new database with the national rules.")),
    Command("status", "ringkasan", "office", "status", READ, N_("What is in the file, and what needs attention.")),
    Command("template", "templat", "office", "template", MAYBE, N_("Write an empty workbook to fill in.")),
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
    Command("rules list", "aturan daftar", "office", "law.rules_list", MAYBE, N_("List the regulations in force.")),
    Command(
        "rules show", "aturan lihat", "office", "law.rules_show", MAYBE, N_("Show one regulation with its articles.")
    ),
    Command(
        "rules check", "aturan periksa", "office", "law.rules_check", MAYBE, N_("Check rule files, or all the law.")
    ),
    Command("rules diff", "aturan banding", "office", "law.rules_diff", MAYBE, N_("Compare the law on two days.")),
    Command("rules add", "aturan tambah", "office", "law.rules_add", WRITE, N_("Add a rule of the institution's own.")),
    Command("policy list", "kebijakan daftar", "office", "law.policy_list", MAYBE, N_("List the policies.")),
    Command("policy show", "kebijakan lihat", "office", "law.policy_show", MAYBE, N_("Show one policy whole.")),
    Command("policy check", "kebijakan periksa", "office", "law.policy_check", MAYBE, N_("Check a policy file.")),
    Command(
        "policy export", "kebijakan ekspor", "office", "law.policy_export", MAYBE, N_("Write a policy out to change.")
    ),
    Command(
        "policy compare",
        "kebijakan banding",
        "office",
        "law.policy_compare",
        READ,
        N_("Show who changes box or place under another policy."),
    ),
    Command("policy use", "kebijakan pakai", "office", "law.policy_use", WRITE, N_("Use a policy from now on.")),
    Command(
        "db upgrade",
        "basis-data mutakhirkan",
        "office",
        "file.db_upgrade",
        CREATE,
        N_("Bring an older file up to date."),
    ),
    Command("import", "impor", "intake", "import_", WRITE, N_("Import workbooks; nothing is half-written.")),
    Command("imports list", "riwayat-impor daftar", "intake", "imports_list", READ, N_("List the imports.")),
    Command("imports show", "riwayat-impor lihat", "intake", "imports_show", READ, N_("Show what one import changed.")),
    Command("imports undo", "riwayat-impor batalkan", "intake", "imports_undo", WRITE, N_("Take one import back.")),
    Command("reconcile", "rekonsiliasi", "intake", "reconcile", WRITE, N_("Compare with an export of another system.")),
    Command("unit merge", "unit gabung", "intake", "unit_merge", WRITE, N_("Join two units that are one.")),
    Command("position merge", "jabatan gabung", "intake", "position_merge", WRITE, N_("Join two posts that are one.")),
    Command("staff", "pegawai", "people", "staff", READ, N_("Find employees by name, NIP, post or unit.")),
    Command("show", "profil", "people", "show", READ, N_("Show one employee whole, each value with its source.")),
    Command("edit", "ubah", "people", "edit", WRITE, N_("Correct one fact by hand.")),
    Command("remove", "hapus", "people", "remove", WRITE, N_("Remove one record by hand.")),
    Command("evaluate", "evaluasi", "appraise", "evaluate", WRITE, N_("Record an evaluation; the predicate follows.")),
    Command(
        "evaluations list", "penilaian daftar", "appraise", "evaluations_list", READ, N_("List a year's evaluations.")
    ),
    Command("evaluations missing", "penilaian belum", "appraise", "evaluations_missing", READ, N_("Who has none yet.")),
    Command(
        "evaluations distribution",
        "penilaian sebaran",
        "appraise",
        "evaluations_distribution",
        READ,
        N_("How predicates spread over units."),
    ),
    Command(
        "evaluations coverage",
        "penilaian cakupan",
        "appraise",
        "evaluations_coverage",
        READ,
        N_("What each leader gave."),
    ),
    Command(
        "standards show", "standar lihat", "appraise", "standards_show", READ, N_("What a post asks, in plain words.")
    ),
    Command("gap", "kesenjangan", "appraise", "gap", READ, N_("Show competency gaps against a post's standard.")),
    Command("ip-asn", "ip-asn", "appraise", "ip_asn", READ, N_("Measure the index of professionalism of a year.")),
    Command("credit", "angka-kredit", "appraise", "credit", READ, N_("Add up the credit of a functional post.")),
    Command("talent", "talenta", "decide", "talent", READ, N_("Draw the nine boxes: counts, names, recommendations.")),
    Command(
        "forecast retirements",
        "proyeksi pensiun",
        "decide",
        "forecast.retirements",
        READ,
        N_("List who retires in the coming months."),
    ),
    Command(
        "forecast ranks",
        "proyeksi pangkat",
        "decide",
        "forecast.ranks",
        READ,
        N_("List promotions in rank due, and what stands in the way."),
    ),
    Command(
        "forecast vacancies",
        "proyeksi lowongan",
        "decide",
        "forecast.vacancies",
        READ,
        N_("List posts that fall empty, and who is ready for them."),
    ),
    Command("forecast pay-steps", "proyeksi kgb", "decide", "forecast.pay_steps", READ, N_("List pay steps due.")),
    Command(
        "forecast contracts", "proyeksi kontrak", "decide", "forecast.contracts", READ, N_("List contracts that end.")
    ),
    Command("shortlist", "kandidat", "decide", "shortlist", READ, N_("Rank the candidates for a post, with reasons.")),
    Command("explain", "jelaskan", "decide", "explain", READ, N_("Explain one person's chances for a post.")),
    Command("seal", "kunci", "decide", "defend.seal", WRITE, N_("Keep a decision with all it rests on.")),
    Command(
        "verify",
        "verifikasi",
        "decide",
        "defend.verify",
        MAYBE,
        N_("Compute a sealed decision again: the same, or what has changed."),
    ),
    Command("seals list", "riwayat-kunci daftar", "decide", "defend.seals_list", READ, N_("List sealed decisions.")),
    Command("seals show", "riwayat-kunci lihat", "decide", "defend.seals_show", READ, N_("Show a sealed decision.")),
    Command(
        "seals export",
        "riwayat-kunci ekspor",
        "decide",
        "defend.seals_export",
        READ,
        N_("Write a sealed decision to a file that verifies without the database."),
    ),
    Command(
        "stability",
        "sensitivitas",
        "decide",
        "stability",
        READ,
        N_("Show whether a small change of the policy would change the list."),
    ),
    Command(
        "fairness",
        "keadilan",
        "decide",
        "fairness",
        READ,
        N_("Compare how groups come through: list, boxes, training, predicates."),
    ),
    Command(
        "succession",
        "suksesi",
        "decide",
        "succession",
        READ,
        N_("Show who could follow in key posts, and in which nobody."),
    ),
    Command(
        "training needs",
        "pelatihan kebutuhan",
        "grow",
        "training_needs",
        READ,
        N_("List who needs what training, and why."),
    ),
    Command(
        "training plan",
        "pelatihan rencana",
        "grow",
        "training_plan",
        READ,
        N_("Make the best training plan for a budget."),
    ),
    Command(
        "training hours", "pelatihan jam", "grow", "training_hours", READ, N_("Add up the year's hours of training.")
    ),
    Command("path", "jalur", "grow", "path", READ, N_("Show a career path: next posts, readiness, the way to a goal.")),
    Command(
        "idp draft", "rencana susun", "grow", "idp.draft", WRITE, N_("Draft a development plan from gap and path.")
    ),
    Command("idp show", "rencana lihat", "grow", "idp.show", READ, N_("Show one development plan.")),
    Command("idp step", "rencana langkah", "grow", "idp.step", WRITE, N_("Write one step of a plan.")),
    Command("idp done", "rencana selesai", "grow", "idp.done", WRITE, N_("Say that a step is done.")),
    Command("idp review", "rencana tinjau", "grow", "idp.review", WRITE, N_("Record a review of a plan.")),
    Command("idp list", "rencana daftar", "grow", "idp.list_", READ, N_("List plans: progress, what is due.")),
    Command(
        "mentor suggest",
        "mentor usulkan",
        "grow",
        "mentor.suggest",
        READ,
        N_("Match mentees and mentors, with reasons."),
    ),
    Command(
        "mentor pair", "mentor pasangkan", "grow", "mentor.pair", WRITE, N_("Bring a mentor and a mentee together.")
    ),
    Command(
        "mentor list",
        "mentor daftar",
        "grow",
        "mentor.list_",
        READ,
        N_("List pairs, sessions, the gap before and now."),
    ),
    Command("mentor log", "mentor catat", "grow", "mentor.log", WRITE, N_("Record a mentoring session.")),
    Command("mentor end", "mentor akhiri", "grow", "mentor.end", WRITE, N_("End a mentoring pair.")),
    Command(
        "recognition", "apresiasi", "grow", "recognition", READ, N_("List who earned recognition, and by which rule.")
    ),
    Command(
        "survey", "survei", "grow", "survey", READ, N_("Show the work environment beside performance and turnover.")
    ),
    Command("report annual", "laporan tahunan", "report", "annual", READ, N_("Write the report of a year.")),
    Command("report hcdp", "laporan hcdp", "report", "hcdp", READ, N_("Make the human capital development plan.")),
    Command("report merit", "laporan merit", "report", "merit", READ, N_("Gather evidence of the merit system.")),
    Command("report person", "laporan perorangan", "report", "person", READ, N_("Make an employee's own sheet.")),
    Command("report persons", "laporan semua-orang", "report", "persons", READ, N_("Write everyone's own sheet.")),
    Command("report unit", "laporan unit", "report", "unit", READ, N_("Make the report for a head of unit.")),
    Command("report shortlist", "laporan kandidat", "report", "shortlist", READ, N_("Make the annex of a decision.")),
)
