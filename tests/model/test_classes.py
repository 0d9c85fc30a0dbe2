"""What holds for every class of the model."""

import pickle
from typing import Any

import attrs
import pytest
from hypothesis import given

from geopolitics_model.model import Dossier
from tests.strategies import CLASSES, objects


@pytest.mark.parametrize("cls", CLASSES)
def test_frozen_slotted_and_keyword_only(cls: type) -> None:
    assert "__slots__" in vars(cls)
    assert all(field.kw_only for field in attrs.fields(cls))
    assert cls.__doc__
    with pytest.raises(TypeError):
        cls("positional")


@given(objects())
def test_equal_objects_have_one_hash_and_survive_pickling(thing: Any) -> None:
    again = pickle.loads(pickle.dumps(thing))
    assert again == thing
    assert hash(again) == hash(thing)
    assert len({thing, again}) == 1


@given(objects())
def test_nothing_can_be_changed(thing: Any) -> None:
    for field in attrs.fields(type(thing)):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(thing, field.name, None)
    with pytest.raises((attrs.exceptions.FrozenInstanceError, AttributeError)):
        thing.unheard_of = 1


@given(objects())
def test_made_again_from_its_own_fields(thing: Any) -> None:
    again = attrs.evolve(thing)
    assert again == thing
    assert repr(again) == repr(thing)


def test_a_looked_up_dossier_still_pickles() -> None:
    dossier = Dossier()
    assert "place:x" not in dossier
    assert dossier.find("x") == ()
    again = pickle.loads(pickle.dumps(dossier))
    assert again == dossier
    assert "place:x" not in again
