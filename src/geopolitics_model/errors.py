"""Every exception this library raises on purpose.

All derive from `GeopoliticsError`, so one `except` clause is enough; each message names the
place that is wrong and, where there is one, the remedy.
"""

from __future__ import annotations


class GeopoliticsError(Exception):
    """The base of all errors of this library."""


class InvalidValue(GeopoliticsError, ValueError):
    """A value of the model breaks a rule of its class. The message names class and field."""


class InvalidDossier(InvalidValue):
    """Objects that are valid one by one do not fit together.

    A span does not stand in its article, an id is used twice, or a reference points nowhere.
    """


class UnknownId(GeopoliticsError, KeyError):
    """`dossier[id]`: there is no object of this id."""

    def __str__(self) -> str:
        return str(self.args[0]) if self.args else ""


class InvalidText(GeopoliticsError, ValueError):
    """The text handed to `parse` is no text that can be read (lone surrogates, binary data)."""


class FormatError(GeopoliticsError, ValueError):
    """Data that is read is not a document of this library. The message gives the path in it."""


class MissingColumn(FormatError):
    """A table lacks a column that is needed. The message lists those that it has."""


class UnknownFormat(GeopoliticsError, ValueError):
    """The file suffix belongs to no format of this library."""


class KnowledgeError(GeopoliticsError, ValueError):
    """A knowledge table is broken; the message names file, line and column."""


class MissingModel(GeopoliticsError, RuntimeError):
    """No language model is installed. The message gives the exact install command."""


class MissingExtra(GeopoliticsError, ImportError):
    """An optional dependency is needed. The message gives the exact install command."""


class WorkersLost(GeopoliticsError, RuntimeError):
    """Worker processes end again and again, whatever they read: too little memory, most likely."""


class CorpusError(GeopoliticsError, ValueError):
    """A folder is no corpus, a broken one, or made of other articles; the message says which."""


class UnknownTable(GeopoliticsError, KeyError):
    """A corpus or dossier has no table of this name."""

    def __str__(self) -> str:
        return str(self.args[0]) if self.args else ""


class QueryError(GeopoliticsError, ValueError):
    """A query of a corpus is wrong, or does more than read it."""


class UnknownNameWarning(UserWarning):
    """A filter asks for a name that nothing goes by, and something goes by nearly the same."""
