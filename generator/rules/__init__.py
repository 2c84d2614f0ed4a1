"""The catalogue of rules: every code, its severity and its words in Chinese and English.

Families: S1 files and structure, R2 references, W3 wording, N4 numbers and limits, L5 life cycle, C6 coverage,
Q7 questions and checklists, G8 changes. A code is never reused. `docs/rules/<CODE>.md` is its manual page and its test.
"""

from generator.rules.catalogue import CATALOGUE as CATALOGUE
from generator.rules.change import *
from generator.rules.coverage import *
from generator.rules.lifecycle import *
from generator.rules.numbers import *
from generator.rules.questions import *
from generator.rules.references import *
from generator.rules.structure import *
from generator.rules.wording import *
