"""Projects in every stage, each in a file of its own; their partners exist nowhere but here."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from partnership.accounts.loader import LOADER
from partnership.core import audit, languages
from partnership.core.choices import Verb
from partnership.core.content_files import ContentFile, Fault, Report, read
from partnership.documents.choices import Licence
from partnership.events.demo.texts import texts_of
from partnership.events.models import Event
from partnership.network.choices import OrganisationType
from partnership.network.models import Organisation
from partnership.reference.models import Place, Theme
from roundtables import actions
from roundtables.choices import WAY, Stage
from roundtables.models import Milestone, Output, Project, ProjectPartner

FOLDER: Final = Path(__file__).parents[1] / "data" / "demo" / "projects"
# Names that say what they are; none of them stands in the directory.
PARTNERS: Final = {
    "demo-research-institute": (OrganisationType.RESEARCH, "演示研究机构", "Demo research institute"),
    "demo-coastal-fund": (OrganisationType.FINANCE, "演示海洋基金", "Demo coastal fund"),
    "demo-nature-association": (OrganisationType.NGO, "演示自然保护协会", "Demo nature association"),
}  # fmt: skip
REASON: Final = "Demo data: the site was not available."


def load(folder: Path = FOLDER, *, check_only: bool = False) -> Report:
    """Create those that are not there yet; days are counted from the day of loading."""
    report = Report()
    with override(languages.ENGLISH), transaction.atomic():
        for item in read(folder):
            report.faults += _take(item, report)
        if report.faults or check_only:
            transaction.set_rollback(True)
    return report


def _take(item: ContentFile | Fault, report: Report) -> list[Fault]:
    if isinstance(item, Fault):
        return [item]
    if Project.objects.filter(slug=item.name).exists():
        report.unchanged.append(item.name)
        return []
    theme = Theme.objects.filter(code=item.data.get("theme")).first()
    if theme is None:
        return [Fault(f"{item.name}.yaml", "theme", "names no theme; see the reference data")]
    _write(item, theme)
    report.created.append(item.name)
    return []


def _write(item: ContentFile, theme: Theme) -> None:
    data = item.data
    project = Project.objects.create(
        slug=item.name,
        is_demo=True,
        theme=theme,
        place=Place.objects.filter(code=data.get("place", "")).first(),
        event=Event.objects.filter(slug=data.get("event", "")).first(),
        budget_band=data.get("budget", ""),
        starts_on=_day(data.get("starts")),
        ends_on=_day(data.get("ends")),
        **texts_of(data, "title", "summary", "description"),
    )
    _write_rows(project, data)
    audit.record(Verb.IMPORTED, project, by=LOADER, note=f"{item.name}.yaml")
    for language in languages.LANGUAGES:
        project = actions.publish_project(project, language, by=LOADER)
    _bring(project, Stage(data["stage"]))


def _write_rows(project: Project, data: dict[str, Any]) -> None:
    for number, (slug, role) in enumerate(data.get("partners", {}).items()):
        ProjectPartner.objects.create(
            project=project, organisation=_organisation(slug), role=role, order=number
        )
    for row in data.get("milestones", ()):
        Milestone.objects.create(
            project=project,
            due_on=timezone.localdate() + timedelta(days=row["due"]),
            reached_on=_day(row.get("reached")),
            **texts_of(row, "title"),
        )
    for number, row in enumerate(data.get("outputs", ())):
        Output.objects.create(
            project=project,
            order=number,
            kind=row["kind"],
            made_by=row["made_by"],
            issued=str(timezone.localdate().year),
            url=row["url"],
            licence=Licence.CC_BY,
            **texts_of(row, "title"),
        )


def _bring(project: Project, stage: Stage) -> None:
    """Take the project along its way to `stage`; one that was stopped stopped as a concept."""
    last = Stage.CONCEPT if stage == Stage.STOPPED else stage
    for step in WAY[1 : WAY.index(last) + 1]:
        project = actions.move_on(project, step, by=LOADER)
    if stage == Stage.STOPPED:
        actions.stop(project, by=LOADER, reason=REASON)


def _day(days: int | None) -> date | None:
    return None if days is None else timezone.localdate() + timedelta(days=days)


def _organisation(slug: str) -> Organisation:
    kind, chinese, english = PARTNERS[slug]
    names = {"name_zh_hans": chinese, "name_en": english}
    found, _is_new = Organisation.objects.get_or_create(slug=slug, defaults={"type": kind, **names})
    return found
