"""A dossier with something of every class."""

from __future__ import annotations

from functools import cache

import geopolitics_model as gm

TEXT = (
    "Serbia's president Aleksandar Vucic said on Monday that KFOR has 3,800 soldiers in Kosovo. "
    "“We will not recognise Kosovo,” Vucic told Jens Stoltenberg, the NATO secretary general.\n\n"
    "The European Union imposed sanctions on Belarus in June 2021. "
    "At least 30 people were killed in clashes between Armenia and Azerbaijan on 14 September "
    "2020. NATO's mission KFOR has been in Kosovo since 1999."
)


@cache
def dossier() -> gm.Dossier:
    return gm.parse(
        TEXT,
        published="2022-08-03",
        title="Tension in the Balkans",
        source="An Agency",
        url="https://example.org/1",
    )
