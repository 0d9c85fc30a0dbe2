"""WCAG AA for every text on every ground of the page and of a notebook's output, tints included.

axe-core leaves text over gradients undecided. Here the colours are taken from the style sheets,
laid over each other as a browser does, and measured.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

import pytest

from geopolitics_model.display.html.environment import asset, colours
from geopolitics_model.display.html.notebook import _colours

TEXT, SHAPE = 4.5, 3.0
"""The least contrast of small text (WCAG 1.4.3), and of lines and borders that say something
(1.4.11)."""

NAMES = ("pe", "og", "pl", "mi", "co")
FACTS = ("st", "po", "mi", "co")


class Colour(NamedTuple):
    """Red, green, blue and opacity, each from 0 to 1."""

    red: float
    green: float
    blue: float
    alpha: float = 1.0


class Sheet:
    """The custom properties of a style sheet in one colour scheme."""

    def __init__(self, css: str, scheme: str, **known: str) -> None:
        self._light = scheme == "light"
        self.properties = dict(re.findall(r"--([a-z]+):([^;{}]+)", css)) | known

    def colour(self, value: str) -> Colour:
        value = value.strip()
        if value.startswith("#"):
            digits = value[1:] if len(value) == 7 else "".join(c * 2 for c in value[1:])
            return Colour(*(int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)))
        if value in {"transparent", "currentColor", "currentcolor"}:
            return self["ink"] if value != "transparent" else Colour(0, 0, 0, 0)
        function, _, rest = value.partition("(")
        parts = [*_arguments(rest[:-1])]
        if function == "var":
            return self[parts[0].removeprefix("--")]
        if function == "light-dark":
            return self.colour(parts[0 if self._light else 1])
        assert function == "color-mix"
        assert parts[0] == "in srgb"
        first, share = re.fullmatch(r"(.*) (\d+)%", parts[1]).groups()  # type: ignore[union-attr]
        mixed = self.colour(first)._replace(alpha=int(share) / 100)
        return mixed if parts[2] == "transparent" else over(mixed, self.colour(parts[2]))

    def __getitem__(self, name: str) -> Colour:
        return self.colour(self.properties[name])

    def ground(self, *layers: str) -> Colour:
        """What is seen of layers that lie over each other, the lowest first."""
        seen = self[layers[0]]
        for layer in layers[1:]:
            seen = over(self[layer], seen)
        return seen


def _arguments(text: str) -> Iterator[str]:
    """Cut at the commas that stand in no brackets."""
    depth, start = 0, 0
    for at, character in enumerate(text):
        depth += {"(": 1, ")": -1}.get(character, 0)
        if character == "," and not depth:
            yield text[start:at].strip()
            start = at + 1
    yield text[start:].strip()


def over(top: Colour, below: Colour) -> Colour:
    mixed = (t * top.alpha + b * (1 - top.alpha) for t, b in zip(top[:3], below[:3], strict=True))
    return Colour(*mixed)


def contrast(a: Colour, b: Colour) -> float:
    """The contrast ratio of WCAG 2."""
    bright, dark = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour[:3]]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def page(scheme: str) -> Sheet:
    return Sheet(f"{colours()};{asset('page.css')}", scheme)


def notebook(background: str, text: str) -> Sheet:
    """The colours of an output: the same in light and dark, as it cannot know which it is."""
    sheet = Sheet(f"{_colours()};{asset('notebook.css')}", "light", bg=background, ink=text)
    for name in NAMES:
        line = f"color-mix(in srgb,var(--{name}) 60%,currentColor)"
        sheet.properties[f"{name}line"] = line
    sheet.properties["tiline"] = "color-mix(in srgb,currentColor 60%,transparent)"
    sheet.properties["dim"] = "color-mix(in srgb,currentColor 80%,transparent)"
    return sheet


TINTED = [("bg", *tints) for n in range(3) for tints in combinations(("b", "a"), n)]
"""The grounds of the article's words: plain, in a policy, in a statement, in both."""

WORDS = [
    *(("ink", ground) for ground in [*TINTED, ("bg", "hit"), ("card",)]),
    *(("ink", (*ground, f"{name}22")) for ground in TINTED for name in NAMES),  # under the mouse
    *(("ink", (*ground, "hit70")) for ground in TINTED),  # the words of the card under the mouse
    *((name, (ground,)) for name in ("faint", "link") for ground in ("bg", "card")),
    *(("bg", (fact,)) for fact in FACTS),  # the numbers, which stand on their colour
]
SHAPES = [
    *((name, ground) for ground in TINTED for name in (*NAMES, "ti")),  # underlines
    *(("link", ground) for ground in [*TINTED, ("card",)]),  # the ring around what has the focus
    *((name, ("card",)) for name in (*NAMES, "st", "po")),  # the edge of a card
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page(scheme: str) -> None:
    sheet = page(scheme)
    for name, share in {**dict.fromkeys(NAMES, 22), "hit": 70}.items():
        mixed = f"color-mix(in srgb,var(--{name}) {share}%,transparent)"
        sheet.properties[f"{name}{share}"] = mixed
    assert weak(sheet, WORDS, TEXT) == []
    assert weak(sheet, SHAPES, SHAPE) == []


def test_the_shares_above_are_those_of_the_style_sheet() -> None:
    css = asset("page.css")
    assert "color-mix(in srgb,var(--mark,var(--own)) 22%,transparent)" in css
    assert "color-mix(in srgb,var(--hit) 70%,transparent)" in css
    assert css.count("color-mix") == 6


@pytest.mark.parametrize(
    ("background", "text"),
    [("#ffffff", "#212121"), ("#111111", "#e0e0e0"), ("#1e1e1e", "#cccccc")],
    ids=["Jupyter light", "Jupyter dark", "VS Code dark"],
)
def test_the_outputs_of_a_notebook(background: str, text: str) -> None:
    sheet = notebook(background, text)
    for ground in [*TINTED, ("bg", "soft")]:
        assert contrast(sheet["ink"], sheet.ground(*ground)) >= TEXT
    for ground in [("bg",), ("bg", "soft")]:
        assert contrast(over(sheet["dim"], sheet.ground(*ground)), sheet.ground(*ground)) >= TEXT
    for ground in TINTED:
        for name in (*NAMES, "ti"):
            seen = sheet.ground(*ground)
            assert contrast(over(sheet[f"{name}line"], seen), seen) >= SHAPE, (name, ground)


def test_the_shares_of_a_notebook_are_those_of_its_style_sheet() -> None:
    css = asset("notebook.css")
    assert css.count("opacity:.8") == 5
    assert "color-mix(in srgb,var(--mark) 60%,currentColor)" in css
    assert "color-mix(in srgb,currentColor 60%,transparent)" in css
    assert css.count("color-mix") == 6


def test_the_measure_finds_what_is_weak() -> None:
    sheet = page("light")
    assert contrast(sheet.colour("#000000"), sheet.colour("#ffffff")) == pytest.approx(21)
    sheet.properties["a"] = "color-mix(in srgb,var(--st) 60%,transparent)"
    assert "ink on bg + a" in weak(sheet, [("ink", ground) for ground in TINTED], TEXT)[0]


def weak(sheet: Sheet, pairs: Sequence[tuple[str, tuple[str, ...]]], least: float) -> list[str]:
    return [
        f"{name} on {' + '.join(ground)}: {ratio:.2f}"
        for name, ground in pairs
        if (ratio := contrast(sheet[name], sheet.ground(*ground))) < least
    ]
