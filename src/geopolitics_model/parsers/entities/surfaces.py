"""The names of a text: the trained component's and the tables', made one.

The component reads names from their context, so it knows the unknown; the tables know acronyms,
armed groups and states. Where both find a name they back each other; where they disagree the
component has the word, except on states, acronyms and longer names of the tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from geopolitics_model import knowledge
from geopolitics_model.language import Reading
from geopolitics_model.language.mention_tagger import is_a_person
from geopolitics_model.model import PlaceKind
from geopolitics_model.parsers import tabled
from geopolitics_model.parsers.entities import (
    agreement,
    recurring,
    reshape,
    sift,
    things,
    trained,
    units,
)
from geopolitics_model.parsers.entities.lexicon import (
    event_nouns,
    honorifics,
    organisation_nouns,
    place_nouns,
)
from geopolitics_model.parsers.entities.surface import Surface

_NAMING = frozenset(("name", "alias", "official", "former", "native", "acronym", "capital_metonym"))
_ADJECTIVAL = frozenset(("adjective", "demonym"))
_ATTRIBUTIVE = frozenset(("compound", "amod", "nmod"))
_ADJECTIVES = frozenset("chief count general head leader major officer official".split())
"""Titles that are as often words of something else ("General License", "Major League")."""
_CONFESSIONS = frozenset(("catholic", "orthodox", "apostolic"))
_STATES = frozenset((PlaceKind.COUNTRY, PlaceKind.TERRITORY))
_PARTICLES = frozenset(("al-", "el-", "al", "el", "ar-", "as-", "ad-", "an-", "ash-", "at-", "az-"))


def surfaces(reading: Reading) -> list[Surface]:
    """All names and national adjectives of the text, in order, without overlaps."""
    known = list(_known(reading))
    found = trained.names(reading, [s for s, is_weak in known if not is_weak])
    known = [(s, is_weak) for s, is_weak in known if not _is_people(reading, s)]
    chosen: list[Surface] = []
    weak = {id(surface) for surface, is_weak in known if is_weak}
    for cluster in _clusters([*found, *(surface for surface, _ in known)]):
        chosen += _settled(cluster, weak)
    chosen = units.with_numbers(reading, things.without_things(reading, chosen))
    chosen = reshape.reshaped(reading, chosen)
    chosen += _titled(reading, chosen)
    chosen = sift.sifted(reading, chosen)
    chosen += recurring.again(reading, chosen)
    for surface in chosen:
        surface.adjectival = surface.adjectival or _is_attributive(reading, surface)
    return agreement.agreed(reading, sorted(chosen, key=lambda s: s.first))


def _titled(reading: Reading, chosen: Sequence[Surface]) -> Iterator[Surface]:
    """ "Prime Minister Abiy": after a title in capitals stands a person's name."""
    taken = {i for s in chosen for i in range(s.first, s.last)}
    taken |= things.inside(reading)
    common = {*organisation_nouns(), *place_nouns(), *event_nouns()}
    common |= {word.rstrip(".") for word in honorifics()}
    tokens = reading.tokens
    for title in knowledge.titles(reading.text):
        before = reading.tokens_between(title.start, title.end)
        if not before or not title.surface[0].isupper() or before[-1].i in taken:
            continue
        first = last = before[-1].i + 1
        while (
            last < min(len(tokens), first + 3)
            and last not in taken
            and tokens[last].tag == "NNP"
            and tokens[last].sentence == before[-1].sentence
            and tokens[last].text[0].isupper()
        ):
            last += 1
        words = [t.lower for t in tokens[first:last]]
        shouted = all(t.text.isupper() for t in tokens[first:last])
        if not words or shouted or last in taken or common.intersection(words):
            continue
        known = is_a_person(tokens[last - 1].text) or knowledge.surname(tokens[last - 1].text)
        if known or title.surface.lower() not in _ADJECTIVES:
            yield Surface(first, last, "person")


def _is_attributive(reading: Reading, surface: Surface) -> bool:
    """A place that only the tables found and that modifies a noun ("the United States Senate")."""
    if surface.trained or surface.label != "place":
        return False
    head = reading.tokens[surface.last - 1]
    return head.dep in _ATTRIBUTIVE and head.head.i >= surface.last


def _is_people(reading: Reading, surface: Surface) -> bool:
    """Demonyms in the plural are people, not their state: "Kosovar Albanians"."""
    return surface.adjectival and reading.tokens[surface.last - 1].tag in ("NNS", "NNPS")


def _is_state(id: str) -> bool:
    """Adjectives of regions and of empires ("Western", "Roman") name nobody who acts."""
    return getattr(knowledge.get(id), "kind", None) in _STATES


def _known(reading: Reading) -> Iterator[tuple[Surface, bool]]:
    """The tables' names as surfaces, and whether each is also a common word."""
    for match in tabled.names(reading):
        inside = reading.tokens_between(match.start, match.end)
        if not inside or inside[-1].end < match.end:
            continue
        first, last = _with_article(reading, inside[0].i), inside[-1].i + 1
        naming = [n for n in match.names if n.kind in _NAMING]
        if not naming and _is_confession(reading, last):
            continue
        if not naming:
            ids = tuple(n.id for n in match.names if _is_state(n.id))
            if ids and match.names[0].kind in _ADJECTIVAL:
                yield Surface(first, last, "place", ids, adjectival=True), False
            continue
        metonyms = tuple(n.id for n in naming if n.kind == "capital_metonym")
        ids = tuple(dict.fromkeys(n.id for n in naming if n.kind != "capital_metonym"))
        candidates = tuple(sorted(ids or metonyms, key=_is_event))
        label = candidates[0].partition(":")[0]
        common = match.surface[0].islower() and not _is_arabic(match.surface)
        weak = match.weak or common or _opens_phrase(reading, first, last)
        yield Surface(first, last, label, candidates, metonym=next(iter(metonyms), None)), weak


def _is_event(id: str) -> bool:
    """A mission or conflict: its headquarters of the same name comes first, as it acts."""
    return id.startswith(("mission:", "conflict:"))


def _is_arabic(text: str) -> bool:
    """ "al-Shabaab": the article is small, the name is not."""
    article, hyphen, name = text.partition("-")
    return bool(hyphen and name[:1].isupper()) and article + hyphen in _PARTICLES


def _is_confession(reading: Reading, last: int) -> bool:
    """ "Roman Catholic", "Greek Orthodox": churches, whatever state they are called after."""
    tokens = reading.tokens
    return last < len(tokens) and tokens[last].lower.rstrip("s") in _CONFESSIONS


def _opens_phrase(reading: Reading, first: int, last: int) -> bool:
    """ "Naval campaign": a word with a capital for the sentence's sake, before a common noun."""
    tokens = reading.tokens
    token = tokens[first]
    if last - first > 1 or (first and tokens[first - 1].sentence == token.sentence):
        return False
    noun = token.head
    return token.tag.startswith("JJ") and noun.i > first and noun.text.islower()


def _with_article(reading: Reading, first: int) -> int:
    """The start of a name with the Arabic article that is hyphened to it ("al-Hilla")."""
    tokens = reading.tokens
    if first > 1 and tokens[first - 1].text == "-" and tokens[first - 2].lower + "-" in _PARTICLES:
        return first - 2 if tokens[first - 2].end == tokens[first - 1].start else first
    glued = first and tokens[first - 1].lower in _PARTICLES and tokens[first - 1].text[-1] == "-"
    return first - 1 if glued else first


def _clusters(found: Sequence[Surface]) -> Iterator[list[Surface]]:
    cluster: list[Surface] = []
    end = -1
    for surface in sorted(found, key=lambda s: (s.first, -s.last)):
        if cluster and surface.first >= end:
            yield cluster
            cluster = []
        cluster.append(surface)
        end = max(end, surface.last) if len(cluster) > 1 else surface.last
    if cluster:
        yield cluster


def _settled(cluster: list[Surface], weak: set[int]) -> Iterable[Surface]:
    trained = [s for s in cluster if s.trained]
    known = [s for s in cluster if not s.trained]
    if not trained:
        return [s for s in known if id(s) not in weak]
    if not known:
        return trained
    kept: list[Surface] = []
    used: set[int] = set()
    for table in known:
        inside = [s for s in trained if table.first <= s.first and s.last <= table.last]
        if not inside or table.adjectival:
            continue
        exact = len(inside) == 1 and (inside[0].first, inside[0].last) == (table.first, table.last)
        if exact:
            kept.append(_agreed(inside[0], table))
        elif table.last - table.first > 1 and id(table) not in weak:
            kept.append(table)
        else:
            continue
        used |= {id(s) for s in inside}
    taken = [(s.first, s.last) for s in kept]
    for surface in trained:
        if id(surface) not in used and not _overlaps(surface, taken):
            kept.append(_suffix_known(surface, known))
            taken.append((surface.first, surface.last))
    for table in known:
        if not _overlaps(table, taken) and id(table) not in weak:
            kept.append(table)
            taken.append((table.first, table.last))
    return kept


def _overlaps(surface: Surface, taken: Iterable[tuple[int, int]]) -> bool:
    return any(surface.first < end and start < surface.last for start, end in taken)


def _agreed(trained: Surface, table: Surface) -> Surface:
    """One span found by both: what the tables know of it, under the component's label."""
    fitting = tuple(id for id in table.candidates if id.partition(":")[0] == trained.label)
    if fitting:
        return attrs.evolve(table, label=trained.label, candidates=fitting, trained=True)
    return attrs.evolve(table, label=trained.label, trained=True)


def _suffix_known(surface: Surface, known: Iterable[Surface]) -> Surface:
    """ "U.S. Defense Department": a state's adjective and a name that the tables know."""
    inner = [s for s in known if surface.first <= s.first and s.last <= surface.last]
    if surface.label != "organisation" or len(inner) != 2:
        return surface
    state, body = sorted(inner, key=lambda s: s.first)
    if (state.first, state.last, body.last) == (surface.first, body.first, surface.last):
        same = tuple(
            id
            for id in body.candidates
            if knowledge.country_of(id) in state.candidates and id.startswith("organisation:")
        )
        return attrs.evolve(surface, candidates=same)
    return surface
