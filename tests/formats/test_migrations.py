"""Older and newer schema versions."""

import json
from collections.abc import Callable
from typing import Any

import pytest

import geopolitics_model as gm
from geopolitics_model.errors import FormatError
from geopolitics_model.formats import migrations
from geopolitics_model.formats.migrations import MIGRATIONS, identify, migrate
from tests.model.world import dossier

FULL = dossier()


@pytest.mark.parametrize(
    ("schema", "version"), [("geopolitics-model/1", 1), ("geopolitics-model/0", 0)]
)
def test_identify(schema: str, version: int) -> None:
    assert identify({"schema": schema}) == version


@pytest.mark.parametrize(
    "schema",
    [
        *(None, 1, "", "geopolitics-model", "geopolitics-model/", "geopolitics-model/x"),
        *("geopolitics-model/-1", "geopolitics-model/1.0", "geopolitics-model/1/2", "geojson/1"),
        *(
            "geopolitics-model/²",
            "geopolitics-model/1 ",
            "geopolitics-model/" + "1" * 5000,
            ["a/1"],
        ),
    ],
)
def test_no_schema_of_ours(schema: Any) -> None:
    with pytest.raises(FormatError, match=r'^\$\.schema: expected "geopolitics-model/1", got '):
        identify({"schema": schema})


def test_a_newer_version_says_to_upgrade() -> None:
    with pytest.raises(FormatError) as caught:
        gm.loads(b'{"schema":"geopolitics-model/2"}')
    assert str(caught.value) == (
        "$.schema: version 2 is newer than this release, which knows 1; "
        "upgrade geopolitics_model to read it"
    )


def test_no_way_from_an_older_version() -> None:
    with pytest.raises(FormatError, match=r"^\$\.schema: there is no way from version 0 to 1$"):
        gm.loads(b'{"schema":"geopolitics-model/0"}')


def speakers_were_one(document: dict[str, Any]) -> dict[str, Any]:
    """An invented version 0, in which a statement had one `speaker`."""
    statements = [
        {key: value for key, value in statement.items() if key != "speaker"}
        | {"speakers": [statement["speaker"]]}
        for statement in document["statements"]
    ]
    return document | {"statements": statements}


def version_0() -> dict[str, Any]:
    document = FULL.to_dict() | {"schema": "geopolitics-model/0"}
    for statement in document["statements"]:
        [statement["speaker"]] = statement.pop("speakers")
    return document


def test_an_older_version_is_migrated_on_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(MIGRATIONS, 0, speakers_were_one)
    assert gm.loads(json.dumps(version_0())) == FULL
    assert gm.Dossier.from_dict(version_0()) == FULL


def test_errors_after_a_migration_say_where(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(MIGRATIONS, 0, speakers_were_one)
    document = version_0()
    document["statements"][1]["speaker"] = "person:x"
    with pytest.raises(FormatError, match=r"^\$\.statements\[1\]\.speakers\[0\]: 'person:x' is"):
        gm.loads(json.dumps(document))


def test_a_document_that_no_step_can_take(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(MIGRATIONS, 0, speakers_were_one)
    with pytest.raises(FormatError, match=r"^\$: this is no document of version 0: KeyError"):
        gm.loads(b'{"schema":"geopolitics-model/0"}')


def seen(version: int) -> Callable[[dict[str, Any]], dict[str, Any]]:
    return lambda document: document | {"seen": [*document.get("seen", ()), version]}


def test_steps_are_taken_one_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrations, "VERSION", 3)
    for version in range(3):
        monkeypatch.setitem(MIGRATIONS, version, seen(version))
    assert migrate({}, 1) == {"seen": [1, 2]}
    assert migrate({}, 0) == {"seen": [0, 1, 2]}
    assert migrate({"a": 1}, 3) == {"a": 1}
