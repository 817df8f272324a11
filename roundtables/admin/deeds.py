"""The pages behind the buttons of outcome documents and projects."""

from collections.abc import Callable, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core import languages
from partnership.core.admin.confirm import ConfirmPage, ReasonForm
from partnership.core.deeds import Deeds
from partnership.core.verdicts import Verdict
from roundtables import actions, policies, readiness
from roundtables.choices import STAGE_CHANGES, WAY, Stage
from roundtables.models import Project
from roundtables.models.written import Written

PUBLISH = {languages.CHINESE: _("Publish in Chinese"), languages.ENGLISH: _("Publish in English")}
WITHDRAW = {
    languages.CHINESE: _("Withdraw the Chinese text"),
    languages.ENGLISH: _("Withdraw the English text"),
}
STEPS = {
    Stage.CONCEPT: pgettext_lazy("project", "To the stage “concept”"),
    Stage.PROPOSAL: pgettext_lazy("project", "To the stage “proposal”"),
    Stage.FUNDED: pgettext_lazy("project", "To the stage “funded”"),
    Stage.RUNNING: pgettext_lazy("project", "To the stage “running”"),
    Stage.FINISHED: pgettext_lazy("project", "To the stage “finished”"),
}


class OfPublishers(ConfirmPage):
    """What only a publisher decides."""

    def verdict(self, user: Any, obj: Written) -> Verdict:
        return policies.may_publish(user, obj)


class Publish(OfPublishers):
    question = _("Everyone can then read the text in this language, at once.")
    done = _("The text is public.")

    def __init__(self, language: str, deed: Callable[..., object]) -> None:
        self.language, self.label, self.slug = language, PUBLISH[language], f"publish-{language}"
        self.deed = deed

    def is_offered(self, obj: Written) -> bool:
        return obj.published_at(self.language) is None

    def perform(self, obj: Written, *, by: Any, **typed: Any) -> None:
        self.deed(obj, self.language, by=by)


class Withdraw(OfPublishers):
    question = _("Nobody outside can then read the text in this language.")
    done = _("The text is no longer public.")
    form_class = ReasonForm
    is_danger = True

    def __init__(self, language: str, deeds: Deeds[Any]) -> None:
        self.language, self.label, self.slug = language, WITHDRAW[language], f"withdraw-{language}"
        self.deeds = deeds

    def is_offered(self, obj: Written) -> bool:
        return obj.published_at(self.language) is not None

    def perform(self, obj: Written, *, by: Any, **typed: Any) -> None:
        self.deeds.withdraw(obj, self.language, by=by, reason=typed["reason"])


class MarkAsReal(OfPublishers):
    slug = "mark-as-real"
    label = _("Take the demo mark off")
    question = _("The text is then shown without the mark “Demo data”: you answer for it.")
    done = _("The text no longer carries the demo mark.")
    form_class = ReasonForm

    def __init__(self, deeds: Deeds[Any]) -> None:
        self.deeds = deeds

    def is_offered(self, obj: Written) -> bool:
        return obj.is_demo

    def perform(self, obj: Written, *, by: Any, **typed: Any) -> None:
        self.deeds.mark_as_real(obj, by=by, reason=typed["reason"])


class Step(ConfirmPage):
    """Takes a project to its next stage."""

    question = _("The page of the project says so at once, and the history who decided it.")
    done = _("The project has moved on.")

    def __init__(self, stage: Stage) -> None:
        self.stage, self.slug, self.label = stage, f"to-{stage}", STEPS[stage]

    def verdict(self, user: Any, obj: Project) -> Verdict:
        return policies.may_edit(user, obj)

    def is_offered(self, obj: Project) -> bool:
        return self.stage in STAGE_CHANGES[Stage(obj.stage)]

    def findings(self, obj: Project) -> Sequence[object]:
        return readiness.missing_for_stage(obj, self.stage)

    def perform(self, obj: Project, *, by: Any, **typed: Any) -> None:
        actions.move_on(obj, self.stage, by=by)


class Stop(ConfirmPage):
    """Ends a project before its time."""

    slug = "stop"
    label = _("Stop the project")
    question = _("The project stays on the public pages as stopped. This cannot be undone.")
    done = _("The project is stopped.")
    form_class = ReasonForm
    is_danger = True

    def verdict(self, user: Any, obj: Project) -> Verdict:
        return policies.may_edit(user, obj)

    def is_offered(self, obj: Project) -> bool:
        return Stage.STOPPED in STAGE_CHANGES[Stage(obj.stage)]

    def perform(self, obj: Project, *, by: Any, **typed: Any) -> None:
        actions.stop(obj, by=by, reason=typed["reason"])


def of_publication(deeds: Deeds[Any], publish: Callable[..., object]) -> tuple[ConfirmPage, ...]:
    """Return the pages that everything published has."""
    per_language = (
        page
        for language in languages.LANGUAGES
        for page in (Publish(language, publish), Withdraw(language, deeds))
    )
    return (*per_language, MarkAsReal(deeds))


OUTCOME_PAGES = of_publication(actions.OUTCOMES, actions.publish_outcome)
PROJECT_PAGES = (
    *(Step(stage) for stage in WAY if stage in STEPS),
    Stop(),
    *of_publication(actions.PROJECTS, actions.publish_project),
)
