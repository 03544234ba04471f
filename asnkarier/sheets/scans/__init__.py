"""What the fast reader does not tell of a workbook, one module a format: errors, percent cells, what is hidden and merged."""
