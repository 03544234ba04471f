"""`python -m asnkarier`."""

from asnkarier.cli import main

main()
