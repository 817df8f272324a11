"""Fields of the desk that the theme does not have."""

from typing import Any

from django.contrib.admin.widgets import AutocompleteSelectMultiple


class SuggestManyWidget(AutocompleteSelectMultiple):
    """Chooses several by typing, each with a button that takes it away again.

    The button that takes all away at once is left out: the widget's script puts it into the list
    of what is chosen as if it were one of them, which a screen reader then counts and reads out.
    """

    def build_attrs(
        self, base_attrs: dict[str, Any], extra_attrs: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        return {**super().build_attrs(base_attrs, extra_attrs), "data-allow-clear": "false"}
