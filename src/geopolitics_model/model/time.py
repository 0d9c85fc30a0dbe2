"""When something is, as precisely as it was said."""

import datetime as dt

import attrs

from geopolitics_model.errors import InvalidValue
from geopolitics_model.model.calendar import days
from geopolitics_model.model.shown import Shown
from geopolitics_model.model.typed import typed
from geopolitics_model.model.values import Span
from geopolitics_model.model.vocabularies import Bound, TimeKind


@attrs.frozen(kw_only=True, field_transformer=typed, repr=False)
class When(Shown):
    """A time expression and the time it denotes.

    `value` is a date in EDTF at its true precision (`2022-08-03`, `2022-08`, `199X`, season
    `2022-21`, interval `2022-08-02/2022-08-05`, 492 BC is `-0491`); where EDTF has no form,
    TIMEX3's (`2022-W31`, `2022-Q1`, `2022-08-03TMO`); what is unknown stays unspecified
    (`XXXX-09-01`). Durations and sets are ISO 8601 / TIMEX3 (`P1M`, `PXD`), vague ones
    `PAST_REF`, `PRESENT_REF`, `FUTURE_REF`. `bound` says on which side of it the time lies.

    Raises:
        InvalidValue: `value` has none of these forms, names a day that does not exist, or is an
            interval that ends before it starts.
    """

    text: str
    kind: TimeKind
    value: str
    bound: Bound | None = None
    evidence: tuple[Span, ...] = ()

    def __attrs_post_init__(self) -> None:
        first, last = days(self.value)
        if first is not None and last is not None and last < first:
            raise InvalidValue(f"When.value: {self.value!r} ends before it starts")

    @property
    def earliest(self) -> dt.date | None:
        """The first day that `value` may denote; `None` if open, unknown or before year 1."""
        return days(self.value)[0]

    @property
    def latest(self) -> dt.date | None:
        """The last day that `value` may denote; `None` if open, unknown or before year 1."""
        return days(self.value)[1]


def check_order(owner: str, start: When | None, end: When | None) -> None:
    """Refuse a period whose end lies wholly before its start.

    Raises:
        InvalidValue: naming `owner` and both values.
    """
    if start is None or end is None:
        return
    first, last = start.earliest, end.latest
    if first is not None and last is not None and last < first:
        raise InvalidValue(
            f"{owner}.end: {end.value} lies before {owner}.start, which is {start.value}"
        )
