"""Frozen dataclasses, ready to show; one for each template, without methods."""
