"""From sheets to rows: find the header, map the columns, parse the cells, say what cannot stand.

`read(path, options)` runs the guarded child and yields its frames as they come.
"""

from asnkarier.ingest.run import read

__all__ = ["read"]
