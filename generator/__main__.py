"""`python -m generator` is `stdbook`."""

import sys

from generator.cli import main

sys.exit(main())
