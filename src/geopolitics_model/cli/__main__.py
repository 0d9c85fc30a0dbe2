"""`python -m geopolitics_model.cli`."""

from geopolitics_model.cli import main

main()
