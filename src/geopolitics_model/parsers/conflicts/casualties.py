"""How many people were killed, wounded, missing, displaced or captured, and who they were."""

from __future__ import annotations

import attrs

from geopolitics_model.language import Reading, Token
from geopolitics_model.model import Casualties, CasualtyKind, Person, Quantity
from geopolitics_model.parsers import quantities
from geopolitics_model.parsers.conflicts import lexicon, reckoned
from geopolitics_model.parsers.phrases import direct_objects, is_passive, objects_of, subjects

_SINGULAR = frozenset(("a", "an", "one", "another"))
_LIST = 24
"""How many characters may stand between two numbers of a list of victims."""
_VICTIMS = frozenset("body life prisoner hostage refugee".split())
_SOLDIERS = frozenset("man soldier troop fighter sailor airman".split())
_LEAVE = frozenset(("leave", "see", "report", "find"))
_LET_GO = frozenset("free release set exchange swap repatriate liberate rescue ransom".split())
_TAKE = frozenset("take hold make".split())
_INTRANSITIVE = frozenset("die perish flee disappear vanish drown starve".split())
_HOMES = frozenset("home house village land border country".split())
_ABODES = frozenset(("home", "house", "village"))
_PRISONERS = frozenset("prisoner captive hostage".split())


@attrs.frozen
class Toll:
    """Casualties and the word that says what happened to them."""

    casualties: Casualties
    cue: Token


def find(reading: Reading) -> list[Toll]:
    """All figures of casualties, in order; single victims ("a soldier was killed") count one."""
    found: dict[tuple[int, int, str], Toll] = {}
    told = _told(reading)
    for item, cue in told:
        kind = CasualtyKind(_fate(cue) or "killed")
        end = max(item.end, item.noun.end if item.noun else item.end)
        value = Casualties(
            quantity=item.quantity,
            kind=kind,
            group=_group(reading, item),
            evidence=(reading.span(item.start, end),),
        )
        found.setdefault((item.start, item.end, kind), Toll(value, cue))
    covered = {cue.i for _, cue in told}
    tolls = list(found.values()) + [t for t in _single(reading) if t.cue.i not in covered]
    return sorted(tolls, key=lambda t: (t.casualties.evidence[0].start, t.casualties.kind))


def _told(reading: Reading) -> list[tuple[quantities.Counted, Token]]:
    """The quantities that count victims, each with the word for what happened to them."""
    told: list[tuple[quantities.Counted, Token]] = []
    waiting: list[quantities.Counted] = []
    for item in quantities.find(reading):
        if counts_none(reading, item):
            continue
        cue = _cue(reading, item) or reckoned.cue(reading, item)
        if cue is None and told and _again(reading, told[-1][0], item):
            cue = told[-1][1]
        if cue is None or _is_freed(cue):
            waiting.append(item)
            continue
        shared, last = [], item
        while waiting and _shares_noun(reading, waiting[-1], last):
            last = waiting.pop()
            shared.append((last, cue))
        waiting = []
        told += [*reversed(shared), (item, cue)]
    return told


def counts_none(reading: Reading, item: quantities.Counted) -> bool:
    """Whether a number cannot be a toll of its own: a measure, a rate, part of another number."""
    return item.measured or _is_rate(reading, item) or _is_part(reading, item)


def _again(reading: Reading, one: quantities.Counted, other: quantities.Counted) -> bool:
    return _goes_on(reading, one, other) or reckoned.again(reading, one, other)


def _shares_noun(reading: Reading, one: quantities.Counted, other: quantities.Counted) -> bool:
    """Whether the noun of a number follows after the next: "120 Saudi and 45 Emirati lives"."""
    nation = one.noun is not None and one.noun.text[0].isupper() and one.noun.pos != "NOUN"
    return nation and other.noun is not None and _goes_on(reading, one, other)


def _is_part(reading: Reading, item: quantities.Counted) -> bool:
    """Whether the number is part of the one before: "30 people, six children among them"."""
    end = item.noun.end if item.noun else item.end
    after = reading.text_of(end, end + 60).lower().split(",")[0]
    return after.rstrip(" .").endswith("among them")


def _is_freed(cue: Token) -> bool:
    """Whether prisoners are let go."""
    return cue.dep == "dobj" and cue.head.lemma in _LET_GO


def _is_rate(reading: Reading, item: quantities.Counted) -> bool:
    """ "33 deaths per day" tells no toll."""
    end = item.noun.end if item.noun else item.end
    return reading.text_of(end, end + 6).lower().strip().startswith(("per ", "a day", "a week"))


def _fate(cue: Token) -> str | None:
    """The kind of a cue; who is lost is killed, who is forced from home displaced."""
    if cue.lemma == "lose":
        return "killed"
    if cue.lemma in ("force", "drive", "leave", "abandon"):
        return "displaced"
    return lexicon.casualty_kind(cue)


def _goes_on(reading: Reading, one: quantities.Counted, other: quantities.Counted) -> bool:
    """Whether a list of victims goes on: "649 soldiers, 255 sailors and three islanders"."""
    if one.noun is None or other.start - one.noun.end > _LIST or other.start < one.noun.end:
        return False
    between = reading.tokens_between(one.noun.end, other.start)
    plain = all(t.text in ",;" or t.lower in ("and", "or") or t.pos == "NOUN" for t in between)
    marked = any(t.text == "," or t.lower in ("and", "or") for t in between)
    return plain and marked and other.noun is not None and _is_people(other.noun)


def _is_people(token: Token | None) -> bool:
    if token is None:
        return True
    lemma = token.lemma.lower()
    return (
        lemma in lexicon.words("people")
        or token.lower in lexicon.words("people")
        or token.tag == "NNPS"
        or (token.pos in ("PROPN", "ADJ") and token.text[0].isupper())
        or lexicon.casualty_kind(token) is not None
    )


def _cue(reading: Reading, item: quantities.Counted) -> Token | None:
    """The word that makes a quantity a figure of casualties."""
    noun = item.noun
    if (
        noun is not None
        and lexicon.casualty_kind(noun)
        and (noun.pos != "VERB" or noun.tag == "VBN")
    ):
        dies = noun.dep == "nsubj" and noun.head.lemma in ("die", "perish")
        return noun.head if dies else noun
    if not _is_people(noun):
        return None
    last = noun or reading.tokens_between(item.start, item.end)[-1]
    for token in reading.tokens[last.i + 1 : last.i + 4]:
        if token.sentence != last.sentence or token.text in ",.;":
            break
        if lexicon.casualty_kind(token) and (
            token.pos == "ADJ" or token.tag in ("VBN", "JJ") or token.lower == "missing"
        ):
            return token
    first = reading.tokens_between(item.start, item.end)[0]
    before = reading.tokens[first.i - 1] if first.i else first
    if before.pos == "VERB" and before.sentence == first.sentence and lexicon.casualty_kind(before):
        return before
    if (cue := _lost(last) or _crime(last)) is not None:
        return cue
    return _governing(last)


def _crime(people: Token) -> Token | None:
    """The noun that says what happened to people: "the murder of 46 men"."""
    if people.dep != "pobj" or people.head.lower != "of" or people.head.head.pos != "NOUN":
        return None
    crime = people.head.head
    return crime if lexicon.casualty_kind(crime) and crime.lemma.lower() not in _VICTIMS else None


def _governing(last: Token) -> Token | None:
    """The verb above people that hits them, or what it leaves of them."""
    for above in _above(last):
        if above.pos in ("VERB", "AUX") and lexicon.casualty_kind(above) and _suffers(above, last):
            return above
        if above.pos == "VERB" and (_is_loss(above, last) or _falls(above, last)):
            return above
        if above.lemma in _TAKE and (captive := _taken(above, last)) is not None:
            return captive
        if above.pos == "VERB" and above.lemma in _LEAVE:
            return next(
                (
                    c
                    for c in above.subtree()
                    if c.i > last.i and c.pos == "ADJ" and lexicon.casualty_kind(c)
                ),
                None,
            )
        if above.pos in ("VERB", "AUX"):
            break
    return None


def _lost(people: Token) -> Token | None:
    """ "Lives" where people lose them: "7,000 people lost their lives", "cost the lives of 12"."""
    verb = people.head
    if people.dep == "nsubj" and verb.lemma == "lose":
        return next((c for c in verb.children if c.dep == "dobj" and c.lower == "lives"), None)
    top = people
    while top.dep in ("conj", "appos") and top.head.pos in ("NOUN", "PROPN"):
        top = top.head
    of_lives = top.dep == "pobj" and top.head.lower == "of" and top.head.head.lower == "lives"
    return top.head.head if of_lives else None


def _above(token: Token) -> list[Token]:
    found = []
    for above in token.ancestors():
        found.append(above)
        if above.pos in ("VERB", "AUX") or len(found) > 4:
            break
    return found


def _suffers(verb: Token, person: Token) -> bool:
    """Whether a person is among those whom the verb hits."""
    alone = verb.lemma in _INTRANSITIVE and not is_passive(verb)
    hit = subjects(verb) if alone else direct_objects(verb)
    return any(_is_within(person, t) for t in hit)


def _is_loss(verb: Token, people: Token) -> bool:
    """ "Lost 5,000 men", "forced two million from their homes"."""
    if not any(_is_within(people, t) for t in direct_objects(verb)):
        return False
    if verb.lemma == "lose":
        return people.lemma.lower() in _SOLDIERS
    homes = objects_of(verb, ("from", "out", "across"))
    homes += [t for v in verb.children if v.dep == "xcomp" for t in direct_objects(v)]
    return verb.lemma in ("force", "drive") and any(t.lemma.lower() in _HOMES for t in homes)


def _falls(verb: Token, people: Token) -> bool:
    """ "Some 5,000 soldiers fell", "a million people left their homes"."""
    if not any(_is_within(people, t) for t in subjects(verb)):
        return False
    if verb.lemma in ("leave", "abandon"):
        return any(t.lemma.lower() in _ABODES for t in direct_objects(verb))
    near = [c for c in verb.children if c.dep == "prt"]
    near += objects_of(verb, ("to", "into", "from", "under", "below", "by", "upon"))
    return verb.lemma == "fall" and people.lemma.lower() in _SOLDIERS and not near


def _taken(verb: Token, people: Token) -> Token | None:
    """ "Prisoner" where people are taken: "900 soldiers were taken prisoner"."""
    captive = next((c for c in verb.subtree() if c.lemma.lower() in _PRISONERS), None)
    hit = any(_is_within(people, t) for t in direct_objects(verb))
    return captive if hit and captive is not people else None


def _is_within(person: Token, hit: Token) -> bool:
    """Whether a person is the one hit or stands in its phrase, but not in a clause of it."""
    for token in (person, *person.ancestors()):
        if token is hit:
            return True
        if token.pos in ("VERB", "AUX"):
            return False
    return False


def _single(reading: Reading) -> list[Toll]:
    """One person killed or wounded: by name, or as "a soldier"."""
    found = []
    for verb in reading.tokens:
        if verb.pos != "VERB" or not lexicon.casualty_kind(verb):
            continue
        hit = subjects(verb) if verb.lemma in ("die", "perish") else direct_objects(verb)
        if verb.tag == "VB":
            continue  # "to kill a man" has killed none
        for token in hit:
            named = isinstance(reading.object(reading.entity(token) or ""), Person)
            alone = token.tag == "NN" and any(c.lower in _SINGULAR for c in token.children)
            named = named and lexicon.casualty_kind(verb) in ("killed", "wounded")
            if named or (alone and _is_people(token)):
                span = reading.span(token.start, token.end)
                one = Quantity(value=1, unit=None if named else token.text, evidence=(span,))
                kind = CasualtyKind(lexicon.casualty_kind(verb) or "killed")
                found.append(Toll(Casualties(quantity=one, kind=kind, evidence=(span,)), verb))
    return found


def _group(reading: Reading, item: quantities.Counted) -> str | None:
    """Who they were: "most of them Kosovar Albanians", else the noun with its adjectives."""
    last = item.noun or reading.tokens_between(item.start, item.end)[-1]
    after = reading.tokens[last.i + 1 : last.i + 40]
    for i, token in enumerate(after):
        if token.sentence != last.sentence or token.text in ".;":
            break
        if token.lower in ("most", "mostly", "mainly", "many", "including", "all", "half", "some"):
            tail = after[i:]
            stop = next((j for j, t in enumerate(tail) if j and t.text in ',.;:—)”"'), len(tail))
            words = [t for t in tail[:stop] if t.sentence == last.sentence]
            return reading.text_of(words[0].start, words[-1].end)
        if token.text != "," and token.pos in ("VERB", "AUX") and i > 6:
            break
    if item.noun is None or lexicon.casualty_kind(item.noun):
        return None
    first = next((t for t in item.noun.subtree() if t.start >= item.end), item.noun)
    tokens = [t for t in reading.tokens[first.i : item.noun.i + 1] if t.lower not in ("of", "the")]
    return reading.text_of(tokens[0].start, item.noun.end) if tokens else None
