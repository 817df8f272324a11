"""Objects whose every text carries a mark, so that the mark shows wherever the text does."""

from collections.abc import Callable, Iterator

from django.apps import apps
from django.db import IntegrityError, models, transaction
from django.db.models import CharField, Model, TextField
from modeltranslation.translator import NotRegistered, translator

from cases.models import Case
from partnership.core import languages
from partnership.core.models import Publication
from partnership.events import actions as events
from partnership.events.choices import ReminderRule
from partnership.events.models import Event, Reminder
from roundtables.models import Outcome, Project
from tests.factories import outcomes
from tests.factories.cases import (
    BlockFactory,
    CasePictureFactory,
    IndicatorFactory,
    MoneyFactory,
    PartnerFactory,
    PublishedCaseFactory,
    ReadyCaseFactory,
)
from tests.factories.events import (
    EventFactory,
    MaterialFactory,
    SessionFactory,
    SpeakerFactory,
    clerk,
)
from tests.factories.portal import NewsFactory, PageFactory, public
from tests.factories.programmes import TrainerFactory

DRAFT, OTHER, PRIVATE = "zqdraft", "zqother", "zqprivate"
WORDS = ("undisclosed", "未公开词")  # what a stranger may search for; stands beside every mark
PRIVATE_FIELDS = {
    "cases.case": {"contact_name", "contact_details", "nominated_by"},
    "events.event": {"join_url"},  # of those with a seat
}
SHOWN_IN_BOTH = {  # texts of a public object that both languages show, whatever is published
    "cases.case": {"slug", "title", "short_title", "summary"},
    "cases.indicatorrow": {"name"},
    "events.event": {"title", "summary", "venue"},
    "roundtables.outcome": {"title", "summary"},
    "roundtables.project": {"title", "summary"},
    "portal.page": {"title", "summary"},
    "portal.news": {"title", "summary"},
}
NO_ROOM = {  # texts with a form of their own, or codes that are no words
    "cases.case.number",
    "cases.case.started",
    "cases.case.ended",
    "cases.case.results_from",
    "cases.case.results_to",
    "cases.indicatorrow.as_of",
    "cases.casesource.issued",
    "cases.casesource.language",
    "cases.casesource.url",
    "cases.moneyrow.currency",
    "roundtables.output.issued",
}


def publishable() -> list[type[Model]]:
    return [model for model in apps.get_models() if issubclass(model, Publication)]


def drafts() -> list[Model]:
    """Return a draft of everything that can be published, with all rows that hang on it."""
    case = with_rows(ReadyCaseFactory(number="CN-AS-2026-777"))
    pages = [PageFactory(kind=kind) for kind in ("page", "notice", "publication")]
    event = with_programme(EventFactory())
    return [case, *pages, PageFactory(key="privacy"), NewsFactory(), event, *written()]


def in_one_language(language: str) -> list[Model]:
    """Return one of everything that can be published, public in `language` only."""
    year = {languages.CHINESE: "2024", languages.ENGLISH: "2025"}[language]
    case = with_rows(PublishedCaseFactory(number=f"CN-AS-{year}-001", languages=[language]))
    pages = [public(PageFactory(kind=kind), language) for kind in ("notice", "publication")]
    led_to = [outcomes.public(each, language) for each in written()]
    return [case, *pages, public(NewsFactory(), language), announced(language), *led_to]


def announced(*codes: str) -> Event:
    """Return an event that is public in these languages."""
    event = with_programme(EventFactory())
    for code in codes:
        event = events.publish_event(event, code, by=clerk())
    return event


def with_programme(event: Event) -> Event:
    for each in (SessionFactory, SpeakerFactory, MaterialFactory, TrainerFactory):
        each(event=event)
    words = {"words_zh_hans": "请提前到达。", "words_en": "Please come early."}
    Reminder.objects.create(event=event, rule=ReminderRule.BEFORE_START, hours=24, **words)
    return event


def written() -> list[Outcome | Project]:
    """Return an outcome document and a project, with all rows that hang on them."""
    outcome, project = outcomes.OutcomeFactory(), outcomes.ProjectFactory()
    outcomes.AnnexFactory(outcome=outcome)
    outcomes.OutcomePictureFactory(outcome=outcome)
    for each in (outcomes.PartnerFactory, outcomes.MilestoneFactory, outcomes.OutputFactory):
        each(project=project)
    return [outcome, project]


def with_rows(case: Case) -> Case:
    source = case.sources.get()
    BlockFactory(case=case, order=1)
    PartnerFactory(case=case)
    CasePictureFactory(case=case)
    MoneyFactory(case=case, source=source)
    IndicatorFactory(case=case, source=source)
    return case


def rows_of(thing: Model) -> Iterator[Model]:
    """Yield the object and the rows of other tables that belong to it; each kind must be there."""
    yield thing
    for relation in thing._meta.related_objects:
        if relation.one_to_many and relation.on_delete is models.CASCADE:
            rows = list(relation.related_model._base_manager.filter(**{relation.field.name: thing}))
            assert rows, f"{relation.related_model.__name__} has no row; add one in marked.py"
            yield from rows


def mark(thing: Model, text: str, wanted: Callable[[Model, str], bool]) -> set[str]:
    """Write `text` into every text column that is `wanted`; return those that took it not."""
    refused = set()
    for row in rows_of(thing):
        for field in text_columns(type(row)):
            if wanted(row, field.name) and not _took(row, field, text):
                refused.add(f"{row._meta.label_lower}.{field.name}")
    return refused


def text_columns(model: type[Model]) -> list[CharField | TextField]:
    """Return the columns that hold words: translated ones per language, no vocabularies."""
    originals = _translated(model)
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, CharField | TextField)
        and not field.choices
        and field.name not in originals
    ]


def is_of_other_language(published: str) -> Callable[[Model, str], bool]:
    """Say which columns belong to the unpublished language and must not be seen."""
    suffix = f"_{languages.SUFFIXES[languages.other(published)]}"

    def wanted(row: Model, name: str) -> bool:
        shown = SHOWN_IN_BOTH.get(row._meta.label_lower, set())
        return name.endswith(suffix) and name.removesuffix(suffix) not in shown

    return wanted


def is_private(row: Model, name: str) -> bool:
    return name in PRIVATE_FIELDS.get(row._meta.label_lower, ())


def everything(row: Model, name: str) -> bool:
    return True


def _translated(model: type[Model]) -> set[str]:
    try:
        return set(translator.get_options_for_model(model).fields)
    except NotRegistered:
        return set()


def _took(row: Model, field: CharField | TextField, text: str) -> bool:
    words = (
        f"{text}-{row.pk}" if field.unique or "slug" in field.name else f"{text} {' '.join(WORDS)}"
    )
    value = words[: field.max_length] if field.max_length else words
    if text not in value:
        return False
    try:
        with transaction.atomic():
            type(row)._base_manager.filter(pk=row.pk).update(**{field.name: value})
    except IntegrityError:
        return False
    return True
