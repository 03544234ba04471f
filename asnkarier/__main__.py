"""`python -m asnkarier`."""

import sys

try:
    from asnkarier.cli import main

    main()
except KeyboardInterrupt:
    # Pressed before the program was loaded: it had not begun.
    sys.exit(130)
