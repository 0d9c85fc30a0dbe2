"""JSON-LD that pyld expands and rdflib reads without a network, in terms that schema.org has."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings

import geopolitics_model as gm
from geopolitics_model.formats.interchange import jsonld
from geopolitics_model.formats.interchange.files import dumps
from tests.formats.interchange.sample import dossier
from tests.strategies import dossiers

SCHEMA_ORG = "https://schema.org/"


def triples(some: gm.Dossier) -> Any:
    rdflib = pytest.importorskip("rdflib")
    return rdflib.Graph().parse(data=dumps(some, "jsonld"), format="json-ld")


def test_every_term_is_one_of_schema_org() -> None:
    rdflib = pytest.importorskip("rdflib")
    used = {str(term) for triple in triples(dossier()) for term in triple}
    ours = {term.removeprefix(SCHEMA_ORG) for term in used if term.startswith(SCHEMA_ORG)}
    assert {"Person", "spokenByCharacter", "organizer", "GeoCoordinates", "Quotation"} <= ours
    for term in ours:
        assert term in rdflib.SDO, term


@settings(max_examples=25)
@given(dossiers())
def test_pyld_keeps_every_object(some: gm.Dossier) -> None:
    processor = pytest.importorskip("pyld").jsonld
    expanded = processor.expand(json.loads(dumps(some, "jsonld")))
    assert {node["@id"] for node in expanded} == {
        jsonld.iri(thing.id) for thing in (*some.articles, *some)
    }
    assert all(node["@type"] for node in expanded)


def test_rdflib_answers_who_said_what() -> None:
    sparql = """
        PREFIX schema: <https://schema.org/>
        SELECT ?name ?text WHERE {
            ?q a schema:Quotation; schema:text ?text; schema:spokenByCharacter/schema:name ?name
        }"""
    rows = [tuple(map(str, row)) for row in triples(dossier()).query(sparql)]
    assert rows == [("Aleksandar Vučić", "We will not recognise Kosovo")]


def test_where_it_was_read() -> None:
    sparql = """
        PREFIX oa: <http://www.w3.org/ns/oa#>
        PREFIX gm: <urn:geopolitics-model:terms:>
        SELECT ?start ?end ?exact WHERE {
            <urn:geopolitics-model:mission:kfor> gm:evidence/oa:hasSelector ?at, ?words .
            ?at oa:start ?start; oa:end ?end . ?words oa:exact ?exact .
        }"""
    rows = {(int(s), int(e), str(t)) for s, e, t in triples(dossier()).query(sparql)}
    mentions = dossier()["mission:kfor"].mentions
    assert {(m.span.start, m.span.end, m.span.text) for m in mentions} <= rows


def test_a_plan_is_not_told_as_done() -> None:
    policies = [
        gm.Policy(id="policy:1", title="A", status=gm.PolicyStatus.PROPOSED),
        gm.Policy(id="policy:2", title="B", status=gm.PolicyStatus.REJECTED),
        gm.Policy(id="policy:3", title="C", status=gm.PolicyStatus.REPEALED),
    ]
    nodes = jsonld.document(gm.Dossier(policies=tuple(policies)))["@graph"]
    told = [node.get("actionStatus", {}).get("@id", "").removeprefix(SCHEMA_ORG) for node in nodes]
    assert told == ["PotentialActionStatus", "FailedActionStatus", ""]
