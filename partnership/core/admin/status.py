"""What stands above an object's form: its state, what can be done with it, what still lacks."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise

from partnership.core.admin.confirm import Button, ConfirmPagesMixin


@dataclass(frozen=True)
class LanguageState:
    """One language's line. `since` is empty for a draft."""

    name: str | Promise
    since: datetime | None
    public_url: str
    preview_url: str
    buttons: list[Button]


@dataclass(frozen=True)
class Fact:
    """Something worked out about the object, with its name."""

    label: str | Promise
    value: object


@dataclass(frozen=True)
class Status:
    """Facts, states per language, deeds, and sentences about what to mend or look at."""

    languages: list[LanguageState] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    buttons: list[Button] = field(default_factory=list)
    obstacles: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


class StatusMixin(ConfirmPagesMixin):
    """Shows the status above the form; subclasses say what belongs to it."""

    change_form_outer_before_template = "admin/status.html"

    def facts(self, obj: Any) -> list[Fact]:
        return []

    def language_states(self, obj: Any, buttons: list[Button]) -> list[LanguageState]:
        return []

    def sentences(self, obj: Any) -> tuple[list[str], list[str]]:
        """Return what forbids publication, and what somebody should look at."""
        return [], []

    def status(self, request: HttpRequest, obj: Any) -> Status:
        buttons = list(self.buttons(request, obj))
        obstacles, warnings = self.sentences(obj)
        return Status(
            languages=self.language_states(obj, buttons),
            facts=self.facts(obj),
            buttons=[button for button in buttons if not button.language],
            obstacles=obstacles,
            warnings=warnings,
        )

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        obj = kwargs.get("obj")
        if obj is not None:
            context["status"] = self.status(request, obj)
        context["show_save_and_add_another"] = False  # what is here takes more than a minute
        return super().render_change_form(request, context, *args, **kwargs)
