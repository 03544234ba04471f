"""TOML records of law and policy, loaded strictly and asked by date."""
