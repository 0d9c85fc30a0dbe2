"""Statements, missions, policies and conflicts: defaults, evidence."""

import geopolitics_model as gm
from tests.model.world import SAID, span


def test_evidence_of_a_statement_is_all_of_it_in_order() -> None:
    words = ("The Alliance will act", "its envoy Ann Lee", "said")
    assert SAID.evidence == tuple(map(span, words))
    twice = gm.Statement(
        id="x", content="x", source_evidence=(span("said"),), cue_evidence=(span("said"),)
    )
    assert twice.evidence == (span("said"),)
    ends = gm.Statement(id="x", content="x", content_evidence=(span("NATO warned"), span("NATO")))
    assert ends.evidence == (span("NATO"), span("NATO warned"))


def test_evidence_of_two_articles_is_article_by_article() -> None:
    first, second = sorted((gm.Article(text="ab"), gm.Article(text="b")), key=lambda a: a.id)
    spans = [
        gm.Span(article=article.id, start=start, end=start + 1, text=article.text[start])
        for article in (first, second)
        for start in range(len(article.text))
    ]
    assert gm.Statement(id="x", content="x", cue_evidence=tuple(spans[::-1])).evidence == (*spans,)


def test_what_is_not_given_claims_nothing() -> None:
    statement = gm.Statement(id="x", content="x")
    assert (statement.mode, statement.act) == ("indirect", "assert")
    assert (statement.speakers, statement.addressees, statement.about) == ((), (), ())
    assert (statement.condition, statement.channel, statement.when) == (None, None, None)
    mission = gm.Mission(id="x", name="x")
    assert (mission.kind, mission.status, mission.mandate) == ("other", "unknown", None)
    assert (mission.leads, mission.places, mission.strengths) == ((), (), ())
    policy = gm.Policy(id="x", title="x")
    assert (policy.kind, policy.status, policy.history) == ("other", "announced", ())
    assert (policy.effective, policy.duration, policy.evidence) == (None, None, ())
    conflict = gm.Conflict(id="x", name="x")
    assert (conflict.kind, conflict.status) == ("dispute", "unknown")
    assert (conflict.parties, conflict.casualties, conflict.causes) == ((), (), ())
    assert (conflict.mediators, conflict.places) == ((), ())
    assert gm.Party() == gm.Party(side=None, members=(), evidence=())
    assert gm.Mandate() == gm.Mandate(issuers=(), instrument=None, aims=(), evidence=())
    strength = gm.Strength(quantity=gm.Quantity(value=1))
    assert (strength.contributors, strength.when) == (None, None)
    assert gm.StatusChange(status=gm.PolicyStatus.AGREED).when is None
