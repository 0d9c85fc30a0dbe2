"""What is known of a policy while it is being read."""

from __future__ import annotations

import attrs

from geopolitics_model.language import Token
from geopolitics_model.model import PolicyKind, PolicyStatus, When

S = PolicyStatus
CHANGES = frozenset((S.POSTPONED, S.SUSPENDED, S.REPEALED, S.EXPIRED))
"""What can only happen to a policy that there is already."""


@attrs.frozen(eq=False)
class Measure:
    """The content of a policy: a verb (or a noun) and what it is done to.

    `alone`: it is a policy without a word of decision; `setting`: where it is one nevertheless,
    see `lexicon.Frame`. `public`: its object is a matter of states (a province, a governor, a
    frontier). `target`: where the target stands, see
    `lexicon.Frame`. `instrument`: the noun that names the policy, if one does.
    `known`: the kind was read, not supposed. `receiver`: the subject gets it ("received aid from").
    """

    head: Token
    kind: PolicyKind
    status: PolicyStatus
    alone: bool
    patients: tuple[Token, ...] = ()
    target: tuple[str, ...] = ()
    instrument: Token | None = None
    known: bool = True
    receiver: bool = False
    setting: str = ""
    subject: bool = False
    public: bool = False


@attrs.frozen(eq=False)
class Draft:
    """A policy as one clause tells it.

    `words`: the lemmas of its content; `start`, `end`: characters; `bodies`: the states of the
    actors, or the actors; `sides`: those of the targets where states are meant; `instrument`: the
    noun that names it; `generic`: its object is a policy that the text has told of before ("the
    new rules").
    """

    head: Token
    kind: PolicyKind
    status: PolicyStatus
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    words: frozenset[str]
    start: int
    end: int
    bodies: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()
    generic: bool = False
    instrument: Token | None = None
    effective: When | None = None
    duration: When | None = None


def composed(decision: S, content: S, *, negated: bool) -> S | None:
    """The status of a content under a word of decision; `None`: no decision is told.

    Refusing to lift keeps a sanction in force; agreeing to lift lifts it; promising to is but a
    promise; "did not decide to" tells nothing.
    """
    if negated:
        return S.REJECTED if decision in (S.AGREED, S.ADOPTED, S.ANNOUNCED, S.IN_FORCE) else None
    if decision is S.REJECTED:
        return S.IN_FORCE if content in CHANGES else S.REJECTED
    if content is S.REJECTED and decision is S.IN_FORCE:
        return content
    if decision in (S.ADOPTED, S.AGREED) and (content in CHANGES or content is S.REJECTED):
        return content
    return decision
