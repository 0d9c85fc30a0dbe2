"""By which medium something is said: where in the sentence the medium may stand."""

from __future__ import annotations

import pytest

import geopolitics_model as gm


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("Prussia sent an ultimatum in which it demanded the repeal of the law.", "ultimatum"),
        ("The Security Council, in Resolution 387, condemned the attack.", "resolution 387"),
        ("Hale told a news conference that the talks had failed.", "news conference"),
        (
            "“It is over,” said Lee Hale, the chief of the union, in a video message.",
            "video message",
        ),
        ("Hale told the workers that the talks had failed.", None),
    ],
)
def test_channel_by_its_place(text: str, channel: str | None) -> None:
    (statement,) = gm.parse(text).statements
    assert statement.channel == channel
