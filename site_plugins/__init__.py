"""Thin adapters between stdbook's artifacts and MkDocs. Nothing here knows what a standard is."""
