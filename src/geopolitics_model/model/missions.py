"""What actors run: missions, operations, deployments."""

import attrs

from geopolitics_model.model.shown import Shown
from geopolitics_model.model.time import When, check_order
from geopolitics_model.model.typed import REFERENCE, typed
from geopolitics_model.model.values import Identifier, Mention, Quantity, Span
from geopolitics_model.model.vocabularies import MissionKind, MissionStatus


@attrs.frozen(kw_only=True, field_transformer=typed, repr=False)
class Mandate(Shown):
    """Who charged a mission, by which instrument ("S/RES/1244"), to do what.

    `issuers` are ids.
    """

    issuers: tuple[str, ...] = attrs.field(default=(), metadata=REFERENCE)
    instrument: str | None = None
    aims: tuple[str, ...] = ()
    evidence: tuple[Span, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed, repr=False)
class Strength(Shown):
    """How many people a mission has, from how many contributors, as of when."""

    quantity: Quantity
    contributors: Quantity | None = None
    when: When | None = None
    evidence: tuple[Span, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed, repr=False)
class Mission(Shown):
    """A deployment, operation, training, monitoring or peace mission.

    `leads` are the ids of who runs it, `places` of where it works.

    Raises:
        InvalidValue: `end` lies before `start`.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    mentions: tuple[Mention, ...] = ()
    kind: MissionKind = MissionKind.OTHER
    status: MissionStatus = MissionStatus.UNKNOWN
    leads: tuple[str, ...] = attrs.field(default=(), metadata=REFERENCE)
    places: tuple[str, ...] = attrs.field(default=(), metadata=REFERENCE)
    mandate: Mandate | None = None
    strengths: tuple[Strength, ...] = ()
    start: When | None = None
    end: When | None = None

    def __attrs_post_init__(self) -> None:
        check_order("Mission", self.start, self.end)
