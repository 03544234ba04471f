"""The shapes of the national rules: one module a field of law, filled by asnkarier.law from its data files."""
