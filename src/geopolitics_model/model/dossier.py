"""What one or more articles say, as objects that fit together."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any, Self

import attrs

from geopolitics_model.errors import UnknownId
from geopolitics_model.late import implementation
from geopolitics_model.model.article import Article
from geopolitics_model.model.conflicts import Conflict
from geopolitics_model.model.consistency import settle
from geopolitics_model.model.entities import Organisation, Person, Place
from geopolitics_model.model.merge import join
from geopolitics_model.model.missions import Mission
from geopolitics_model.model.policies import Policy
from geopolitics_model.model.shown import Shown
from geopolitics_model.model.statements import Statement
from geopolitics_model.model.time import When
from geopolitics_model.model.typed import typed
from geopolitics_model.model.values import Diagnostic, Span

Object = Person | Place | Organisation | Mission | Statement | Policy | Conflict

SECTIONS: dict[str, type] = {
    "persons": Person,
    "places": Place,
    "organisations": Organisation,
    "missions": Mission,
    "statements": Statement,
    "policies": Policy,
    "conflicts": Conflict,
}
"""The collections of a dossier that hold objects with an id, and their classes."""


@attrs.frozen(kw_only=True, field_transformer=typed, repr=False)
class Dossier(Shown):
    """Everything read from one or more articles; immutable, and always in the same order.

    Each collection is a tuple in the order of the text: by article, first place of evidence, id.
    `times` holds every time expression, `diagnostics` what could not be read.

    Raises:
        InvalidDossier: an id is used twice, a reference points to no object of this dossier, or
            a span does not stand in its article.
    """

    articles: tuple[Article, ...] = ()
    persons: tuple[Person, ...] = ()
    places: tuple[Place, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    missions: tuple[Mission, ...] = ()
    statements: tuple[Statement, ...] = ()
    policies: tuple[Policy, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    times: tuple[When, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    def __attrs_post_init__(self) -> None:
        sections = {section: getattr(self, section) for section in SECTIONS}
        for section in ("times", "diagnostics"):
            sections[section] = tuple(dict.fromkeys(getattr(self, section)))
        settled = settle(self.articles, sections)
        settled["articles"] = tuple(sorted(self.articles, key=lambda article: article.id))
        for section, things in settled.items():
            object.__setattr__(self, section, things)

    # -- lookup ------------------------------------------------------------------------------

    def __iter__(self) -> Iterator[Object]:
        """All objects with an id but the articles, section by section."""
        for section in SECTIONS:
            yield from getattr(self, section)

    def __len__(self) -> int:
        """The number of objects that iteration gives."""
        return sum(self.counts.values())

    def __bool__(self) -> bool:
        return bool(self.articles) or len(self) > 0

    def __contains__(self, id: object) -> bool:
        return id in self._by_id

    def __getitem__(self, id: str) -> Any:
        """The object or article of this id.

        Raises:
            UnknownId: there is none.
        """
        try:
            return self._by_id[id]
        except KeyError:
            raise UnknownId(f"no object of the id {id!r} in this dossier") from None

    @property
    def counts(self) -> dict[str, int]:
        """How many objects each section holds."""
        return {section: len(getattr(self, section)) for section in SECTIONS}

    def find(self, name: str) -> tuple[Object, ...]:
        """The objects called `name`, letter case and a leading "the" aside.

        First those whose `name` it is, then by alias or acronym, then by a mention in the text.
        Names are shared by people and places, so the answer is a tuple; it may be empty.
        """
        ranked = self._by_name.get(_folded(name), {})
        return tuple(self._by_id[id] for id in sorted(ranked, key=ranked.__getitem__))

    def statements_at(self, span: Span) -> tuple[Statement, ...]:
        """The statements whose content covers `span`: who claims what was read there."""
        starts, active = self._claims.get(span.article, ((), ()))
        here = bisect_right(starts, span.start) - 1
        if here < 0:
            return ()
        return tuple(
            statement
            for statement in active[here]
            if any(
                s.article == span.article and s.start <= span.start and span.end <= s.end
                for s in statement.content_evidence
            )
        )

    @cached_property
    def _by_id(self) -> dict[str, Any]:
        return {thing.id: thing for thing in (*self.articles, *self)}

    @cached_property
    def _by_name(self) -> dict[str, dict[str, int]]:
        index: dict[str, dict[str, int]] = {}
        for thing in self:
            for rank, name in _names(thing):
                index.setdefault(_folded(name), {}).setdefault(thing.id, rank)
        return index

    @cached_property
    def _claims(self) -> dict[str, tuple[tuple[int, ...], tuple[tuple[Statement, ...], ...]]]:
        """Per article where contents begin or end, and the statements open from there."""
        events: dict[str, list[tuple[int, bool, int]]] = {}
        for i, statement in enumerate(self.statements):
            for span in statement.content_evidence:
                events.setdefault(span.article, []).extend(
                    ((span.start, True, i), (span.end, False, i))
                )
        index = {}
        for article, points in events.items():
            starts: list[int] = []
            active: list[tuple[Statement, ...]] = []
            open_now: dict[int, int] = {}
            for point, opens, i in sorted(points):
                open_now[i] = open_now.get(i, 0) + (1 if opens else -1)
                if not open_now[i]:
                    del open_now[i]
                now = tuple(self.statements[j] for j in sorted(open_now))
                if starts and starts[-1] == point:
                    active[-1] = now
                else:
                    starts.append(point)
                    active.append(now)
            index[article] = (tuple(starts), tuple(active))
        return index

    # -- merge -------------------------------------------------------------------------------

    def __or__(self, other: "Dossier") -> "Dossier":
        """Both dossiers as one. Associative, commutative, idempotent; see `model.merge`."""
        if not isinstance(other, Dossier):
            return NotImplemented
        merged: dict[str, tuple[Any, ...]] = {
            section: _united(getattr(self, section), getattr(other, section))
            for section in ("articles", *SECTIONS)
        }
        return Dossier(
            times=self.times + other.times,
            diagnostics=self.diagnostics + other.diagnostics,
            **merged,
        )

    # -- formats (see `late`) ----------------------------------------------------------------

    def to_dict(self) -> dict[str, Any]:
        """Plain dicts, lists, strings and numbers, as in the JSON document."""
        result: dict[str, Any] = implementation("to_dict")(self)
        return result

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        """The dossier that `to_dict` made.

        Raises:
            FormatError: `data` is no such document; the message gives the path.
        """
        result: Self = implementation("from_dict")(data)
        return result

    def write(self, path: Any) -> None:
        """Write to a file; its suffix chooses the format (`.json`, `.json.gz`, `.jsonl`, `.yaml`).

        Raises:
            UnknownFormat: no format has this suffix.
        """
        implementation("write")(self, path)


def _united(ours: Iterable[Any], theirs: Iterable[Any]) -> tuple[Any, ...]:
    by_id = {thing.id: thing for thing in ours}
    for thing in theirs:
        mine = by_id.get(thing.id)
        by_id[thing.id] = thing if mine is None else join(mine, thing)
    return tuple(by_id.values())


def _names(thing: Any) -> Iterator[tuple[int, str]]:
    if name := getattr(thing, "name", None):
        yield 0, name
    for alias in getattr(thing, "aliases", ()):
        yield 1, alias
    if acronym := getattr(thing, "acronym", None):
        yield 1, acronym
    for mention in getattr(thing, "mentions", ()):
        if mention.form != "pronoun":
            yield 2, mention.span.text


def _folded(name: str) -> str:
    return " ".join(name.casefold().removeprefix("the ").split())
