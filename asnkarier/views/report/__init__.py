"""Reports that leave the office: one list of sections, written as a page, a workbook or a printed document."""
