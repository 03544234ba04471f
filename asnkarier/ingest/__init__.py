"""Sheets to header, to rows and findings, by the specs of core.kinds."""
