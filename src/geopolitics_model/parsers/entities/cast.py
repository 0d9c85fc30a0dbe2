"""Who takes part in an article, while it is being read: drafts of entities and where they stand."""

from __future__ import annotations

from collections.abc import Iterator

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


@attrs.define
class Cast:
    """All drafts of an article. A token belongs to at most one actor and one place mention.

    `capitals` maps the seats of government among the places to the governments, `states` the
    organs of states that the tables do not have to the states.
    """

    reading: Reading
    drafts: dict[str, Draft] = attrs.field(factory=dict)
    capitals: dict[str, str] = attrs.field(factory=dict)
    states: dict[str, str] = attrs.field(factory=dict)
    _at: dict[int, str] = attrs.field(factory=dict)
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
        self._line.append((first, draft.id, form))

    def keep(self, token: int, draft: Draft) -> None:
        """Let a token inside a longer mention refer to this draft."""
        self._at[token] = draft.id

    def absorb(self, draft: Draft, other: Draft) -> None:
        """Let all mentions of another draft refer to this one."""
        for extent, form in other.mentions.items():
            draft.mentions.setdefault(extent, form)
        other.mentions.clear()
        self._at = {i: draft.id if id == other.id else id for i, id in self._at.items()}
        self._line = [
            (first, draft.id if id == other.id else id, form) for first, id, form in self._line
        ]

    def forget(self, draft: Draft) -> None:
        """Take a draft out of the cast."""
        del self.drafts[draft.id]
        self._at = {i: id for i, id in self._at.items() if id != draft.id}
        self._line = [entry for entry in self._line if entry[1] != draft.id]

    def at(self, token: Token | int) -> Draft | None:
        """The entity that a token refers to, the actor where it is a place as well."""
        id = self._at.get(token if isinstance(token, int) else token.i)
        return self.drafts[id] if id else None

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

    def sort(self) -> None:
        """Bring the mentions into the order of the text, before looking back over them."""
        self._line.sort(key=lambda entry: entry[0])

    def _sorted_line(self, token: int) -> list[tuple[int, str, MentionForm]]:
        low, high = 0, len(self._line)
        while low < high:
            middle = (low + high) // 2
            if self._line[middle][0] < token:
                low = middle + 1
            else:
                high = middle
        return self._line[max(0, low - 60) : low]

    def country(self, draft: Draft) -> str | None:
        """The id of the country that a draft belongs to, if it is known."""
        if draft.kind == "country":
            return draft.id
        return self.states.get(draft.id) or knowledge.country_of(draft.id)
