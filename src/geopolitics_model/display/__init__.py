"""The model to something to look at."""

from geopolitics_model.display.tables import render, show

__all__ = ["render", "show"]
