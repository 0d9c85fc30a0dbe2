"""Policies: who decided what, towards whom, as of when, and whether it still stands."""

from __future__ import annotations

from collections.abc import Iterable

from geopolitics_model.language import Reading
from geopolitics_model.model import Policy
from geopolitics_model.parsers.policies import learned, nominal, verbal
from geopolitics_model.parsers.policies.dating import dated
from geopolitics_model.parsers.policies.history import policies

__all__ = ["parse"]


def parse(reading: Reading) -> Iterable[Policy]:
    """All policies of an article."""
    told = list(verbal.drafts(reading))
    told += nominal.drafts(reading, told)
    return policies(reading, (dated(reading, draft) for draft in learned.drafts(reading, told)))
