"""What the words beside a name tell of its label: prepositions, verbs, nouns of kin and office."""

from __future__ import annotations

from collections.abc import Iterator

from geopolitics_model import knowledge
from geopolitics_model.language import Reading, Token
from geopolitics_model.language.mention_tagger import is_a_person, is_a_place
from geopolitics_model.parsers.entities.lexicon import (
    honorifics,
    person_nouns,
    person_verbs,
    place_nouns,
    place_verbs,
)
from geopolitics_model.parsers.entities.surface import Surface

_IN = frozenset(("in", "at", "near", "around", "outside", "inside", "into", "throughout"))
_ALONG = frozenset(("across", "along", "beyond", "down", "on", "over", "upon", "up"))
_INSIDE, _APPOSED, _RULED, _WHO, _MORTAL, _VERB, _DEED, _LISTED, _RIVER = (
    0.6, 3.0, 2.0, 1.5, 1.5, 1.2, 0.5, 0.6, 1.2,
)  # fmt: skip
_SITE = 1.2
"""Votes, as in `agreement`."""
_RULERS = frozenset("king queen tyrant sultan emir mayor governor satrap bey shah tsar".split())
_SITES = frozenset("capital city district governorate island port province town village".split())
_SELVES = frozenset(("himself", "herself"))
_WHO_WORDS = frozenset(("who", "whom", "whose"))
_KIN = frozenset(
    "ally aide assassination birth birthday body bodyguard brother cousin daughter death execution "
    "family father friend funeral grandson husband life mother murder nephew reign resignation "
    "sister son successor uncle widow wife".split()
)
_MORTAL_ACTS = frozenset("abdicate assassinate behead execute marry murder resign retire".split())
_ANYBODYS = frozenset(
    "barracks base border camp capital coast continent country embassy empire fort kingdom palace "
    "port region republic road route state station territory tower".split()
)
"""Places that belong to persons and bodies as well, and are called after them."""
_FOUGHT_FOR = frozenset(
    "advance assault attack battle blockade bombardment capture defence defense evacuation fall "
    "fort fortress garrison liberation loss march outpost recapture road seizure shelling siege "
    "storming".split()
)
_TARGETS = frozenset(("at", "for", "of", "on", "to"))
_PASSIVE = ("nsubjpass", "dobj")


def witnesses(reading: Reading, surface: Surface) -> Iterator[tuple[str, float]]:
    """What speaks for which label beside one occurrence of a name, and how much."""
    if surface.label == "organisation" and not surface.trained:
        return
    head = reading.tokens[surface.last - 1]
    preposition = _preposition(reading, surface)
    strange = _is_strange(reading, surface)
    if preposition in _IN and surface.label != "organisation":
        yield "place", _SITE if strange else _INSIDE
    elif strange and (_is_fought_for(head) or _is_among_places(head)):
        yield "place", _SITE
    if preposition in _ALONG and _is_articled(reading, surface):
        yield "place", _RIVER
    yield from _beside(reading, surface)
    if head.dep == "poss" and head.head.lower in _KIN:
        yield "person", _MORTAL
    if surface.last - surface.first < 3 and not head.text.isupper():
        yield from _deeds(_listed_first(head), surface)


def _is_strange(reading: Reading, surface: Surface) -> bool:
    """Whether a single word was taken for a person, though nobody is listed by that name."""
    single = surface.last - surface.first == 1 and not surface.candidates
    return (
        single and surface.label == "person" and not is_a_person(reading.tokens[surface.first].text)
    )


def _is_fought_for(head: Token) -> bool:
    """ "The assault on Tarvek", "the fall of Tarvek": towns are taken, persons hardly ever."""
    preposition = _listed_first(head).head
    fought = preposition.head.lemma.lower() in _FOUGHT_FOR
    return preposition.dep == "prep" and preposition.lower in _TARGETS and fought


def _is_among_places(head: Token) -> bool:
    """ "Save Mongolia and Tuva": a list that begins with a state is one of places."""
    first = _listed_first(head)
    ids = knowledge.find_ids(first.text) if first is not head else ()
    return bool(ids) and ids[0].startswith("place:")


def _beside(reading: Reading, surface: Surface) -> Iterator[tuple[str, float]]:
    """Nouns before a name, "who" after it."""
    tokens, first, after = reading.tokens, surface.first, surface.last
    before = tokens[first - 1].lower if first else ""
    if before in person_nouns() or before in honorifics():
        yield "person", _APPOSED
    if first > 1 and tokens[first - 1].lower == "of":
        site = tokens[first - 2].lower
        if site in _SITES or site in _RULERS:
            yield "place", _RULED
    if after < len(tokens):
        comma = tokens[after].text == ","
        who = tokens[after + 1] if comma and after + 1 < len(tokens) else tokens[after]
        if who.lower in _WHO_WORDS and after - first < 3:
            yield "person", _WHO
        if tokens[after].lower == "itself" and surface.label == "person":
            yield "place", _VERB
        if tokens[after].lower in _SELVES:
            yield "person", _APPOSED
        if _is_site(tokens[after], tokens[after - 1]) and surface.label != "organisation":
            yield "place", _SITE


def _is_site(noun: Token, name: Token) -> bool:
    """ "Tarvek airport": the common noun of a place, which a name stands before."""
    whose = noun.lower in place_nouns() and noun.lower not in _ANYBODYS
    return whose and noun.tag == "NN" and name.dep == "compound" and name.head is noun


def _deeds(head: Token, surface: Surface) -> Iterator[tuple[str, float]]:
    """What a name does, and what is done to it: "Tarvek fell", "Hale wrote", "led by Hale"."""
    verb, role = _part(head)
    if verb is None:
        return
    if role in ("subject", "object") and verb.lemma in _MORTAL_ACTS:
        yield "person", _MORTAL
    if role in place_verbs().get(verb.lemma, ()) and surface.label != "organisation":
        yield "place", _VERB
    if surface.label != "place" or surface.candidates or surface.last - surface.first > 1:
        return
    if role in person_verbs().get(verb.lemma, ()):
        yield "person", _VERB
    if is_a_person(head.text) and not is_a_place(head.text):
        yield "person", _LISTED
    if role == "subject" and any(c.dep == "dobj" for c in verb.children):
        yield "person", _DEED


def _listed_first(head: Token) -> Token:
    """The first of a list that a name stands in."""
    while head.dep == "conj" and not head.is_root:
        head = head.head
    return head


def _part(head: Token) -> tuple[Token | None, str]:
    """The verb that a name depends on, and the part that it takes in it."""
    if head.dep == "nsubj":
        return head.head, "subject"
    if head.dep in _PASSIVE:
        return head.head, "object"
    if head.dep == "pobj":
        return head.head.head, "agent" if head.head.dep == "agent" else head.head.lower
    return None, ""


def _preposition(reading: Reading, surface: Surface) -> str:
    """The preposition right before a name, or before the list that it stands in."""
    before = reading.tokens[surface.first - 1].lower if surface.first else ""
    if before in _IN and reading.tokens[surface.last - 1].dep != "poss":
        return before
    head = _listed_first(reading.tokens[surface.last - 1])
    return head.head.lower if head.dep == "pobj" else ""


def _is_articled(reading: Reading, surface: Surface) -> bool:
    """ "The Marne": rivers take the article, persons and towns do not."""
    tokens, first = reading.tokens, surface.first
    single = surface.last - first == 1 and tokens[first].tag == "NNP"
    return single and first > 0 and tokens[first - 1].lower == "the"
