"""Offices: whose they are, who holds them, and persons who are told by office alone.

Titles come from the tables (`knowledge.titles`). A title before or after a name is a role of that
person; a title alone ("the president of Serbia") means the person of the article who has that
role, or who held the office on the day of publication, or else a person known by it alone.
"""

from __future__ import annotations

from itertools import islice

from geopolitics_model import knowledge
from geopolitics_model.language import Token
from geopolitics_model.model import MentionForm, Person
from geopolitics_model.model.ids import entity_id
from geopolitics_model.parsers.entities.cast import Cast, Draft, RoleDraft
from geopolitics_model.parsers.entities.home import home
from geopolitics_model.parsers.entities.lexicon import honorifics, nominals
from geopolitics_model.parsers.phrases import over_clause

_HEADS = frozenset(("head_of_state", "head_of_government", "foreign_minister", "defence_minister",
                    "head_of_organisation"))  # fmt: skip
_STATE_HEADS = _HEADS - {"head_of_organisation"}
_SOLE = frozenset("ambassador governor mayor minister ombudsman prosecutor".split()) | {
    "attorney general", "chief justice", "prosecutor general", "solicitor general",
}  # fmt: skip
"""Titles of one person at a time, by their last word or whole."""
_DETERMINED = frozenset(("the", "his", "her", "its", "their"))
_THRONES = frozenset("emir emperor empress kaiser khan king queen shah sultan tsar".split())
_BEFORE = 6
_AFTER = 4
_OWNER = 14
"""Tokens of whose office it is ("of the Secretary-General in the Democratic Republic ...")."""
_LOOK_BACK = 12
_MOST_PERSONS = 500
"""Persons that an office told before its holder is named may belong to; bounds the time."""


def assign(cast: Cast) -> None:
    """Read all titles of the text: first those beside names, then those that stand alone."""
    alone = []
    for title in knowledge.titles(cast.reading.text):
        tokens = cast.reading.tokens_between(title.start, title.end)
        if not tokens or cast.at(tokens[0]) is not None or tokens[0].start != title.start:
            continue
        first, last = tokens[0].i, tokens[-1].i + 1
        role = RoleDraft(
            title.surface, title.offices, _of(cast, first, last), title.start, title.end
        )
        person = _named(cast, first, last)
        if person is not None:
            if role.of is not None or role.title.lower() not in honorifics():
                person.add(role)
                _mark_before_name(cast, person, first, last, role)
        else:
            alone.append((first, last, role))
    country = home(cast)
    for first, last, role in alone:
        if role.of is None and _is_of_one_state(cast, first, last, role):
            role.of = _of_possessor(cast, first)
            if role.of is None and not _is_throne(cast, role):
                role.of = country or _nearest(cast, first)
        _alone(cast, first, last, role)


def _is_of_one_state(cast: Cast, first: int, last: int, role: RoleDraft) -> bool:
    """ "The prime minister", of whom nothing else is said: there is one in each state."""
    tokens = cast.reading.tokens
    head = tokens[last - 1]
    followed = any(c.dep in ("prep", "relcl") and c.i > head.i for c in head.children)
    determined = first > 0 and tokens[first - 1].lower in _DETERMINED
    return determined and not followed and bool(_STATE_HEADS.intersection(role.offices))


def _is_throne(cast: Cast, role: RoleDraft) -> bool:
    """Whether "the king" is of a text without a day: a history tells of several kings."""
    return role.title.lower() in _THRONES and cast.reading.article.day is None


def _of_possessor(cast: Cast, first: int) -> str | None:
    """Whose office "its prime minister" or "his foreign minister" has: the state last told of, or
    that of the person last told of."""
    possessor = cast.reading.tokens[first - 1].lower
    for _, draft, _ in cast.before(first - 1, 1) if possessor != "the" else ():
        if possessor in ("his", "her") and draft.label == "person":
            return next((r.of for r in draft.roles if r.of is not None), None)
        if possessor in ("its", "their") and (state := _state(cast, draft)) is not None:
            return state
    return None


def _state(cast: Cast, draft: Draft) -> str | None:
    """The country that a draft is, or whose government it is, if the article names it."""
    if draft.kind not in ("country", "government"):
        return None
    country = cast.country(draft)
    return country if country in cast.drafts else None


def _nearest(cast: Cast, first: int) -> str | None:
    """The only state that this sentence and the one before it tell of so far."""
    told = {state for _, d, _ in cast.before(first, 1) if (state := _state(cast, d)) is not None}
    return told.pop() if len(told) == 1 else None


def _of(cast: Cast, first: int, last: int) -> str | None:
    """Whose office it is: a state or body just before the title, or after "of"."""
    tokens = cast.reading.tokens
    i = last
    if i + 1 < len(tokens) and tokens[i].lower in ("of", "for", "to", "at"):
        i += 1
        while i < len(tokens) and i < last + 4 and cast.at(i) is None:
            i += 1
        if i < len(tokens) and (draft := cast.at(i)) and draft.label != "person":
            return draft.id
    i = first - 1
    if i >= 0 and tokens[i].lower == "whose":
        return _antecedent(cast, tokens[last - 1])
    while i >= max(0, first - _BEFORE) and tokens[i].sentence == tokens[first].sentence:
        draft = cast.at(i)
        if draft is not None:
            return draft.id if draft.label != "person" else None
        if tokens[i].pos not in ("ADJ", "NOUN", "PROPN", "PART", "PUNCT") or tokens[i].text == ",":
            return None
        i -= 1
    return None


def _antecedent(cast: Cast, title: Token) -> str | None:
    """Whose office it is in "Serbia, whose president ..."."""
    about = over_clause(title)
    draft = cast.at(about) if about is not None else None
    return draft.id if draft is not None and draft.label != "person" else None


def _named(cast: Cast, first: int, last: int) -> Draft | None:
    """The person whose name stands right after the title, or in apposition before or after it."""
    tokens = cast.reading.tokens
    sentence = tokens[first].sentence
    i = last
    if i < len(tokens) and tokens[i].lower in ("of", "for"):
        end = min(len(tokens), last + _OWNER)
        while i < end and tokens[i].text != "," and not _is_person(cast, i):
            i += 1
        near = tokens[i - 1] if i - 1 >= last else None
        if i < len(tokens) and _is_person(cast, i) and near and cast.at(near) is not None:
            return cast.at(i)
        if named := _apposed(cast, i):
            return named
    else:
        while i < len(tokens) and i < last + 3 and _is_rank(tokens[i]):
            i += 1
        if named := _apposed(cast, i):
            return named
        if i < len(tokens) and tokens[i].sentence == sentence and _is_person(cast, i):
            return cast.at(i)
    i = first - 1
    while i >= 0 and i >= first - _AFTER - _BEFORE and tokens[i].sentence == sentence:
        if tokens[i].text == ",":
            before = i - 1
            if before >= 0 and _is_person(cast, before) and _one_phrase(cast, i + 1, first):
                return cast.at(before)
            return None
        i -= 1
    return None


def _apposed(cast: Cast, comma: int) -> Draft | None:
    """The person named in apposition: "the president of Serbia, Aleksandar Vučić, ..."."""
    tokens = cast.reading.tokens
    if comma + 1 >= len(tokens) or tokens[comma].text != ",":
        return None
    i = comma + 1
    while i < min(len(tokens) - 1, comma + _AFTER) and _is_prefixed(cast, i):
        i += 1
    if not _is_person(cast, i):
        return None
    start, end = cast.extent(tokens[i])
    apposed = any(t.dep == "appos" and t.head.i < comma for t in tokens[start:end])
    return cast.at(i) if apposed or _is_closed(cast, end) else None


def _is_closed(cast: Cast, end: int) -> bool:
    """Whether a comma ends it and no list goes on: "the governor of Ituri, Hale, imposed ..."."""
    tokens = cast.reading.tokens
    if end + 1 >= len(tokens) or tokens[end].text != ",":
        return False
    return tokens[end + 1].pos in ("VERB", "AUX", "ADV", "SCONJ", "PRON") and not _is_person(
        cast, end + 1
    )


def _is_prefixed(cast: Cast, i: int) -> bool:
    """A rank or a state before a name: "U.S. General", "French"."""
    token, draft = cast.reading.tokens[i], cast.at(i)
    state = draft is not None and draft.label == "place"
    return state or (draft is None and (_is_rank(token) or bool(knowledge.title(token.text))))


def _one_phrase(cast: Cast, start: int, first: int) -> bool:
    """Whether between a comma and a title stand only parts of the title's own phrase."""
    return all(
        t.pos in ("DET", "ADJ", "NOUN", "PROPN", "PART", "ADV") or t.dep == "poss"
        for t in cast.reading.tokens[start:first]
    )


def _is_person(cast: Cast, i: int) -> bool:
    draft = cast.at(i)
    return draft is not None and draft.label == "person"


def _is_rank(token: Token) -> bool:
    return token.lower in honorifics() or token.text in ("-", "”", "“", '"')


def _alone(cast: Cast, first: int, last: int, role: RoleDraft) -> None:
    tokens = cast.reading.tokens
    head = tokens[last - 1]
    begin = _phrase_start(cast, first)
    definite = tokens[begin].lower in ("the", "this", "his", "her", "its", "their", "our")
    owned = role.of is not None
    if head.tag in ("NNS", "NNPS") or not (definite or owned or head.text[0].isupper()):
        return
    person = None if _of_others(cast, last, role) else _holder(cast, first, role)
    if person is None:
        return
    person.add(role)
    _mark(cast, person, begin, _phrase_end(cast, last, role), last)


def _mark_before_name(cast: Cast, person: Draft, first: int, last: int, role: RoleDraft) -> None:
    """ "The head of NATO, Jens Stoltenberg, ...": the title means the person as the name does."""
    tokens = cast.reading.tokens
    end = _phrase_end(cast, last, role)
    begin = _phrase_start(cast, first)
    parted = end + 1 < len(tokens) and tokens[end].text == ","
    if parted and cast.at(end + 1) is person and tokens[begin].lower == "the":
        _mark(cast, person, begin, end, last)


def _phrase_end(cast: Cast, last: int, role: RoleDraft) -> int:
    """Where a title ends with whose office it is ("president of Serbia")."""
    tokens, end = cast.reading.tokens, last
    if role.of and last < len(tokens) and tokens[last].lower in ("of", "for"):
        while end < len(tokens) and end < last + 6:
            end += 1
            draft = cast.at(end - 1)
            inside = draft is not None and draft.id == role.of
            if inside and (end == len(tokens) or cast.at(end) is not draft):
                break
    return end


def _of_others(cast: Cast, last: int, role: RoleDraft) -> bool:
    """ "The director of the musical": the office is of something that is no entity."""
    tokens = cast.reading.tokens
    if role.of is not None or last >= len(tokens) or tokens[last].lower != "of":
        return False
    owner = next((c for c in tokens[last].children if c.dep == "pobj"), None)
    return owner is not None and owner.text.islower() and owner.lower not in nominals()


def _phrase_start(cast: Cast, first: int) -> int:
    tokens = cast.reading.tokens
    i = first
    while i > 0 and tokens[i - 1].sentence == tokens[first].sentence and i > first - _BEFORE:
        before = tokens[i - 1]
        if before.pos in ("ADJ", "PROPN", "NOUN", "PART", "NUM") and before.head.i < first + 6:
            i -= 1
            continue
        return i - 1 if before.pos in ("DET", "PRON") and before.tag in ("DT", "PRP$") else i
    return i


def _mark(cast: Cast, person: Draft, begin: int, end: int, last: int) -> None:
    """The whole phrase is the mention, the names inside it keep their own."""
    inner = {i: cast.at(i) for i in range(begin, end)}
    cast.mention(person, begin, end, MentionForm.NOMINAL)
    for i, draft in inner.items():
        if draft is not None and i < end:
            cast.keep(i, draft)
    cast.keep(last - 1, person)


def _holder(cast: Cast, first: int, role: RoleDraft) -> Draft | None:
    found = _of_article(cast, first, role)
    if found is not None:
        return found
    if role.of is None or not _is_sole(role):
        return None
    of = cast.drafts[role.of]
    home = cast.country(of) if of.label == "place" or of.kind == "government" else of.id
    day = cast.reading.article.day
    if day is not None and home is not None:
        holder = knowledge.holder(role.title, home, on=day)
        if isinstance(holder, Person):
            return cast.draft(holder.id, "person", holder.name)
    title = role.title[0].upper() + role.title[1:]
    name = f"{title} of {of.name}"
    return cast.draft(entity_id("person", name), "person", name)


def _is_sole(role: RoleDraft) -> bool:
    """Whether one person at a time has such an office, so that it tells who is meant."""
    title = role.title.lower().replace("-", " ")
    last = title.split()[-1]
    one_of_many = "deputy" in role.offices or title in ("minister", "cabinet minister")
    sole = title in _SOLE or last in _SOLE
    return bool(_HEADS.intersection(role.offices)) or (sole and not one_of_many)


def _of_article(cast: Cast, first: int, role: RoleDraft) -> Draft | None:
    """The person with such a role in the article: the same title and owner, the nearest before."""
    words = role.title.lower().replace("-", " ").split()
    for _, draft, _ in cast.before(first, _LOOK_BACK):
        if draft.label == "person" and _fits(draft, words, role):
            return draft
    if role.of is None and cast.reading.tokens[first].sentence:
        return None  # a headline tells the office of who is named below
    first_few = islice(cast.persons(), _MOST_PERSONS)
    return next((d for d in first_few if _fits(d, words, role)), None)


def _fits(draft: Draft, words: list[str], role: RoleDraft) -> bool:
    return any(_same_office(mine, words, role) for mine in draft.offices.values())


def _same_office(mine: RoleDraft, words: list[str], role: RoleDraft) -> bool:
    theirs = mine.title.lower().replace("-", " ").split()
    shared = set(role.offices) & set(mine.offices) - {"other", "deputy"}
    if not shared and words[-1] not in theirs:
        return False
    if role.of is not None and mine.of is not None and mine.of != role.of:
        return False
    if role.of is not None and mine.of is None and not _HEADS.intersection(mine.offices):
        return False  # of many commanders and spokesmen one cannot know
    return len(words) == 1 or role.of is not None or words == theirs[-len(words) :]
