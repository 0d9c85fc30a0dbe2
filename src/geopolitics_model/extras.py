"""Optional dependencies: imported when they are needed, and missed in words that help."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from geopolitics_model.errors import MissingExtra


def imported(module: str, extra: str) -> Any:
    """The module, which the optional dependencies `extra` of this package bring.

    Raises:
        MissingExtra: it is not installed; the message gives the install command.
    """
    try:
        return import_module(module)
    except ImportError as problem:
        raise MissingExtra(
            f"{module.partition('.')[0]} is needed for this and is not installed; "
            f"run: pip install 'geopolitics_model[{extra}]' ({problem})"
        ) from None
