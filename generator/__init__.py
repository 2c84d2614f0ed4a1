"""stdbook: management and work standards as data, published as a site, checklists and quizzes."""

from typing import Literal

__version__ = "0.1.0"

Lang = Literal["zh", "en"]
"""The languages of messages, pages and texts; `zh` is the language of record."""
