"""What we use of the admin theme, so that a change of theme is a change of this file."""

from unfold.admin import ModelAdmin, StackedInline, TabularInline
from unfold.contrib.filters.admin import (
    ChoicesDropdownFilter,
    DropdownFilter,
    RangeDateFilter,
    TextFilter,
)
from unfold.decorators import display
from unfold.forms import PaginationInlineFormSet as RowFormSet
from unfold.views import ChangeList
from unfold.widgets import (
    UnfoldAdminCheckboxSelectMultipleWidget as ManyChoicesWidget,
)
from unfold.widgets import UnfoldAdminFileFieldWidget as FileWidget
from unfold.widgets import UnfoldAdminSelectWidget as ChoiceWidget
from unfold.widgets import UnfoldAdminSingleDateWidget as DateWidget
from unfold.widgets import UnfoldAdminTextareaWidget as TextareaWidget
from unfold.widgets import UnfoldAdminTextInputWidget as TextWidget
from unfold.widgets import UnfoldBooleanSwitchWidget as SwitchWidget

__all__ = [
    "ChangeList",
    "ChoiceWidget",
    "ChoicesDropdownFilter",
    "DateWidget",
    "DropdownFilter",
    "FileWidget",
    "ManyChoicesWidget",
    "ModelAdmin",
    "RangeDateFilter",
    "RowFormSet",
    "StackedInline",
    "SwitchWidget",
    "TabularInline",
    "TextFilter",
    "TextWidget",
    "TextareaWidget",
    "display",
]
