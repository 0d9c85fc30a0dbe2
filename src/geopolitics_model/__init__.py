"""Typed objects out of English news prose: who acts, says, decides and fights, and where it stands.

    import geopolitics_model as gm
    dossier = gm.parse(text, published="2022-08-04")

The public names stand in `__init__.pyi`; each is loaded when it is first used, so that the
import itself costs next to nothing.
"""

from __future__ import annotations

import lazy_loader

__version__ = "0.1.0"

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
