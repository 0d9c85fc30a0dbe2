"""Names that recur where the component has missed them."""

from __future__ import annotations

from tests.parsers.entities.world import find


def test_a_surname_after_a_date() -> None:
    found = find(
        "Francisco Solano López ruled Paraguay. On 30 August 1864 López warned Brazil. The López "
        "Museum is in Madrid."
    )
    assert "person:francisco-solano-lopez" in found.at("López", 1)


def test_not_as_a_part_of_another_name() -> None:
    found = find("Francisco Franco ruled Spain. The Franco-Spanish treaty was signed in 1912.")
    assert [m.span.text for m in found["person:francisco-franco"].mentions] == ["Francisco Franco"]
