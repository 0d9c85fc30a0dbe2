"""Who takes part in an article, while it is being read: drafts of entities and where they stand."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from operator import itemgetter

import attrs

from geopolitics_model import knowledge
from geopolitics_model.language import Reading, Token
from geopolitics_model.model import MentionForm


@attrs.define
class RoleDraft:
    """An office of a person: its title as written, office keys, whose it is, where it stands."""

    title: str
    offices: tuple[str, ...]
    of: str | None
    start: int
    end: int


@attrs.define
class Draft:
    """An entity in the making; `mentions` maps token ranges to the form of the reference."""

    id: str
    label: str
    name: str
    kind: str | None = None
    acronym: str | None = None
    gender: str = ""
    mentions: dict[tuple[int, int], MentionForm] = attrs.field(factory=dict)
    roles: list[RoleDraft] = attrs.field(factory=list)
    offices: dict[tuple[str, tuple[str, ...], str | None], RoleDraft] = attrs.field(factory=dict)

    def add(self, role: RoleDraft) -> None:
        """Note an office; `offices` has each that differs once, `roles` all, as they are told."""
        self.roles.append(role)
        self.offices.setdefault((role.title.lower(), role.offices, role.of), role)


@attrs.define
class Cast:
    """All drafts of an article.

    `capitals` maps the seats of government among the places to the governments.
    """

    reading: Reading
    drafts: dict[str, Draft] = attrs.field(factory=dict)
    capitals: dict[str, str] = attrs.field(factory=dict)
    _at: dict[int, str] = attrs.field(factory=dict)
    _extents: dict[int, tuple[int, int]] = attrs.field(factory=dict)
    _line: list[tuple[int, str, MentionForm]] = attrs.field(factory=list)

    def draft(self, id: str, label: str, name: str, kind: str | None = None) -> Draft:
        """The draft of an id, made if it is new."""
        if id not in self.drafts:
            self.drafts[id] = Draft(id, label, name, kind)
        return self.drafts[id]

    def mention(self, draft: Draft, first: int, last: int, form: MentionForm) -> None:
        """Note that tokens `first` to `last` (half-open) refer to the draft."""
        draft.mentions.setdefault((first, last), form)
        for i in range(first, last):
            self._at[i] = draft.id
            self._extents[i] = (first, last)
        insort(self._line, (first, draft.id, form), key=itemgetter(0))

    def move(self, draft: Draft, to: Draft, extent: tuple[int, int]) -> None:
        """Let a mention of one draft be one of another."""
        form = draft.mentions.pop(extent)
        self._line.remove((extent[0], draft.id, form))
        self.mention(to, *extent, form)

    def keep(self, token: int, draft: Draft) -> None:
        """Let a token inside a longer mention refer to this draft."""
        self._at[token] = draft.id

    def absorb(self, pairs: Iterable[tuple[Draft, Draft]]) -> None:
        """Let all mentions of the second draft of each pair refer to the first."""
        new: dict[str, str] = {}
        for draft, other in pairs:
            for extent, form in other.mentions.items():
                draft.mentions.setdefault(extent, form)
            other.mentions.clear()
            new[other.id] = draft.id
        self._at = {i: new.get(id, id) for i, id in self._at.items()}
        self._line = [(first, new.get(id, id), form) for first, id, form in self._line]

    def forget(self, ids: Iterable[str]) -> None:
        """Take drafts out of the cast."""
        gone = frozenset(ids)
        for id in gone:
            del self.drafts[id]
        self._at = {i: id for i, id in self._at.items() if id not in gone}
        self._line = [entry for entry in self._line if entry[1] not in gone]

    def at(self, token: Token | int) -> Draft | None:
        """The entity that a token refers to."""
        id = self._at.get(token if isinstance(token, int) else token.i)
        return self.drafts[id] if id else None

    def extent(self, token: Token) -> tuple[int, int]:
        """The token range (half-open) of the mention that a token stands in, or of itself."""
        return self._extents.get(token.i, (token.i, token.i + 1))

    def text(self, first: int, last: int) -> str:
        """The characters from token `first` to `last` (half-open)."""
        tokens = self.reading.tokens
        return self.reading.text_of(tokens[first].start, tokens[last - 1].end)

    def persons(self) -> Iterator[Draft]:
        """The drafts of persons, in the order in which they appeared."""
        return (d for d in self.drafts.values() if d.label == "person")

    def before(self, token: int, sentences: int) -> Iterator[tuple[int, Draft, MentionForm]]:
        """The mentions before a token, nearest first, at most so many sentences back."""
        tokens = self.reading.tokens
        least = tokens[token].sentence - sentences
        for first, id, form in reversed(self._sorted_line(token)):
            if tokens[first].sentence < least:
                return
            yield first, self.drafts[id], form

    def _sorted_line(self, token: int) -> list[tuple[int, str, MentionForm]]:
        low = bisect_left(self._line, token, key=itemgetter(0))
        return self._line[max(0, low - 60) : low]

    def country(self, draft: Draft) -> str | None:
        """The id of the country that a draft belongs to, if it is known."""
        if draft.kind == "country":
            return draft.id
        return knowledge.country_of(draft.id)
