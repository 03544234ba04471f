"""`mentor`: who guides whom."""
