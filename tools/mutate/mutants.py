"""The mutants of a file: each is the source with one small fault in it.

The operators are those that mutation tools have in common (mutmut, cosmic-ray, PIT): comparisons,
logic, arithmetic, constants, conditions, returned values, loops, calls and decorators left out.
Docstrings, annotations, messages of errors and f-strings are left alone.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import NamedTuple

_COMPARISONS: dict[type[ast.cmpop], tuple[str, tuple[str, ...]]] = {
    ast.Eq: ("==", ("!=",)),
    ast.NotEq: ("!=", ("==",)),
    ast.Lt: ("<", ("<=", ">=")),
    ast.LtE: ("<=", ("<", ">")),
    ast.Gt: (">", (">=", "<=")),
    ast.GtE: (">=", (">", "<")),
    ast.Is: ("is", ("is not",)),
    ast.IsNot: ("is not", ("is",)),
    ast.In: ("in", ("not in",)),
    ast.NotIn: ("not in", ("in",)),
}
_ARITHMETIC: dict[type[ast.operator], tuple[str, str]] = {
    ast.Add: ("+", "-"),
    ast.Sub: ("-", "+"),
    ast.Mult: ("*", "/"),
    ast.Div: ("/", "*"),
    ast.FloorDiv: ("//", "/"),
    ast.Mod: ("%", "*"),
    ast.Pow: ("**", "*"),
    ast.BitOr: ("|", "&"),
    ast.BitAnd: ("&", "|"),
}


class Mutant(NamedTuple):
    """A fault: the bytes from `start` to `end` of the file become `new`."""

    file: str
    lines: tuple[int, int]
    """From where to where the statement goes that the fault is in; without a body of its own."""
    start: int
    end: int
    old: str
    new: str

    def __str__(self) -> str:
        return f"{self.file}:{self.lines[0]}: {self.old} -> {self.new}"

    def applied(self, source: bytes) -> bytes:
        """The file with the fault."""
        return source[: self.start] + self.new.encode() + source[self.end :]


def mutants(file: str, source: bytes) -> list[Mutant]:
    """Every mutant of a file that still compiles."""
    found = [*_Finder(file, source).walk(ast.parse(source))]
    return sorted({mutant for mutant in found if _compiles(mutant.applied(source))})


def _compiles(source: bytes) -> bool:
    try:
        compile(source, "mutant", "exec")
    except SyntaxError:
        return False
    return True


class _Finder:
    """A walk over one file."""

    def __init__(self, file: str, source: bytes) -> None:
        self.file = file
        self.source = source
        lines = source.splitlines(keepends=True)
        self.starts = [sum(map(len, lines[:at])) for at in range(len(lines))]
        self.lines = (1, 1)

    def walk(self, node: ast.AST) -> Iterator[Mutant]:
        """The mutants in a node."""
        if isinstance(node, ast.JoinedStr | ast.Raise | ast.Import | ast.ImportFrom):
            return
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            return
        before, self.lines = self.lines, _lines(node) or self.lines
        yield from self.here(node)
        for name, value in ast.iter_fields(node):
            if name in ("annotation", "returns", "type_params"):
                continue
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.AST) and not _is_docstring(child):
                    yield from self.walk(child)
        self.lines = before

    def here(self, node: ast.AST) -> Iterator[Mutant]:  # noqa: PLR0912
        """The mutants of the node itself."""
        match node:
            case ast.Compare():
                sides = [node.left, *node.comparators]
                for left, operator, right in zip(sides, node.ops, sides[1:], strict=False):
                    old, news = _COMPARISONS[type(operator)]
                    for new in news:
                        yield from self.between(left, right, old, new)
            case ast.BoolOp():
                old, new = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
                for left, right in zip(node.values, node.values[1:], strict=False):
                    yield from self.between(left, right, old, new)
            case ast.BinOp() if type(node.op) in _ARITHMETIC:
                yield from self.between(node.left, node.right, *_ARITHMETIC[type(node.op)])
            case ast.UnaryOp(op=ast.Not() | ast.USub()):
                yield self.instead(node, self.text(node.operand))
            case ast.Constant():
                yield from self.constant(node)
            case ast.If() | ast.While() | ast.IfExp():
                yield self.instead(node.test, f"(not ({self.text(node.test)}))")
            case ast.comprehension():
                for test in node.ifs:
                    yield self.instead(test, "True")
            case ast.For():
                yield self.instead(node.iter, "()")
            case ast.Return(value=ast.expr() as value) if self.text(value) != "None":
                yield self.instead(value, "None")
            case ast.Break():
                yield self.instead(node, "continue")
            case ast.Continue():
                yield self.instead(node, "break")
            case ast.Expr(value=ast.Call()) | ast.AugAssign():
                yield self.instead(node, "pass")
            case ast.FunctionDef():
                for decorator in node.decorator_list:
                    if "overload" not in self.text(decorator):
                        start, end = self.span(decorator)
                        yield self.cut(start - 1, end, "")

    def constant(self, node: ast.Constant) -> Iterator[Mutant]:
        """Another value of the same type."""
        match node.value:
            case bool():
                yield self.instead(node, str(not node.value))
            case int() | float():
                yield self.instead(node, f"({self.text(node)} + 1)")
            case str() | bytes():
                mark = "b'XX' + " if isinstance(node.value, bytes) else "'XX' + "
                yield self.instead(node, f"({mark}{self.text(node)})")

    def between(self, left: ast.AST, right: ast.AST, old: str, new: str) -> Iterator[Mutant]:
        """Another operator between two operands."""
        start, end = self.span(left)[1], self.span(right)[0]
        pattern = re.escape(old).replace("\\ ", r"\s+")
        if found := re.search(pattern.encode(), self.source[start:end]):
            yield self.cut(start + found.start(), start + found.end(), new)

    def instead(self, node: ast.AST, new: str) -> Mutant:
        """Something else in place of a node."""
        return self.cut(*self.span(node), new)

    def cut(self, start: int, end: int, new: str) -> Mutant:
        return Mutant(self.file, self.lines, start, end, self.source[start:end].decode(), new)

    def span(self, node: ast.AST) -> tuple[int, int]:
        """Where a node stands in the file, in bytes."""
        return (
            self.starts[node.lineno - 1] + node.col_offset,  # type: ignore[attr-defined]
            self.starts[node.end_lineno - 1] + node.end_col_offset,  # type: ignore[attr-defined]
        )

    def text(self, node: ast.AST) -> str:
        start, end = self.span(node)
        return self.source[start:end].decode()


def _lines(node: ast.AST) -> tuple[int, int] | None:
    """The lines of a statement: of one with a body, those of its head."""
    if not isinstance(node, ast.stmt):
        return None
    body = getattr(node, "body", None)
    last = body[0].lineno - 1 if body else node.end_lineno or node.lineno
    return node.lineno, max(node.lineno, last)


def _is_docstring(node: ast.AST) -> bool:
    """Is this a string that stands alone: a docstring, or one below a field?"""
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )
