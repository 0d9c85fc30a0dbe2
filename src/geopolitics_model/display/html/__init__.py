"""Objects as HTML: cards, tables and marked text for notebooks, and the report page."""

from geopolitics_model.display.html.notebook import to_html
from geopolitics_model.display.html.page import report

__all__ = ["report", "to_html"]
