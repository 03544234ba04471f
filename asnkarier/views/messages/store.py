"""Messages of the database file."""

from asnkarier.views.language import N_
from asnkarier.views.messages.message import Message

MESSAGES: dict[str, Message] = {
    "database_missing": Message(
        N_("There is no database {path}."),
        N_(
            "Make one with `asnkarier init`, try the invented city with `asnkarier init --sample`, or name yours with --db."
        ),
    ),
    "database_exists": Message(
        N_("{path} is there already; nothing was changed."),
        N_("Choose another name with --db, or move the old file away first."),
    ),
    "database_is_folder": Message(N_("{path} is a folder."), N_("Name the database file in it with --db.")),
    "database_unreadable": Message(N_("{path} cannot be opened."), N_("Check your rights to the file and its folder.")),
    "database_not_sqlite": Message(
        N_("{path} is not an asnkarier database."),
        N_("Name the database with --db. Workbooks come in with `asnkarier import FILE`."),
    ),
    "database_of_another_program": Message(
        N_("{path} is the database of another program."), N_("Name an asnkarier database with --db.")
    ),
    "database_newer": Message(
        N_("{path} was written by a newer asnkarier (schema {found}; this one knows {known})."),
        N_("Update asnkarier: `pip install --upgrade asnkarier`."),
    ),
    "database_older": Message(
        N_("{path} was written by an older asnkarier (schema {found}; this one knows {known})."),
        N_("Bring it up to date with `asnkarier db upgrade`; a backup is made first."),
    ),
    "database_locked": Message(
        N_("Another program is writing to {path}; waited {seconds} seconds."),
        N_("Try again when it is done. Nothing was changed."),
    ),
    "database_readonly": Message(
        N_("{path} is write-protected; nothing was changed."), N_("Check your rights to the file and its folder.")
    ),
    "database_damaged": Message(
        N_("{path} is damaged or not complete ({reason}); nothing was changed."),
        N_("Put the latest backup in its place with `asnkarier db restore`."),
    ),
    "disk_full": Message(
        N_("{path} cannot be written ({reason!o}); nothing was changed."), N_("Make room on the disk and try again.")
    ),
    "upgrade_loses": Message(
        N_("After the upgrade {count} records of {table} would refer to nothing; nothing was changed."),
        N_("Check the file with the asnkarier that made it (`asnkarier db check`), and tell the developers."),
    ),
    "copy_exists": Message(N_("{path} is there already; nothing was changed."), N_("Choose another name.")),
    "copy_needs_file": Message(
        N_("A database on a server is not copied by asnkarier."), N_("Use the server's own tools, such as pg_dump.")
    ),
    "copy_failed": Message(
        N_("The copy {path} could not be made: {reason!o}"),
        N_("Check the room on the disk and your rights to the folder. Nothing was changed."),
    ),
    "copy_damaged": Message(N_("{path} is damaged ({reason}); nothing was changed."), N_("Take an older copy.")),
    "restore_needs_yes": Message(
        N_("{path} is there already and would be replaced by {copy}."),
        N_("Add --yes to do it; the present file is kept beside it."),
    ),
    "restore_same_file": Message(
        N_("{path} is itself the file to restore from."), N_("Name the copy, or another --db.")
    ),
    "folder_missing": Message(N_("There is no folder {path}."), N_("Make the folder first, or choose another.")),
    "folder_readonly": Message(
        N_("{path} cannot be made: {reason!o}"), N_("Check your rights to the folder, or choose another with --db.")
    ),
    "sample_needs_file": Message(
        N_("The sample city is a file and cannot be put into {path}."),
        N_("Name a file with --db, such as sample.sqlite."),
    ),
    "sample_has_a_name": Message(
        N_("The sample city has its own name."), N_("Leave out --name, or leave out --sample for a file of your own.")
    ),
    "sample_missing": Message(
        N_("This installation came without the sample city."),
        N_("Install asnkarier again with `pip install --force-reinstall asnkarier`."),
    ),
    "server_unreachable": Message(
        N_("The database server does not answer for {database}."),
        N_("Check address, name and password in --db, and whether the server is running."),
    ),
    "postgres_missing": Message(
        N_("The part for PostgreSQL is not installed."), N_("Install it with `pip install 'asnkarier[postgres]'`.")
    ),
}
