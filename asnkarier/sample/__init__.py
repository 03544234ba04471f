"""The sample city, packed; `asnkarier init --sample` unpacks it. Made by data/pack_sample.py from data/sample.sqlite."""
