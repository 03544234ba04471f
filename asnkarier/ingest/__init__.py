"""From sheets to rows: find the header, map the columns, parse the cells, say what cannot stand.

`read(file, options)` runs the guarded child and yields its frames as they come.
"""
