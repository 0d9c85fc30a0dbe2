"""What actors decide."""

import attrs

from geopolitics_model.model.shown import Shown
from geopolitics_model.model.time import When
from geopolitics_model.model.typed import REFERENCE, typed
from geopolitics_model.model.values import Span
from geopolitics_model.model.vocabularies import PolicyKind, PolicyStatus


@attrs.frozen(kw_only=True, field_transformer=typed, repr=False)
class StatusChange(Shown):
    """A step in the life of a policy."""

    status: PolicyStatus
    when: When | None = None
    evidence: tuple[Span, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed, repr=False)
class Policy(Shown):
    """A decision, law, sanction, aid commitment, invitation, recognition, strategy or agreement.

    `actors` are the ids of those with the power to make it, `targets` of whom it is directed at
    or who gains; `status` is the latest of `history`.
    """

    id: str
    title: str
    kind: PolicyKind = PolicyKind.OTHER
    actors: tuple[str, ...] = attrs.field(default=(), metadata=REFERENCE)
    targets: tuple[str, ...] = attrs.field(default=(), metadata=REFERENCE)
    status: PolicyStatus = PolicyStatus.ANNOUNCED
    history: tuple[StatusChange, ...] = ()
    effective: When | None = None
    duration: When | None = None
    evidence: tuple[Span, ...] = ()
