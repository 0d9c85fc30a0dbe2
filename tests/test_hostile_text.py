"""Texts that nobody should write: an answer or a clear error, and every span holds."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import geopolitics_model as gm
from geopolitics_model.errors import InvalidText
from tests.strategies import texts

PROSE = "On Monday Serbia’s president told NATO’s envoys that “talks” in Geneva had failed. "

TEXTS = {
    "empty": "",
    "space": " ",
    "letter": "a",
    "full stop": ".",
    "mark": "“",
    "NUL": "\x00",
    "NULs alone": "\t\x00\x00\x00\x00\x00\x00\x00 ",
    "NULs in prose": PROSE.replace(" ", "\x00"),
    "byte order mark": "\ufeff" + PROSE,
    "only quotation marks": "“”\"'«»„‘’``''" * 200,
    "only white space": " \n\t\r\n\xa0\u2028\x85" * 200,
    "only line breaks": "\n" * 5000,
    "only full stops": "." * 3000,
    "only brackets": "([{" * 1000,
    "only combining marks": "\u0301" * 2000,
    "only digits": "1234567890" * 300,
    "only hyphens": "well-" * 600,
    "nested quotations": "“He said ‘she said " * 60 + "no" + "’ and”" * 60,
    "nested of one kind": "“a " * 100 + "”" * 100,
    "never closed": "\n".join(["“He said that Serbia had left."] * 50),
    "never opened": "\n".join(["He said that Serbia had left.”"] * 50),
    "a long word": "x" * 30_000,
    "a long name": "Serbia" * 2000,
    "a list of states": "Serbia, Chad, Mali, " * 150,
    "clause in clause": "He said that " * 150 + "Serbia left.",
    "owner of owner": "Serbia’s president’s " * 150 + "envoy left.",
    "and and and": "Serbia and " * 300 + "Chad met.",
    "numbers without end": "9" * 5000 + " soldiers and " + "two hundred " * 300 + "tanks",
    "a date in the far future": "On 31 December 99999 and in the year 10000000000000 Serbia left.",
    "dates that are none": "On 31 February 2022, 2022-13-45, 00/00/0000 and 25:61 Serbia left.",
    "thousands before Christ": "In 999999 BC and in 5000000000 BC Serbia left.",
    "Arabic": "قال الرئيس الصربي إن الحرب انتهت يوم الثلاثاء. «لن نعود»، أضاف.",
    "Hebrew with marks": "\u202bנשיא סרביה אמר: ״המלחמה נגמרה״.\u202c In Serbia too.",
    "overridden direction": "\u202eaibreS dna OTAN\u202c met. \u2066NATO\u2069 left.",
    "Chinese": "北约表示准备进行干预。“我们不会离开，”他说。" * 20,
    "Japanese": "セルビアの大統領は「戦争は終わった」と述べた。",
    "Russian": "Президент Сербии заявил: «Мы не уйдём». НАТО готово вмешаться.",
    "German": "Der serbische Präsident sagte: „Wir bleiben.“ Die NATO widersprach.",
    "French": "Le président serbe a dit : « Nous restons ». L’OTAN n’était pas d’accord.",
    "Thai": "ประธานาธิบดีเซอร์เบียกล่าวว่าสงครามสิ้นสุดลงแล้ว",
    "emoji": "Serbia 🇷🇸 left 👩‍👩‍👧‍👦 NATO 💥💥💥.",
    "letters of mathematics": "𝐒𝐞𝐫𝐛𝐢𝐚 told 𝓝𝓐𝓣𝓞 that ＳＥＲＢＩＡ left.",
    "letters that grow": "İSTANBUL and ŞIRNAK; STRASSE, ﬃ, ŉ, ǰ met in İzmir. " * 5,
    "binary": random.Random(3).randbytes(4000).decode("latin-1"),
    "markup": "<p>Serbia&nbsp;said&quot;no&quot;</p><script>alert('x')</script>" * 20,
    "table": "Serbia\t12\t3.5%\n" * 200,
    "capitals": (PROSE * 5).upper(),
    "no capitals": (PROSE * 5).lower(),
    "no spaces": PROSE.replace(" ", "") * 20,
}


def check(text: str) -> gm.Dossier:
    """Read a text; spans are checked against it when the dossier is built."""
    dossier = gm.parse(text, published="2022-08-04")
    assert [d.message for d in dossier.diagnostics if d.code == "parser-failed"] == []
    assert dossier.articles[0].text == text
    assert gm.loads(gm.dumps(dossier)) == dossier
    return dossier


@pytest.mark.parametrize("name", TEXTS)
def test_every_text_is_answered(name: str) -> None:
    check(TEXTS[name])


def test_a_sentence_of_200_000_characters() -> None:
    text = "and then Serbia and the envoys of Norway, whom he had told that Chad left, " * 2667
    assert len(text) > 200_000
    dossier = check(text)
    assert {"place:serbia", "place:norway", "place:chad"} <= {p.id for p in dossier.places}


@pytest.mark.parametrize(
    "text", ["\ud800", "Serbia \udcff left.", b"\xff\xfe".decode("utf-8", "surrogateescape")]
)
def test_lone_surrogates_are_refused_clearly(text: str) -> None:
    with pytest.raises(InvalidText, match="surrogates"):
        gm.parse(text)


def test_around_junk_the_prose_is_still_read() -> None:
    junk = random.Random(4).randbytes(500).decode("latin-1")
    dossier = check(f"{junk}\n\n{PROSE}\n\n{junk}")
    assert "organisation:nato" in {o.id for o in dossier.organisations}


words = st.sampled_from(
    "Serbia NATO he said told that the president of “ ” \" ' , . : ( ) - 2022 Tuesday 3,000 "
    "soldiers attacked killed war treaty signed will not if Mr Vučić 's \n \x00 ‘ ’ and "
    "to in".split(" ")
)


@given(st.lists(words, max_size=40).map(" ".join))
@settings(max_examples=30)
def test_words_in_any_order(text: str) -> None:
    check(text)


@given(st.lists(texts, max_size=10).map("".join))
@settings(max_examples=20)
def test_any_characters(text: str) -> None:
    check(text)
