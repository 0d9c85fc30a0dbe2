"""The closed vocabularies: exactly the contract's words."""

import pytest

import geopolitics_model as gm

CONTRACT = {
    "OrganisationKind": "intergovernmental alliance government government_body legislature military"
    " armed_group party court company media civil_society bloc other",
    "PlaceKind": "country territory region admin_area city water landmark other",
    "MissionKind": "peacekeeping training combat observation policing maritime humanitarian"
    " diplomatic other",
    "MissionStatus": "planned active suspended ended unknown",
    "StatementMode": "direct indirect mixed",
    "SpeechAct": "assert announce promise offer request demand warn threaten accuse condemn praise"
    " deny reject agree ask express",
    "PolicyKind": "legislation regulation strategy recognition membership sanction aid military"
    " trade diplomacy migration agreement other",
    "PolicyStatus": "proposed announced agreed adopted in_force postponed suspended rejected"
    " repealed expired",
    "ConflictKind": "interstate intrastate internationalised_intrastate non_state one_sided dispute"
    " unrest",
    "ConflictStatus": "tense active ceasefire ended unknown",
    "MentionForm": "name nominal pronoun",
    "TimeKind": "date time duration set",
    "Bound": "before until since after about",
    "Qualifier": "exact approximate at_least at_most",
    "CasualtyKind": "killed wounded missing displaced captured",
}


@pytest.mark.parametrize("name", CONTRACT)
def test_the_words_of_the_contract(name: str) -> None:
    vocabulary = getattr(gm, name)
    assert [member.value for member in vocabulary] == CONTRACT[name].split()
    for member in vocabulary:
        assert member.name == member.value.upper()
        assert str(member) == member.value == member
