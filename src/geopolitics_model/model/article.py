"""What was read."""

import datetime as dt

import attrs

from geopolitics_model.errors import InvalidValue
from geopolitics_model.model.ids import article_id
from geopolitics_model.model.shown import Shown
from geopolitics_model.model.typed import typed


@attrs.frozen(kw_only=True, field_transformer=typed, repr=False)
class Article(Shown):
    """A text, kept exactly as given, and what is known of where it comes from.

    `id` is `article:` and the first 16 hexadecimal digits of the SHA-256 of the text; leave it
    out and it is computed. `published` is a date, or a datetime with a time zone; the same moment
    in two time zones is two values, as it is written in two ways. `language` is an IETF tag.

    Raises:
        InvalidValue: a naive datetime, a text with lone surrogates, or an id of another text.
    """

    text: str
    title: str | None = None
    published: dt.datetime | dt.date | None = attrs.field(default=None, eq=str)
    source: str | None = None
    url: str | None = None
    language: str | None = None
    id: str = attrs.field(
        default=attrs.Factory(lambda self: article_id(self.text), takes_self=True)
    )

    def __attrs_post_init__(self) -> None:
        if self.id != article_id(self.text):
            raise InvalidValue(f"Article.id: {self.id!r} is not the id of this text")

    @property
    def day(self) -> dt.date | None:
        """The day of publication, in the time zone that `published` was given in."""
        if isinstance(self.published, dt.datetime):
            return self.published.date()
        return self.published
