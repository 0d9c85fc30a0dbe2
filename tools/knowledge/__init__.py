"""Builds the tables of ``geopolitics_model.knowledge`` from the raw fact tables: read, compile,
write.
"""
