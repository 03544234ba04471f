"""The sample city, packed; `asnkarier init --sample` unpacks it. Made by data/make_sample.py, the same as data/sample.sqlite."""
