"""The chapters of reports, one module each: a function from the basis of a report to a section."""
