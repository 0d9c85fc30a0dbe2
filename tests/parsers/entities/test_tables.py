"""Every row of the parser's tables: its example is read, and the row has its effect in it."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

import geopolitics_model as gm
from geopolitics_model.model.ids import entity_id
from geopolitics_model.parsers import entities
from geopolitics_model.parsers.tables import rows
from tests.parsers.entities.world import find, find_given

PACKAGE = entities.__name__

ANTECEDENTS = {
    "admin_area": ("Anbar Province", "place:anbar"),
    "alliance": ("NATO", "organisation:nato"),
    "armed_group": ("Hezbollah", "organisation:hezbollah"),
    "bloc": ("The G7", "organisation:g-7"),
    "city": ("Aleppo", "place:aleppo"),
    "civil_society": ("Amnesty International", "organisation:amnesty"),
    "company": ("Gazprom", "organisation:gazprom"),
    "country": ("Cyprus", "place:cyprus"),
    "court": ("The International Criminal Court", "organisation:icc"),
    "government": ("The Serbian government", "organisation:government-of-serbia"),
    "government_body": ("The State Department", "organisation:us-department-of-state"),
    "intergovernmental": ("The African Union", "organisation:au"),
    "legislature": ("The Bundestag", "organisation:bundestag"),
    "military": ("The Nigerian army", "organisation:nigerian-army"),
    "party": ("Likud", "organisation:likud"),
    "region": ("Sicily", "place:sicily"),
    "territory": ("Greenland", "place:greenland"),
}
"""For every kind, an entity of it that the tables know, as the subject of a sentence."""


def every(table: str) -> pytest.MarkDecorator:
    """A parameter for each row of a table."""
    table_rows = rows(PACKAGE, table)
    return pytest.mark.parametrize(
        "row", table_rows, ids=[next(iter(r.values())) for r in table_rows]
    )


def test_every_table_has_its_test() -> None:
    tested = set(re.findall(r'^@every\("(\w+)"\)', Path(__file__).read_text("utf-8"), re.M))
    tables = {p.name.removesuffix(".csv") for p in files(PACKAGE).joinpath("data").iterdir()}
    assert tables == tested


@pytest.mark.parametrize("table", [p.name for p in files(PACKAGE).joinpath("data").iterdir()])
def test_tables_are_sorted_and_without_doubles(table: str) -> None:
    keys = [next(iter(row.values())) for row in rows(PACKAGE, table.removesuffix(".csv"))]
    assert keys == sorted(set(keys), key=str)


@every("addressing_verbs")
def test_a_capital_that_is_addressed_is_a_government(row: dict[str, str]) -> None:
    assert find(row["example"]).at("Moscow") == {"organisation:government-of-russia"}


@every("event_nouns")
def test_what_happens_is_no_entity(row: dict[str, str]) -> None:
    example, noun = row["example"], row["noun"].split()[0]
    after = re.search(rf"\b{noun}( of \w+)", example, re.IGNORECASE)
    if after:
        name = after[0]
    elif noun == "operation":
        name = " ".join(example.split()[:2])
    else:
        upto = re.match(rf"(?:The )?((?:\w+ )*?{noun})\b", example, re.IGNORECASE)
        assert upto
        name = upto[1]
    assert find_given(example, name, "organisation").at(name) == set()
    person = f"Theresa {noun.title()}"
    expected = {entity_id("person", person)} if row["surname"] == "yes" else set()
    assert find_given(f"{person} spoke.", person, "person").at(person) == expected


@every("honorifics")
def test_after_a_form_of_address_stands_a_person(row: dict[str, str]) -> None:
    example = row["example"]
    assert find_given(example, "Hale", "place").at("Hale") == {"person:hale"}
    for pronoun, gender in (("He", "male"), ("She", "female")):
        found = find_given(f"{example} {pronoun} left.", "Hale", "person")
        fits = row["gender"] in ("", gender)
        assert found.at(pronoun) == ({"person:hale"} if fits else set())


@every("locative_prepositions")
def test_in_a_place_nobody_acts(row: dict[str, str]) -> None:
    example = row["example"]
    (capital,) = re.findall(rf"\b{row['preposition']} ([A-Z]\w+)", example)
    assert not any(id.startswith("organisation") for id in find(example).at(capital))
    # What the component takes for an organisation is doubted there, and not as an agent.
    name = "Zorvek Grulm"
    there = find_given(example.replace(capital, name), name, "organisation")
    assert not any(isinstance(e, gm.Organisation) for e in there.all)
    by = find_given(f"He was freed by {name}.", name, "organisation")
    assert by.at(name) == {"organisation:zorvek-grulm"}


@every("nominals")
def test_a_common_noun_means_what_was_named_before(row: dict[str, str]) -> None:
    example, noun = row["example"], row["noun"]
    phrase = re.search(rf"\bthe {noun}\b", example, re.IGNORECASE)
    assert phrase
    for kind in row["kinds"].split(";"):
        name, id = ANTECEDENTS[kind]
        assert id.startswith(row["label"])
        found = find(f"{name} was named in the letter. {example}")
        assert id in found.at(phrase[0]), kind
        assert gm.MentionForm.NOMINAL in {m.form for m in found[id].mentions}


@every("organisation_nouns")
def test_a_noun_tells_the_kind_of_an_organisation(row: dict[str, str]) -> None:
    example, noun = row["example"], row["noun"]
    if row["described"] == "men":
        assert not [e for e in find(example).all if isinstance(e, gm.Organisation)]
    elif row["described"] != "no":
        organisations = [e for e in find(example).all if isinstance(e, gm.Organisation)]
        assert [o.kind for o in organisations] == [row["kind"]]
        assert organisations[0].mentions[0].span.text.endswith(noun)
    else:
        name = f"Tarvek {noun.title()}"
        found = find_given(example, name, "person")
        (organisation,) = (e for e in found.all if isinstance(e, gm.Organisation))
        assert (organisation.name, organisation.kind) == (name, row["kind"])


@every("place_nouns")
def test_a_noun_tells_the_kind_of_a_place(row: dict[str, str]) -> None:
    example = row["example"]
    name = (re.findall(r"(?:[A-Z]\w+ )?Tarvek(?: [A-Z]\w+)?", example) or [""])[0]
    name = name if row["noun"] in name.lower() else name.split()[-1]
    found = find_given(example, name, "person")
    (place,) = (e for e in found.all if isinstance(e, gm.Place))
    assert (place.name, place.kind) == (name, row["kind"])


@every("ship_words")
def test_a_ship_is_no_organisation(row: dict[str, str]) -> None:
    example, word = row["example"], row["word"]
    name = example.partition(f"{word} ")[2].split()[0]
    assert find_given(example, name, "organisation").over(name) == set()
    other = find_given(example.replace(f"{word} ", ""), name, "organisation")
    assert len(other.over(name)) == 1


@every("person_nouns")
def test_after_a_noun_for_a_person_stands_a_person(row: dict[str, str]) -> None:
    assert find_given(row["example"], "Hale", "organisation").at("Hale") == {"person:hale"}


def test_who_has_a_rank_is_no_town_that_is_sacked() -> None:
    assert find_given("They sacked General Tarvek.", "Tarvek", "person").at("Tarvek") == {
        "person:tarvek"
    }


@every("person_verbs")
def test_a_verb_tells_a_person(row: dict[str, str]) -> None:
    assert find_given(row["example"], "Hale", "place").at("Hale") == {"person:hale"}


@every("place_verbs")
def test_a_verb_tells_a_place(row: dict[str, str]) -> None:
    assert find_given(row["example"], "Tarvek", "person").at("Tarvek") == {"place:tarvek"}


@every("factions")
def test_a_faction_goes_by_a_plural(row: dict[str, str]) -> None:
    name = row["noun"].title()
    organisations = [
        e for e in find(row["example"]).all if isinstance(e, gm.Organisation) and e.mentions
    ]
    assert [o.mentions[0].span.text for o in organisations] == [name]
    assert not any(
        isinstance(e, gm.Organisation) for e in find(row["example"].replace(name, row["noun"])).all
    )


@every("peoples")
def test_a_people_is_nobody(row: dict[str, str]) -> None:
    people = row["people"]
    for label in ("organisation", "person", "place"):
        assert find_given(row["example"], people, label).at(people) == set()


@every("islands")
def test_an_island_is_meant_by_its_noun(row: dict[str, str]) -> None:
    first, second = row["example"].split(". ")
    found = find(f"{first}, and Chad was, too. {second}")
    assert found.at("The island") == {row["place"]}


@every("units")
def test_units_go_by_a_number(row: dict[str, str]) -> None:
    name = f"47 Tarvek {row['noun'].capitalize()}"
    assert find(row["example"]).at(name) == {entity_id("organisation", name)}
