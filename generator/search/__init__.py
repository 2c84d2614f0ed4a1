"""Clause-level search: one analyser, one set of weights, one ranking; Whoosh and the browser are two doors to it."""
