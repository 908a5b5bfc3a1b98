"""Run the command line as ``python -m joinedup``."""

from joinedup.commands.main import main

raise SystemExit(main())
