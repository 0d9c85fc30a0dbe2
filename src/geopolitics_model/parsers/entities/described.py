"""Organisations that are described, not named: "the Nigerian army", "the Asad regime".

A state, or the person at its head, before or after one of the nouns in `organisation_nouns.csv`
makes an organisation: the government, the army, the parliament of that state.
"""

from __future__ import annotations

import re

import attrs

from geopolitics_model import knowledge
from geopolitics_model.language import Token
from geopolitics_model.model import MentionForm
from geopolitics_model.model.ids import entity_id
from geopolitics_model.parsers.entities.cast import Cast, Draft
from geopolitics_model.parsers.entities.lexicon import OrganisationNoun, organisation_nouns
from geopolitics_model.parsers.entities.linking import known

_MODIFIERS = frozenset(("amod", "compound", "poss", "nmod"))
_GENERIC = frozenset(("forces", "military", "soldiers", "troops"))
_ARMIES = frozenset(("armies", "army"))
_ELSEWHERE = frozenset(("air", "coast", "fleet", "navy"))
_FIELDED = frozenset(("military", "armed_group"))
_STATES = frozenset(("country", "territory"))


@attrs.frozen
class _Found:
    """Words that describe men of a state: "Chadian troops"."""

    state: str
    begin: int
    stop: int
    form: MentionForm


def describe(cast: Cast) -> None:
    """Add a draft or a mention for every described organisation of the text."""
    men: list[_Found] = []
    for token in cast.reading.tokens:
        if token.pos in ("NOUN", "PROPN") and cast.at(token) is None:
            first, noun = _noun(token, cast)
            if noun is not None and noun.described and _is_somebody(token, noun):
                _add(cast, token, first, noun, men)
    _merge_generic(cast)
    _add_men(cast, men)
    _abbreviate(cast)


def _abbreviate(cast: Cast) -> None:
    """ "The Congolese army (FARDC)": initials in brackets after a body are its own, in whatever
    language, if the tables know of no other.
    """
    pairs = []
    tokens = cast.reading.tokens
    for opening, token, closing in zip(tokens[1:], tokens[2:], tokens[3:], strict=False):
        if (opening.text, closing.text) != ("(", ")") or not token.text.isupper():
            continue
        long, short = cast.at(opening.i - 1), cast.at(token)
        if long is None or short is None or long is short or long.label != "organisation":
            continue
        if short.label != "organisation":
            continue
        if knowledge.get(short.id) is None:
            long.acronym = long.acronym or token.text
            pairs.append((long, short))
        elif long.kind == short.kind == "military" or _is_full_name(cast, opening.i - 1, short):
            pairs.append((short, long))
    cast.absorb(pairs)


def _is_full_name(cast: Cast, last: int, short: Draft) -> bool:
    """Whether the words before a bracket are a name of what is in it: of several groups that are
    called "National Liberation Army" it is the one that goes by these initials.
    """
    known = knowledge.get(short.id)
    text = cast.text(*cast.extent(cast.reading.tokens[last])).casefold()
    names = (known.name, *known.aliases) if known is not None else ()
    return text in {re.sub(r" \(.*\)$", "", name).casefold() for name in names}


def _add_men(cast: Cast, men: list[_Found]) -> None:
    """ "Chadian troops" are men of a state: of its army, if the article names one such body."""
    bodies: dict[str, list[Draft]] = {}
    for draft in cast.drafts.values():
        if draft.kind == "military" and draft.mentions and (state := cast.country(draft)):
            bodies.setdefault(state, []).append(draft)
    for found in men:
        mine = bodies.get(found.state, [])
        if len(mine) == 1:
            cast.mention(mine[0], found.begin, found.stop, found.form)


def _is_somebody(token: Token, noun: OrganisationNoun) -> bool:
    """ "The Syrian opposition" acts, "Syrian opposition to the plan" is felt."""
    if not noun.definite or token.text[0].isupper():
        return True
    return any(c.dep == "det" and c.lower == "the" for c in token.children)


def _merge_generic(cast: Cast) -> None:
    """ "German troops" are the "German forces" of the same article, and the German Army if it names
    one such body only.
    """
    bodies: dict[str, list[Draft]] = {}
    for draft in cast.drafts.values():
        if draft.kind == "military" and draft.mentions and (state := cast.country(draft)):
            bodies.setdefault(state, []).append(draft)
    pairs = []
    for drafts in bodies.values():
        generic = [d for d in drafts if _is_called(cast, d, _GENERIC)]
        armies = [d for d in drafts if _is_called(cast, d, _ARMIES)]
        named = [d for d in drafts if d not in generic and d not in armies]
        if not named:
            generic, armies = [*armies, *generic], []
        specific = [*named, *armies]
        if generic:
            single = next(iter(specific), None) if len(specific) == 1 else None
            if single is not None and _ELSEWHERE & set(single.name.lower().split()):
                single = None
            kept = single or max(generic, key=lambda d: len(d.mentions))
            pairs += [(kept, other) for other in generic if other is not kept]
    cast.absorb(pairs)


def _is_called(cast: Cast, draft: Draft, nouns: frozenset[str]) -> bool:
    """Whether a body is called by nothing but a state and one of some common nouns."""
    tokens = cast.reading.tokens
    return all(tokens[last - 1].text in nouns for _, last in draft.mentions)


def _noun(token: Token, cast: Cast) -> tuple[int, OrganisationNoun | None]:
    nouns = organisation_nouns()
    if token.i and (noun := nouns.get(f"{cast.reading.tokens[token.i - 1].lower} {token.lower}")):
        return token.i - 1, noun
    return token.i, nouns.get(token.lower)


def _add(cast: Cast, token: Token, first: int, noun: OrganisationNoun, men: list[_Found]) -> None:
    owner = _owner(cast, token, first, noun)
    if owner is None:
        return
    draft_of, start, end = owner
    state = cast.country(draft_of)
    begin, stop = min(start, first), max(token.i + 1, end)
    if begin == first and start > token.i:
        begin = min(
            (c.i for c in token.children if c.dep in _MODIFIERS and c.i < first), default=first
        )
    form = MentionForm.NAME if token.text[0].isupper() else MentionForm.NOMINAL
    if noun.men:
        if state is not None and draft_of.label != "person":
            men.append(_Found(state, begin, stop, form))
        return
    if noun.canonical == "government":
        draft = known(cast, knowledge.government(state)) if state else None
        if draft is None:
            text = cast.text(begin, stop)
            draft = cast.draft(entity_id("organisation", text), "organisation", text, noun.kind)
    elif draft_of.label == "person" or state is None:
        return
    else:
        place = knowledge.get(state)
        name = place.name if place else draft_of.name
        id = entity_id("organisation", f"{noun.canonical} of {name}")
        draft = known(cast, id) or cast.draft(id, "organisation", cast.text(begin, stop), noun.kind)
    cast.mention(draft, begin, stop, form)


def _owner(
    cast: Cast, token: Token, first: int, noun: OrganisationNoun
) -> tuple[Draft, int, int] | None:
    """Whose it is: a state or person before the noun, or a state after "of"; with its tokens.

    Forces in a country are others' as often as its own.
    """
    prepositions = ("of",) if noun.kind in _FIELDED else ("of", "in")
    for child in token.children:
        if child.dep in _MODIFIERS and child.i < first and _is_owner(cast, child):
            if any(c.dep == "conj" and _is_owner(cast, c) for c in child.children):
                return None  # "Rwandan and Ugandan soldiers" are two armies
            return _with_extent(cast, child)
        if child.dep == "prep" and child.lower in prepositions:
            for below in child.children:
                if below.dep == "pobj" and _is_owner(cast, below):
                    return _with_extent(cast, below)
    before = first - 1
    near = cast.reading.tokens[before] if before >= 0 else None
    if near is not None and near.sentence == token.sentence and _is_owner(cast, near):
        return _with_extent(cast, near)
    return None


def _is_owner(cast: Cast, token: Token) -> bool:
    draft = cast.at(token)
    if draft is None:
        return False
    if draft.label == "place":
        return draft.kind in _STATES or draft.id in cast.capitals
    return draft.label == "person"


def _with_extent(cast: Cast, token: Token) -> tuple[Draft, int, int] | None:
    draft = cast.at(token)
    return (draft, *cast.extent(token)) if draft is not None else None
