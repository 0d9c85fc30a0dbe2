"""The objects of the model in the terms of schema.org."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import singledispatch
from typing import Any

from geopolitics_model.model import (
    Article,
    Casualties,
    Conflict,
    Identifier,
    Mission,
    Organisation,
    OrganisationKind,
    Person,
    Place,
    PlaceKind,
    Policy,
    PolicyKind,
    PolicyStatus,
    Quantity,
    Role,
    Statement,
    StatementMode,
    Strength,
    When,
)

_Node = dict[str, Any]
_Refer = Callable[[str], _Node]

_ORGANISATIONS = {
    OrganisationKind.GOVERNMENT: "GovernmentOrganization",
    OrganisationKind.GOVERNMENT_BODY: "GovernmentOrganization",
    OrganisationKind.LEGISLATURE: "GovernmentOrganization",
    OrganisationKind.MILITARY: "GovernmentOrganization",
    OrganisationKind.COURT: "GovernmentOrganization",
    OrganisationKind.COMPANY: "Corporation",
    OrganisationKind.MEDIA: "NewsMediaOrganization",
    OrganisationKind.CIVIL_SOCIETY: "NGO",
}
_PLACES = {
    PlaceKind.COUNTRY: "Country",
    PlaceKind.ADMIN_AREA: "AdministrativeArea",
    PlaceKind.CITY: "City",
    PlaceKind.WATER: "BodyOfWater",
    PlaceKind.LANDMARK: "LandmarksOrHistoricalBuildings",
}
_PROGRESS = {
    PolicyStatus.PROPOSED: "PotentialActionStatus",
    PolicyStatus.ANNOUNCED: "PotentialActionStatus",
    PolicyStatus.AGREED: "PotentialActionStatus",
    PolicyStatus.POSTPONED: "PotentialActionStatus",
    PolicyStatus.ADOPTED: "CompletedActionStatus",
    PolicyStatus.IN_FORCE: "ActiveActionStatus",
    PolicyStatus.REJECTED: "FailedActionStatus",
}
"""Those that are left out were done once and hold no longer, for which there is no term."""


def described(thing: Any, refer: _Refer) -> _Node:
    """The type and the properties of an object; what is not known is left out."""
    return {key: value for key, value in _described(thing, refer).items() if _is_known(value)}


def _is_known(value: Any) -> bool:
    return value is not None and value not in ([], {})


@singledispatch
def _described(thing: Any, _: _Refer) -> _Node:
    raise TypeError(type(thing).__name__)


@_described.register
def _article(thing: Article, _: _Refer) -> _Node:
    return {
        "@type": "NewsArticle",
        "headline": thing.title,
        "articleBody": thing.text,
        "datePublished": thing.published.isoformat() if thing.published else None,
        "publisher": {"@type": "Organization", "name": thing.source} if thing.source else None,
        "url": thing.url,
        "inLanguage": thing.language,
    }


@_described.register
def _organisation(thing: Organisation, refer: _Refer) -> _Node:
    return {
        "@type": _ORGANISATIONS.get(thing.kind, "Organization"),
        **_named(thing),
        "gm:kind": thing.kind.value,
        "gm:acronym": thing.acronym,
        "location": _maybe(thing.place, refer),
        "parentOrganization": _maybe(thing.parent, refer),
    }


@_described.register
def _person(thing: Person, refer: _Refer) -> _Node:
    return {
        "@type": "Person",
        **_named(thing),
        "nationality": _maybe(thing.nationality, refer),
        "jobTitle": [*dict.fromkeys(role.title for role in thing.roles)],
        "memberOf": [_role(role, refer) for role in thing.roles if role.organisation],
    }


def _role(role: Role, refer: _Refer) -> _Node:
    """A membership with its title, as schema.org's pattern of a `Role` between the two has it."""
    organisation = _maybe(role.organisation, refer)
    return {"@type": "OrganizationRole", "roleName": role.title, "memberOf": organisation}


@_described.register
def _place(thing: Place, refer: _Refer) -> _Node:
    geo = {"latitude": thing.latitude, "longitude": thing.longitude}
    return {
        "@type": _PLACES.get(thing.kind, "Place"),
        **_named(thing),
        "gm:kind": thing.kind.value,
        "containedInPlace": _maybe(thing.country, refer),
        "geo": {"@type": "GeoCoordinates", **geo} if thing.latitude is not None else None,
    }


@_described.register
def _mission(thing: Mission, refer: _Refer) -> _Node:
    return {
        "@type": "Event",
        **_named(thing),
        **_during(thing),
        "gm:kind": thing.kind.value,
        "gm:status": thing.status.value,
        "organizer": _all(thing.leads, refer),
        "location": _all(thing.places, refer),
        "gm:mandatedBy": _all(thing.mandate.issuers if thing.mandate else (), refer),
        "gm:instrument": thing.mandate.instrument if thing.mandate else None,
        "gm:strength": [_figure(strength) for strength in thing.strengths],
    }


@_described.register
def _conflict(thing: Conflict, refer: _Refer) -> _Node:
    parties = [
        {
            "@type": "gm:Party",
            **({"name": p.side} if p.side else {}),
            "member": _all(p.members, refer),
        }
        for p in thing.parties
    ]
    return {
        "@type": "Event",
        **_named(thing),
        **_during(thing),
        "gm:kind": thing.kind.value,
        "gm:status": thing.status.value,
        "location": _all(thing.places, refer),
        "gm:party": parties,
        "gm:mediator": _all(thing.mediators, refer),
        "gm:cause": _all(thing.causes, refer),
        "gm:casualties": [_figure(casualties) for casualties in thing.casualties],
    }


@_described.register
def _statement(thing: Statement, refer: _Refer) -> _Node:
    direct = thing.mode is StatementMode.DIRECT
    where = dict.fromkeys(span.article for span in thing.evidence)
    return {
        "@type": "Quotation" if direct else "Claim",
        "text": thing.content,
        # A quotation is spoken by someone; a claim has an author.
        "spokenByCharacter" if direct else "author": _all(thing.speakers, refer),
        "isPartOf" if direct else "appearance": _all(where, refer),
        "audience": [{"@type": "Audience", "gm:is": refer(id)} for id in thing.addressees],
        "about": _all(thing.about, refer),
        "dateCreated": _edtf(thing.when),
        "gm:act": thing.act.value,
        "gm:mode": thing.mode.value,
        "gm:condition": thing.condition,
        "gm:channel": thing.channel,
    }


@_described.register
def _policy(thing: Policy, refer: _Refer) -> _Node:
    common = {"name": thing.title, "gm:kind": thing.kind.value, "gm:status": thing.status.value}
    duration = {"gm:duration": _edtf(thing.duration)}
    if thing.kind is PolicyKind.LEGISLATION:
        return {
            "@type": "Legislation",
            **common,
            **duration,
            "legislationPassedBy": _all(thing.actors, refer),
            "about": _all(thing.targets, refer),
            "legislationDateOfApplicability": _edtf(thing.effective),
        }
    progress = _PROGRESS.get(thing.status)
    return {
        "@type": "Action",
        **common,
        **duration,
        "agent": _all(thing.actors, refer),
        "object": _all(thing.targets, refer),
        "actionStatus": {"@id": f"https://schema.org/{progress}"} if progress else None,
        "startTime": _edtf(thing.effective),
    }


def _named(thing: Any) -> _Node:
    return {
        "name": thing.name,
        "alternateName": [*thing.aliases],
        "identifier": [_identifier(identifier) for identifier in thing.identifiers],
        "sameAs": [
            {"@id": f"http://www.wikidata.org/entity/{identifier.value}"}
            for identifier in thing.identifiers
            if identifier.scheme == "wikidata" and identifier.value.isalnum()
        ],
    }


def _identifier(identifier: Identifier) -> _Node:
    return {"@type": "PropertyValue", "propertyID": identifier.scheme, "value": identifier.value}


def _during(thing: Mission | Conflict) -> _Node:
    return {"startDate": _edtf(thing.start), "endDate": _edtf(thing.end)}


def _figure(given: Strength | Casualties) -> _Node:
    figure: _Node = {"@type": "QuantitativeValue", **_quantity(given.quantity)}
    if isinstance(given, Casualties):
        figure["gm:kind"] = given.kind.value
        figure["gm:group"] = given.group
    else:
        figure["gm:when"] = _edtf(given.when)
    return {key: value for key, value in figure.items() if _is_known(value)}


def _quantity(quantity: Quantity) -> _Node:
    return {
        "value": quantity.value,
        "minValue": quantity.low,
        "maxValue": quantity.high,
        "unitText": quantity.unit,
        "gm:qualifier": quantity.qualifier.value,
    }


def _edtf(when: When | None) -> str | None:
    return when.value if when else None


def _maybe(id: str | None, refer: _Refer) -> _Node | None:
    return None if id is None else refer(id)


def _all(ids: Iterable[str], refer: _Refer) -> list[_Node]:
    return [refer(id) for id in ids]
