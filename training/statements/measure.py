"""Scores of the finder against marked attributions: contents alike at Jaccard >= 0.8, one to
one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import define, field
from examples import Example, Spans

from geopolitics_model.parsers.statements.attribution import Attribution

_WORD = re.compile(r"\w+(?:[-'’.]\w+)*")
SPEECH = re.compile(
    r":|\b(?:sa(?:y|id)|t[eo]l[dl]|accord|call|w[wr][iro]t|add|ask|note|argu|claim|tweet|warn|announc|declar|insist|suggest|stat"
    r"|expl|respo|repl|comment|descri|urge|promis|pledg|vow|den[yi]|accus|condemn|critici|prais|acknowledg|admit|conced|confirm"
    r"|predict|report|testif|stress|emphasi|pointed out|interview|post|read)",
    re.IGNORECASE,
)
SMALL = frozenset("the a an of and to in for on at by with said says he she they it who".split())


def words(text: str, spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    return frozenset(m.start() for s, e in spans for m in _WORD.finditer(text, s, e))


def pairs(
    gold: list[frozenset[int]], found: list[frozenset[int]], least: float
) -> list[tuple[int, int]]:
    """One-to-one matches, the best first."""
    options = []
    for i, g in enumerate(gold):
        for j, f in enumerate(found):
            if (both := len(g & f)) and both / len(g | f) >= least:
                options.append((-both / len(g | f), i, j))
    out: list[tuple[int, int]] = []
    used: set[tuple[str, int]] = set()
    for _, i, j in sorted(options):
        if ("g", i) not in used and ("f", j) not in used:
            used |= {("g", i), ("f", j)}
            out.append((i, j))
    return out


def _names(text: str, spans: Spans) -> frozenset[str]:
    all_ = frozenset(w.casefold() for s, e in spans for w in re.findall(r"\w+", text[s:e]))
    return all_ - SMALL or all_


def _f1(p: float, r: float) -> float:
    return 200 * p * r / (p + r) if p + r else 0.0


@define
class Tally:
    """Counts over articles."""

    gold: int = 0
    found: int = 0
    hit: int = 0
    speech: int = 0
    speech_hit: int = 0
    sourced: int = 0
    speaker: int = 0
    kinds: dict[str, list[int]] = field(factory=dict)

    def add(self, example: Example, found: tuple[Attribution, ...], least: float = 0.8) -> None:
        text = example.text
        gold = example.marked
        inside = _quoted(text)
        g_words = [words(text, m.content) for m in gold]
        f_words = [words(text, a.content) for a in found]
        matched = dict(pairs(g_words, f_words, least))
        taken = set(matched.values())
        self.found += len(found) - len(taken)
        for i, m in enumerate(gold):
            hit = i in matched
            if m.optional:
                continue
            spoken = bool(SPEECH.search(" ".join(text[s:e] for s, e in m.cue)))
            share = sum(w in inside for w in g_words[i]) / max(1, len(g_words[i]))
            kind = "direct" if share > 0.95 else "mixed" if share else "indirect"
            counts = self.kinds.setdefault(kind, [0, 0])
            counts[0] += hit
            counts[1] += 1
            self.gold += 1
            self.found += hit
            self.hit += hit
            self.speech += spoken
            self.speech_hit += hit and spoken
            if hit and m.source:
                self.sourced += 1
                self.speaker += bool(
                    _names(text, m.source) & _names(text, list(found[matched[i]].source))
                )

    def speech_f1(self) -> float:
        return _f1(self.hit / max(1, self.found), self.speech_hit / max(1, self.speech))

    def content_f1(self) -> float:
        return _f1(self.hit / max(1, self.found), self.hit / max(1, self.gold))

    def __str__(self) -> str:
        p, r = self.hit / max(1, self.found), self.hit / max(1, self.gold)
        kinds = " ".join(f"{k} {100 * h / n:.1f}" for k, (h, n) in sorted(self.kinds.items()))
        speech = 100 * self.speech_hit / max(1, self.speech)
        speaker = 100 * self.speaker / max(1, self.sourced)
        return (
            f"P {100 * p:.1f} R {100 * r:.1f} content {self.content_f1():.1f}, "
            f"speech R {speech:.1f} F1 {self.speech_f1():.1f}, {kinds}, speaker {speaker:.1f} "
            f"({self.found} found, {self.gold} gold)"
        )


def _quoted(text: str) -> set[int]:
    """Offsets inside quotation marks, paragraph by paragraph."""
    inside: set[int] = set()
    opened: int | None = None
    for i, char in enumerate(text + "\n"):
        if char == "\n" or (opened is not None and char in '"”'):
            if opened is not None:
                inside.update(range(opened, i))
            opened = None
        elif char in '"“':
            opened = i
    return inside
