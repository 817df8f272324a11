"""Outcome documents and projects for tests. Factories make drafts; `public` publishes one."""

import factory
from factory.django import DjangoModelFactory

from partnership.accounts.choices import Role
from partnership.accounts.models import User
from partnership.core.languages import LANGUAGES
from partnership.documents.choices import Licence
from partnership.events.choices import Kind
from partnership.reference.models import Theme
from roundtables import actions
from roundtables.choices import PROJECT_THEMES, PartnerRole
from roundtables.models import (
    Annex,
    Milestone,
    Outcome,
    OutcomePicture,
    OutcomeSection,
    Output,
    Project,
    ProjectPartner,
)
from tests.factories.events import EventFactory
from tests.factories.files import PictureFactory
from tests.factories.network import OrganisationFactory
from tests.factories.reference import ThemeFactory

PUBLISHER = User(pk=0, name="Publisher", roles=[Role.SECRETARIAT, Role.PUBLISHER])


class SectionFactory(DjangoModelFactory):
    class Meta:
        model = OutcomeSection

    title_zh_hans = "共识"
    title_en = "What was agreed"
    text_zh_hans = "各方同意：\n\n- 公布数据"
    text_en = "All agreed:\n\n- to publish figures"


class OutcomeFactory(DjangoModelFactory):
    """A draft of a dialogue that took place, with one section."""

    class Meta:
        model = Outcome
        skip_postgeneration_save = True

    event = factory.SubFactory(EventFactory, held=True, published=True, kind=Kind.DIALOGUE)
    title_zh_hans = "成果文件"
    title_en = "Outcome of the dialogue"
    summary_zh_hans = "摘要。"
    summary_en = "Summary."
    section = factory.RelatedFactory(SectionFactory, "outcome")


class AnnexFactory(DjangoModelFactory):
    """A file when it is given one, else a link."""

    class Meta:
        model = Annex

    outcome = factory.SubFactory(OutcomeFactory)
    file = None
    url = factory.LazyAttribute(lambda row: "" if row.file else "https://example.org/annex")
    title_zh_hans = "附件一"
    title_en = "Annex 1"
    licence = Licence.CC_BY


class OutcomePictureFactory(DjangoModelFactory):
    class Meta:
        model = OutcomePicture

    outcome = factory.SubFactory(OutcomeFactory)
    picture = factory.SubFactory(PictureFactory)
    caption_zh_hans = "会场"
    caption_en = "The hall"


def project_theme() -> Theme:
    """The first theme on which projects are developed."""
    code = PROJECT_THEMES[0]
    return Theme.objects.filter(code=code).first() or ThemeFactory(code=code, name_en="Mangroves")


class ProjectFactory(DjangoModelFactory):
    """A draft of an idea."""

    class Meta:
        model = Project

    slug = factory.Sequence(lambda n: f"project-{n}")
    theme = factory.LazyFunction(project_theme)
    title_zh_hans = factory.Sequence(lambda n: f"项目{n}")
    title_en = factory.Sequence(lambda n: f"Project {n}")
    summary_zh_hans = "摘要。"
    summary_en = "Summary."
    description_zh_hans = "介绍。"
    description_en = "Description."


class PartnerFactory(DjangoModelFactory):
    class Meta:
        model = ProjectPartner

    project = factory.SubFactory(ProjectFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    role = PartnerRole.LEAD


class MilestoneFactory(DjangoModelFactory):
    class Meta:
        model = Milestone

    project = factory.SubFactory(ProjectFactory)
    title_zh_hans = "样地选定"
    title_en = "Sites chosen"
    due_on = "2030-01-01"


class OutputFactory(DjangoModelFactory):
    """A file when it is given one, else a link."""

    class Meta:
        model = Output

    project = factory.SubFactory(ProjectFactory)
    file = None
    url = factory.LazyAttribute(lambda row: "" if row.file else "https://example.org/report")
    title_zh_hans = "报告"
    title_en = "The report"
    made_by = "Demo Institute"
    issued = "2026"
    licence = Licence.CC_BY


def public(written: Outcome | Project, *languages: str) -> Outcome | Project:
    """Publish a draft, in both languages unless some are named."""
    for language in languages or LANGUAGES:
        if isinstance(written, Outcome):
            written = actions.publish_outcome(written, language, by=PUBLISHER)
        else:
            written = actions.publish_project(written, language, by=PUBLISHER)
    return written
