"""The act of what is only "said"."""

from __future__ import annotations

import pytest

from geopolitics_model.model import SpeechAct

from .marked import statement


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ('"[We utterly condemn the raid. It was a crime]," <she> {said}.', SpeechAct.CONDEMN),
        ('"[I want to thank the crews for their work]," <she> {said}.', SpeechAct.PRAISE),
        ('"[I would like to announce a new plan]," <she> {said}.', SpeechAct.ANNOUNCE),
        ('"[We call on all sides to talk]," <she> {said}.', SpeechAct.DEMAND),
        ('"[We strongly urge all sides to talk]," <she> {said}.', SpeechAct.REQUEST),
        ('"[We will stand by the islands]," <she> {said}.', SpeechAct.PROMISE),
        ('"[We will not forget them]," <she> {said}.', SpeechAct.PROMISE),
        ('"[We are committed to a fair vote]," <she> {said}.', SpeechAct.PROMISE),
        ('"[I am sorry for the delay]," <she> {said}.', SpeechAct.EXPRESS),
        ('"[Open the gate]," <she> {said}.', SpeechAct.DEMAND),
        ("<She> {said} [the army must leave the valley].", SpeechAct.DEMAND),
        ("<She> {said} [the army has to leave the valley].", SpeechAct.DEMAND),
        ('"[Who paid for it?]" <she> {said}.', SpeechAct.ASK),
        ("<She> {said} [the army left the valley].", SpeechAct.ASSERT),
        ("<She> {said} [it must be late].", SpeechAct.ASSERT),
        ('"[We condemned the raid]," <she> {said}.', SpeechAct.ASSERT),
        ('"[They condemn the raid]," <she> {said}.', SpeechAct.ASSERT),
        ('"[We do not condemn the raid]," <she> {said}.', SpeechAct.ASSERT),
        ('"[We condemn the raid]," <she> {warned}.', SpeechAct.WARN),
    ],
)
def test_acts_by_content(text: str, act: SpeechAct) -> None:
    found = statement(text)
    assert found is not None
    assert found.act is act
