"""Policies: who decided what, towards whom, as of when, and whether it still stands."""

from __future__ import annotations

from collections.abc import Iterator

from geopolitics_model.language import Reading
from geopolitics_model.model import Place, Policy
from geopolitics_model.parsers import peoples
from geopolitics_model.parsers.policies import learned, nominal, verbal
from geopolitics_model.parsers.policies.dating import dated
from geopolitics_model.parsers.policies.history import policies

__all__ = ["parse"]


def parse(reading: Reading) -> Iterator[Policy | Place]:
    """All policies of an article, and the states that decide or are meant as peoples only."""
    before, reading = reading, reading.knowing(reading.found.extended(peoples.joined(reading)))
    told = list(verbal.drafts(reading))
    told += nominal.drafts(reading, told)
    found = tuple(policies(reading, (dated(reading, d) for d in learned.drafts(reading, told))))
    referred = {id for policy in found for id in (*policy.actors, *policy.targets)}
    yield from peoples.unknown(before, peoples.acting(before), referred)
    yield from found
