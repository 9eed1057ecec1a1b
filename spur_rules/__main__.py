"""`python -m spur_rules` is the same as `spur-rules`."""

import sys

from .cli.main import main

if __name__ == "__main__":
    sys.exit(main())
