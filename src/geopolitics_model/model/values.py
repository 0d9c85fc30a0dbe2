"""Values without an identity of their own: where something was read, how it is named, how much."""

import attrs

from geopolitics_model.errors import InvalidValue
from geopolitics_model.model.shown import Shown
from geopolitics_model.model.typed import REFERENCE, number, typed
from geopolitics_model.model.vocabularies import CasualtyKind, MentionForm, Qualifier


@attrs.frozen(kw_only=True, field_transformer=typed, repr=False)
class Span(Shown):
    """The characters of an article that a value was read from.

    `start` and `end` are Python string indices (code points) into `Article.text`, half-open;
    `text` is what stands there: `article.text[start:end] == text`. A `Dossier` checks this.

    Raises:
        InvalidValue: the range is negative or empty, or is not as long as `text`.
    """

    article: str = attrs.field(metadata=REFERENCE)
    start: int
    end: int
    text: str

    def __attrs_post_init__(self) -> None:
        start, end = self.start, self.end
        if not 0 <= start < end:
            raise InvalidValue(
                f"Span.start, Span.end: {start}..{end} is an empty or negative range"
            )
        if end - start != len(self.text):
            raise InvalidValue(f"Span.text: {len(self.text)} characters cannot fill {start}..{end}")


@attrs.frozen(kw_only=True, field_transformer=typed, repr=False)
class Mention(Shown):
    """Where the text refers to an entity by a name, a nominal ("the Alliance") or a pronoun."""

    span: Span
    form: MentionForm = MentionForm.NAME


@attrs.frozen(kw_only=True, field_transformer=typed, repr=False)
class Identifier(Shown):
    """What another data set calls the same thing.

    `scheme` is for instance `wikidata`, `iso2`, `iso3`, `cow`, `gw`, `ucdp_actor`,
    `ucdp_conflict`; `value` is the code as that data set writes it.
    """

    scheme: str
    value: str

    def __attrs_post_init__(self) -> None:
        if not self.scheme or not self.value:
            raise InvalidValue("Identifier.scheme, Identifier.value: neither may be empty")


@attrs.frozen(kw_only=True, field_transformer=typed, repr=False)
class Quantity(Shown):
    """A number of things, as precise as the text gives it.

    `value` is the figure as said ("more than 60": 60, `at_least`). A range has `low` and `high`
    and no `value`; a vague one ("dozens") has `low` at most. `unit` is what is counted
    ("soldiers", "countries").

    Raises:
        InvalidValue: `low` above `high`, or a value and a range together.
    """

    value: int | float | None = None
    low: int | float | None = None
    high: int | float | None = None
    unit: str | None = None
    qualifier: Qualifier = Qualifier.EXACT
    evidence: tuple[Span, ...] = ()

    def __attrs_post_init__(self) -> None:
        for name in ("value", "low", "high"):
            if (figure := getattr(self, name)) is not None:
                object.__setattr__(self, name, number(figure, f"Quantity.{name}"))
        if self.low is not None and self.high is not None and self.low > self.high:
            raise InvalidValue(f"Quantity.low, Quantity.high: {self.low} is above {self.high}")
        if self.value is not None and (self.low is not None or self.high is not None):
            raise InvalidValue("Quantity.value: a figure and a range exclude each other")


@attrs.frozen(kw_only=True, field_transformer=typed, repr=False)
class Casualties(Shown):
    """People killed, wounded, missing, displaced or captured.

    `group` says who they were, in the words of the text ("most of them civilians").
    """

    quantity: Quantity
    kind: CasualtyKind
    group: str | None = None
    evidence: tuple[Span, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed, repr=False)
class Diagnostic(Shown):
    """Something that could not be read: a stable `code`, a message, the place if known."""

    code: str
    message: str
    span: Span | None = None
