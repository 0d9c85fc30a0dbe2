"""Given names that are borne by men only or by women only, from the lists of ``faker``."""

from __future__ import annotations

import importlib
import pkgutil
import unicodedata
from collections import Counter
from collections.abc import Iterator

_MOSTLY = 8
"""How many lists a name stands in for each that has it for the other gender."""


def compile_given_names() -> dict[str, list[dict[str, str]]]:
    """The table ``given_names``. Needs ``faker``, whose lists are one a language and gender."""
    male, female = Counter(_lists("first_names_male")), Counter(_lists("first_names_female"))
    rows = []
    for name in male.keys() | female.keys():
        for gender, own, other in (("male", male, female), ("female", female, male)):
            if own[name] and own[name] >= _MOSTLY * other[name]:
                rows.append({"name": name, "gender": gender, "source": "faker"})
    return {"given_names": rows}


def _lists(attribute: str) -> Iterator[str]:
    """The names of all languages that are written in Latin letters, each once a language."""
    import faker.providers.person as package

    for module in pkgutil.iter_modules(package.__path__):
        provider = importlib.import_module(f"{package.__name__}.{module.name}").Provider
        names = {unicodedata.normalize("NFC", n) for n in getattr(provider, attribute, ())}
        yield from (n for n in names if n[:1].isupper() and n.isalpha() and _is_latin(n))


def _is_latin(name: str) -> bool:
    return all(unicodedata.name(c, "").startswith("LATIN") for c in name)
