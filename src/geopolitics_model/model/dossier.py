"""What one or more articles say, as objects that fit together."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain
from typing import Any, Self

import attrs

from geopolitics_model.errors import UnknownId
from geopolitics_model.late import implementation
from geopolitics_model.model.article import Article
from geopolitics_model.model.collection import Collection
from geopolitics_model.model.conflicts import Conflict
from geopolitics_model.model.consistency import settle
from geopolitics_model.model.entities import Organisation, Person, Place
from geopolitics_model.model.index import Index
from geopolitics_model.model.merge import join
from geopolitics_model.model.missions import Mission
from geopolitics_model.model.policies import Policy
from geopolitics_model.model.sections import (
    Conflicts,
    Missions,
    Organisations,
    Persons,
    Places,
    Policies,
    Statements,
)
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

_KINDS: dict[str, type[Collection[Any]]] = {
    "persons": Persons,
    "places": Places,
    "organisations": Organisations,
    "missions": Missions,
    "statements": Statements,
    "policies": Policies,
    "conflicts": Conflicts,
}


@attrs.frozen(kw_only=True, field_transformer=typed, repr=False)
class Dossier(Shown):
    """Everything read from one or more articles; immutable, and always in the same order.

    Each collection is a tuple in the order of the text: by article, first place of evidence, id.
    Those of objects with an id can be filtered: `dossier.statements.by("NATO").about("Kosovo")`.
    `times` holds every time expression, `diagnostics` what could not be read.

    Raises:
        InvalidDossier: an id is used twice, a reference points to no object of this dossier, or
            a span does not stand in its article.
    """

    articles: tuple[Article, ...] = ()
    persons: Persons = attrs.field(factory=Persons, converter=Persons)
    places: Places = attrs.field(factory=Places, converter=Places)
    organisations: Organisations = attrs.field(factory=Organisations, converter=Organisations)
    missions: Missions = attrs.field(factory=Missions, converter=Missions)
    statements: Statements = attrs.field(factory=Statements, converter=Statements)
    policies: Policies = attrs.field(factory=Policies, converter=Policies)
    conflicts: Conflicts = attrs.field(factory=Conflicts, converter=Conflicts)
    times: tuple[When, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    def __attrs_post_init__(self) -> None:
        sections = {section: getattr(self, section) for section in SECTIONS}
        for section in ("times", "diagnostics"):
            sections[section] = tuple(dict.fromkeys(getattr(self, section)))
        settled = settle(self.articles, sections)
        settled["articles"] = tuple(sorted(self.articles, key=lambda article: article.id))
        index = Index(settled["articles"], chain(*(settled[section] for section in SECTIONS)))
        for section, things in settled.items():
            kind = _KINDS.get(section)
            object.__setattr__(self, section, kind(things, index) if kind else things)

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
        return id in self._index.by_id

    def __getitem__(self, id: str) -> Any:
        """The object or article of this id.

        Raises:
            UnknownId: there is none.
        """
        try:
            return self._index.by_id[id]
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
        return self._index.find(name)

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

    @property
    def _index(self) -> Index:
        return self.persons.lookup

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

    # -- tables and pictures (see `late`) ----------------------------------------------------

    def to_pandas(self, table: str) -> Any:
        """A table as a pandas data frame: `dossier.to_pandas("statements")`.

        `table` is a section (`"statements"`, `"persons"`, ...), `"entities"`, `"articles"`,
        `"times"`, `"diagnostics"`, or what objects hold several of: `"mentions"`, `"roles"`,
        `"strengths"`, `"history"`, `"parties"`, `"casualties"`, `"identifiers"`.

        Raises:
            UnknownTable: there is no such table.
            MissingExtra: pandas is not installed.
        """
        return implementation("to_pandas")(self, table)

    def to_polars(self, table: str) -> Any:
        """A table as a polars data frame; `table` as for `to_pandas`.

        Raises:
            UnknownTable: there is no such table.
            MissingExtra: polars is not installed.
        """
        return implementation("to_polars")(self, table)

    def timeline(self) -> Any:
        """What happens when, as a chart of Altair; see `display.timeline`.

        Raises:
            MissingExtra: Altair is not installed.
        """
        return implementation("timeline")(self)

    def network(self) -> Any:
        """Who acts on, speaks to, belongs to whom, as a chart of Altair; see `display.network`.

        Raises:
            MissingExtra: Altair or networkx is not installed.
        """
        return implementation("network")(self)

    def map(self) -> Any:
        """Where it happens, as a chart of Altair; see `display.map`.

        Raises:
            MissingExtra: Altair is not installed.
        """
        return implementation("map")(self)


def _united(ours: Iterable[Any], theirs: Iterable[Any]) -> tuple[Any, ...]:
    by_id = {thing.id: thing for thing in ours}
    for thing in theirs:
        mine = by_id.get(thing.id)
        by_id[thing.id] = thing if mine is None else join(mine, thing)
    return tuple(by_id.values())
