"""Headlines in which every word has a capital: there the look of a name says nothing.

What the article calls somebody elsewhere tells which of the words are the name.
"""

from __future__ import annotations

from collections.abc import Sequence

from geopolitics_model.language import Name, Reading, Token
from geopolitics_model.language.mention_tagger import sounds_like_a_person

_LEAST_WORDS = 5
_SHARE = 0.8


class Headlines:
    """The sentences in capitals of one article, and the names of persons outside them."""

    def __init__(self, reading: Reading) -> None:
        self._tokens = reading.tokens
        sentences: dict[int, list[Token]] = {}
        for token in reading.tokens:
            sentences.setdefault(token.sentence, []).append(token)
        self._headings = {s for s, words in sentences.items() if _is_titled(words)}
        self._called: set[str] = set()
        for name in reading.names:
            if name.label == "person" and self._tokens[name.start].sentence not in self._headings:
                self._called |= {self._text(name), self._tokens[name.end - 1].lower}

    def person(self, first: int, last: int) -> tuple[int, int]:
        """The part of a name that is a person's, empty if none is; elsewhere all of it."""
        tokens = self._tokens
        if last - first < 2 or tokens[first].sentence not in self._headings:
            return first, last
        for length in range(last - first, 0, -1):
            for start in range(first, last - length + 1):
                words = [t.text for t in tokens[start : start + length]]
                told = " ".join(words).lower() in self._called
                if told or (length > 1 and sounds_like_a_person(words)):
                    return start, start + length
        return first, first

    def _text(self, name: Name) -> str:
        return " ".join(t.lower for t in self._tokens[name.start : name.end])


def _is_titled(words: Sequence[Token]) -> bool:
    """Whether nearly all longer words of a sentence without a full stop have a capital."""
    if words[-1].text == ".":
        return False
    longer = [t for t in words if len(t.text) > 3 and t.text.isalpha()]
    titled = sum(t.text[0].isupper() and not t.text.isupper() for t in longer)
    return len(longer) >= _LEAST_WORDS and titled >= _SHARE * len(longer)
