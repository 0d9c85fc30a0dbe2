"""Articles out of the files that people have: texts, web pages and tables, packed or not.

A file format a module; `columns` finds the columns of a table, `packed` unpacks within limits,
`encodings` decodes, `reading` chooses by suffix.
"""

from geopolitics_model.corpus.sources.reading import read_articles

__all__ = ["read_articles"]
