"""YAML: the same document, for people.

Read as YAML 1.2's JSON-like core: `NO` is Norway and not false, `2022-08-04` a string, and no tag
makes an object of any class. Aliases are refused, as a few of them can stand for billions.
"""

from __future__ import annotations

import re
from typing import Any, ClassVar

import yaml

from geopolitics_model.errors import FormatError
from geopolitics_model.formats.document import from_document, to_dict

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


_SCALARS = {
    "null": (r"(?:null|~|)\Z", [*"n~", ""]),
    "bool": (r"(?:true|false)\Z", [*"tf"]),
    "int": (r"[-+]?[0-9]+\Z", [*"-+0123456789"]),
    "float": (
        r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z",
        [*"-+.0123456789"],
    ),
}
"""Per type the plain scalars of YAML 1.2's core schema, and the characters they may start with."""


class _Core(_Loader):  # type: ignore[misc]  # in C where libyaml is there, else in Python
    """The safe loader, with these scalars in place of YAML 1.1's."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


class _Quoting(_Dumper):  # type: ignore[misc]
    """The safe dumper, which quotes what looks like a scalar of YAML 1.1 or of 1.2."""


for _type, (_pattern, _first) in _SCALARS.items():
    for _class in (_Core, _Quoting):
        _class.add_implicit_resolver(f"tag:yaml.org,2002:{_type}", re.compile(_pattern), _first)


def dumps(obj: Any) -> bytes:
    """An object of the model as YAML in UTF-8: the same object, the same bytes.

    Raises:
        InvalidValue: `obj` is no object of the model.
    """
    text = yaml.dump(to_dict(obj), Dumper=_Quoting, allow_unicode=True, sort_keys=False, width=100)
    return str(text).encode()


def loads(data: bytes | str) -> Any:
    """The object that a YAML document holds.

    Raises:
        FormatError: the data is no YAML, or no document of this library.
    """
    try:
        loader = _Core(data if isinstance(data, str) else data.decode())
        try:
            node = loader.get_single_node()
            _check(node)
            document = None if node is None else loader.construct_document(node)
        finally:
            loader.dispose()
    except FormatError as problem:
        raise FormatError(f"$: {problem}") from None
    except UnicodeDecodeError as problem:
        raise FormatError(f"$: no UTF-8 at byte {problem.start}") from None
    except RecursionError:
        raise FormatError("$: nested too deeply for any document of this library") from None
    except (yaml.YAMLError, ValueError) as problem:
        raise FormatError(f"$: no YAML: {problem}") from None
    return from_document(document)


def _check(root: Any) -> None:
    """Refuse aliases, which the nodes share, and keys that stand twice."""
    seen: set[int] = set()
    waiting = [root] if root is not None else []
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            raise FormatError(f"line {node.start_mark.line + 1}: aliases are not read")
        seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            waiting.extend(node.value)
        elif isinstance(node, yaml.MappingNode):
            keys: set[str] = set()
            for key, value in node.value:
                line = key.start_mark.line + 1
                if key.tag != "tag:yaml.org,2002:str":
                    raise FormatError(f"line {line}: a key is no string")
                if key.value in keys:
                    raise FormatError(f"line {line}: the key {key.value!r:.60} stands twice")
                keys.add(key.value)
                waiting.append(value)
