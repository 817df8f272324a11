"""How outcome documents and projects are found by the portal's search."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, cast

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from partnership.core.languages import LANGUAGES, column
from partnership.search.sources import Found, Source, Texts, register
from roundtables import text_blocks
from roundtables.addresses import outcome_url, project_url
from roundtables.models import Outcome, Project
from roundtables.models.written import Written


class OutcomeSource(Source):
    """Title and summary are public in both languages, the sections where the document is."""

    kind = "outcome"
    label = _("Outcome document")
    plural = _("Outcome documents")
    model = Outcome

    def found(self, keys: Iterable[int]) -> Iterator[Found]:
        rows = Outcome.objects.published().filter(pk__in=keys)
        placed = rows.select_related("event__place__province", "event__place__country")
        for outcome in placed.prefetch_related("sections", "event__themes"):
            yield _outcome(outcome)

    def public_keys(self) -> Iterable[int]:
        return Outcome.objects.published().values_list("pk", flat=True)


class ProjectSource(Source):
    """As outcome documents; partners are found by their names."""

    kind = "project"
    label = _("Project")
    plural = _("Projects")
    model = Project

    def found(self, keys: Iterable[int]) -> Iterator[Found]:
        rows = Project.objects.published().filter(pk__in=keys)
        placed = rows.select_related("theme", "place__province", "place__country")
        for project in placed.prefetch_related("outputs", "partners__organisation"):
            yield _project(project)

    def public_keys(self) -> Iterable[int]:
        return Project.objects.published().values_list("pk", flat=True)


def _outcome(outcome: Outcome) -> Found:
    event, place = outcome.event, outcome.event.place
    themes = list(event.themes.all())
    return Found(
        object_id=outcome.pk,
        texts={code: _texts(outcome, code, _sections(outcome, code)) for code in LANGUAGES},
        addresses={code: outcome_url(event.slug, code) for code in LANGUAGES},
        languages=tuple(outcome.published_languages),
        public_since=cast("datetime", outcome.public_since),
        themes=tuple(sorted(theme.code for theme in themes)),
        countries=(place.country.code,) if place and place.country else (),
        year=outcome.day.year,
        labels=_labels(*_within(place), *themes),
        is_demo=outcome.is_demo,
    )


def _project(project: Project) -> Found:
    place = project.place
    partners = [row.organisation for row in project.partners.all()]
    stages = [_in(code, project.get_stage_display) for code in LANGUAGES]
    return Found(
        object_id=project.pk,
        texts={code: _texts(project, code, _body(project, code)) for code in LANGUAGES},
        addresses={code: project_url(project.slug, code) for code in LANGUAGES},
        languages=tuple(project.published_languages),
        public_since=cast("datetime", project.public_since),
        themes=(project.theme.code,),
        countries=(place.country.code,) if place and place.country else (),
        year=project.starts_on.year if project.starts_on else None,
        labels=(*_labels(project.theme, *_within(place), *partners), *stages),
        is_demo=project.is_demo,
    )


def _texts(written: Written, language: str, body: str) -> Texts:
    title, summary = (getattr(written, column(name, language)) for name in ("title", "summary"))
    return Texts(title, summary, body if written.published_at(language) else "")


def _sections(outcome: Outcome, language: str) -> str:
    parts = (
        f"{getattr(row, column('title', language))}\n{_plain(getattr(row, column('text', language)))}"
        for row in outcome.sections.all()
    )
    return "\n\n".join(parts)


def _body(project: Project, language: str) -> str:
    titles = (getattr(row, column("title", language)) for row in project.outputs.all())
    return "\n\n".join(
        filter(None, [_plain(getattr(project, column("description", language))), *titles])
    )


def _plain(text: str) -> str:
    return "\n".join(block["text"] for block in text_blocks.blocks(text))


def _within(place: Any) -> list[Any]:
    return [each for each in (place, place.province, place.country) if each] if place else []


def _labels(*named: Any) -> tuple[str, ...]:
    names = (getattr(each, column("name", code)) for each in named for code in LANGUAGES)
    return tuple(dict.fromkeys(filter(None, names)))


def _in(language: str, say: Any) -> str:
    with override(language):
        return str(say())


register(OutcomeSource())
register(ProjectSource())
