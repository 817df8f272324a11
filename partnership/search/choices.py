"""What entries of the index are made of."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from partnership.accounts.choices import Role

EDITORS: Final = frozenset({Role.SECRETARIAT, Role.PUBLISHER})  # of the glossary


class Weight(models.TextChoices):
    """How much a word counts by where it stands; PostgreSQL knows these four letters."""

    TITLE = "A"
    SUMMARY = "B"
    LABEL = "C"
    BODY = "D"


WEIGHTS: Final = (0.08, 0.25, 0.5, 1.0)  # of D, C, B, A, as ts_rank wants them


class SuggestionKind(models.TextChoices):
    """What a suggestion is: a word to search for, or something that is there."""

    CONCEPT = "concept", _("Subject")
    NAME = "name", _("Place or organisation")
    ENTRY = "entry", _("Title")
