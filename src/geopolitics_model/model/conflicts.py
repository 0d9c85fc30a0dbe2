"""What actors fight or quarrel over."""

import attrs

from geopolitics_model.model.shown import Shown
from geopolitics_model.model.time import When, check_order
from geopolitics_model.model.typed import REFERENCE, typed
from geopolitics_model.model.values import Casualties, Identifier, Mention, Span
from geopolitics_model.model.vocabularies import ConflictKind, ConflictStatus


@attrs.frozen(kw_only=True, field_transformer=typed, repr=False)
class Party(Shown):
    """A side of a conflict: `side` is its label, if the text gives one; `members` are ids."""

    side: str | None = None
    members: tuple[str, ...] = attrs.field(default=(), metadata=REFERENCE)
    evidence: tuple[Span, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed, repr=False)
class Conflict(Shown):
    """A war, insurgency, dispute, tension or attack campaign.

    `places` and `mediators` are ids of entities, `causes` ids of policies.

    Raises:
        InvalidValue: `end` lies before `start`.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    mentions: tuple[Mention, ...] = ()
    kind: ConflictKind = ConflictKind.DISPUTE
    status: ConflictStatus = ConflictStatus.UNKNOWN
    parties: tuple[Party, ...] = ()
    places: tuple[str, ...] = attrs.field(default=(), metadata=REFERENCE)
    start: When | None = None
    end: When | None = None
    casualties: tuple[Casualties, ...] = ()
    causes: tuple[str, ...] = attrs.field(default=(), metadata=REFERENCE)
    mediators: tuple[str, ...] = attrs.field(default=(), metadata=REFERENCE)

    def __attrs_post_init__(self) -> None:
        check_order("Conflict", self.start, self.end)
