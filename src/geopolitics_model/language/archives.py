"""The trained weights in the package: archives of arrays."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray


def read(package: str, name: str) -> dict[str, NDArray[Any]]:
    """The arrays of `weights/<name>` of a package, by name; nothing is unpickled."""
    path = files(package).joinpath("weights", name)
    with path.open("rb") as file, np.load(file, allow_pickle=False) as archive:
        return {key: archive[key] for key in archive.files}
