"""The one file: tables, queries by concept, writes, change log."""
