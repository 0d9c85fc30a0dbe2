"""What actors say."""

import attrs

from geopolitics_model.model.shown import Shown
from geopolitics_model.model.time import When
from geopolitics_model.model.typed import REFERENCE, typed
from geopolitics_model.model.values import Span
from geopolitics_model.model.vocabularies import SpeechAct, StatementMode


@attrs.frozen(kw_only=True, field_transformer=typed, repr=False)
class Statement(Shown):
    """Speech or writing attributed to someone.

    Source, cue and content are PolNeAR's terms: who says it, the words that attribute it
    ("warned", "according to"), and what is said. `content` is the segments' text joined by a
    space. `speakers`, `addressees` and `about` are ids; `condition` is the clause under which it
    holds ("if stability is threatened"), `channel` the medium ("Twitter"), `when` the time of
    speaking.
    """

    id: str
    content: str
    speakers: tuple[str, ...] = attrs.field(default=(), metadata=REFERENCE)
    mode: StatementMode = StatementMode.INDIRECT
    act: SpeechAct = SpeechAct.ASSERT
    condition: str | None = None
    addressees: tuple[str, ...] = attrs.field(default=(), metadata=REFERENCE)
    channel: str | None = None
    when: When | None = None
    about: tuple[str, ...] = attrs.field(default=(), metadata=REFERENCE)
    source_evidence: tuple[Span, ...] = ()
    cue_evidence: tuple[Span, ...] = ()
    content_evidence: tuple[Span, ...] = ()

    @property
    def evidence(self) -> tuple[Span, ...]:
        """Source, cue and content together, in the order of the text."""
        spans = {*self.source_evidence, *self.cue_evidence, *self.content_evidence}
        return tuple(sorted(spans, key=lambda s: (s.article, s.start, s.end)))
