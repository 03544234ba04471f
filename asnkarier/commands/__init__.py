"""One file a command: its Typer signature and run(db, …)."""
