"""Editing a project, moving it from stage to stage, making it public."""

from typing import Final

from django.db import transaction
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.core.deeds import Deeds
from partnership.core.errors import ReasonMissing, TransitionRefused
from partnership.translations import actions as translations
from roundtables import policies, readiness
from roundtables.choices import STAGE_CHANGES, Stage
from roundtables.errors import NotReady, StageNotReady
from roundtables.messages import tell_of_step
from roundtables.models import Project


def _require_ready(project: Project, language: str) -> None:
    missing = readiness.missing_in_project(project, language)
    if missing:
        raise NotReady(missing)


PROJECTS: Final = Deeds[Project](
    may_edit=policies.may_edit, may_publish=policies.may_publish, require_ready=_require_ready
)


@transaction.atomic
def publish_project(project: Project, language: str, *, by: User) -> Project:
    """Make the project public in `language`; whoever publishes a translation answers for it."""
    translations.require_approved("project", project.pk, language)
    published = PROJECTS.publish(project, language, by=by)
    if language != published.source_language:
        translations.sign_published("project", project.pk)
    return published


@transaction.atomic
def move_on(project: Project, stage: Stage, *, by: User, note: str = "") -> Project:
    """Take the next step and tell the partners; what the stage asks for has to be known by then."""
    locked = PROJECTS.locked(project)
    policies.may_edit(by, locked).require()
    if stage not in STAGE_CHANGES[Stage(locked.stage)]:
        raise TransitionRefused
    missing = readiness.missing_for_stage(locked, stage)
    if missing:
        raise StageNotReady(missing)
    before = audit.snapshot(locked)
    locked.stage, locked.stage_changed_at = stage, timezone.now()
    moved = PROJECTS.recorded(Verb.CHANGED, locked, before, by=by, note=note)
    tell_of_step(moved)
    return moved


def stop(project: Project, *, by: User, reason: str) -> Project:
    """End a project before its time; the reason stays in the history."""
    if not reason.strip():
        raise ReasonMissing
    return move_on(project, Stage.STOPPED, by=by, note=reason.strip())
