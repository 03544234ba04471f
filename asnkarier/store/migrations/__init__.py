"""From one version of the schema to the next: one file a step in versions/, run in one transaction by `store.upgrade`.

The number of a revision is the version of the schema that it leads to; the file itself says which version it has
(`user_version`, on a server the setting `schema_version`), so there is no table of alembic's own.
"""
