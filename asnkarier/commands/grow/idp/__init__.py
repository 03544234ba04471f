"""`idp`: individual development plans."""
