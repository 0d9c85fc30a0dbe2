"""The model to something to look at."""

from geopolitics_model.display import embedding, frames, map, network, pictures, timeline
from geopolitics_model.display.tables import render, show

__all__ = ["embedding", "frames", "map", "network", "pictures", "render", "show", "timeline"]
