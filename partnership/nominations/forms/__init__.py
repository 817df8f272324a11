"""The way into nominations."""

from partnership.nominations.forms.deciding import EndorseForm, WhyForm
from partnership.nominations.forms.files import LetterForm, SheetForm
from partnership.nominations.forms.people import NomineeForm, SubstituteForm

__all__ = ["EndorseForm", "LetterForm", "NomineeForm", "SheetForm", "SubstituteForm", "WhyForm"]
