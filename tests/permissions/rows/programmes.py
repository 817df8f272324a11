"""The programmes' section pages, and what they add to events in the admin."""

from monitoring.actions import keep_annual, make_report, order_report
from monitoring.models import ColumnMapping
from partnership.events.choices import Kind
from partnership.network.roles import MemberRole
from tests.factories.events import EventFactory, RegistrationFactory
from tests.factories.monitoring import (
    MicroSampleFactory,
    PreparedFileFactory,
    SamplingUnitFactory,
    SeaSurveyFactory,
    SurveyFactory,
    UploadFactory,
    form_list,
)
from tests.factories.programmes import CleanupFactory, TrainingFactory
from tests.factories.reference import LitterItemFactory
from tests.factories.waste import WasteProfileFactory
from tests.permissions.admin_rows import admin_rows, deed
from tests.permissions.rows.admin_events import EDITORS, WATCHERS, one
from tests.permissions.table import MARKER, STAFF, Meets, Row, World, everyone, signed_in


def furnish(world: World) -> None:
    """Hold a training with a test and one participant."""
    form_list()
    SamplingUnitFactory(site__organisation=world.things["own"])
    event = EventFactory(published=True, kind=Kind.TRAINING)
    RegistrationFactory(event=event)
    TrainingFactory(event=event)
    survey = SurveyFactory(leader=MARKER, remarks=MARKER, reason=MARKER)
    report = make_report(survey.unit.site.place, 2020, 2030, by=None)
    texts = dict.fromkeys(("title", "summary", "done", "reading", "plans"), "Demo text")
    world.things |= {
        "report": report,
        "annual": keep_annual(report, texts, "en", entry=None, by=None),
        "training_event": event,
        "campaign": CleanupFactory().campaign,
        "listed_item": LitterItemFactory(),
        "upload": UploadFactory(file_name=MARKER),
        "mapping": ColumnMapping.objects.create(
            organisation=survey.unit.site.organisation, columns={MARKER: ""}
        ),
        "order": order_report(None, 2020, 2030, by=world.people["secretariat"], language="en"),
        "made_file": PreparedFileFactory(state="done", content=b"PK"),
        "sample": MicroSampleFactory(remarks=MARKER),
        "sea_survey": SeaSurveyFactory(
            site=survey.unit.site, leader=MARKER, remarks=MARKER, reason=MARKER
        ),
        "survey": survey,
        "waste": WasteProfileFactory(reason=MARKER, remarks=MARKER, told={"generated": 100}),
    }


READ, UNWRITTEN = everyone(Meets.SHOWN), everyone(Meets.NO_SUCH_METHOD)


def no_arguments(_world: World, _role: str) -> dict[str, object]:
    return {}


def of_list(world: World, _role: str) -> dict[str, object]:
    return {"code": world.things["listed_item"].item_list.code}


def of_item(world: World, role: str) -> dict[str, object]:
    return of_list(world, role) | {"item": world.things["listed_item"].code}


def of_report(world: World, _role: str) -> dict[str, object]:
    return {"number": world.things["report"].number}


def of_annual(world: World, _role: str) -> dict[str, object]:
    return {"number": world.things["annual"].number}


def of_site(world: World, _role: str) -> dict[str, object]:
    return {"code": world.things["survey"].unit.site.code}


def of_city(world: World, _role: str) -> dict[str, object]:
    return {"code": world.things["survey"].unit.site.place.code}


def of_country(world: World, _role: str) -> dict[str, object]:
    return {"code": world.things["survey"].unit.site.place.country.code}


def of_admin_site(world: World, _role: str) -> dict[str, object]:
    return {"object_id": world.things["survey"].unit.site_id}


def of_upload(world: World, _role: str) -> dict[str, object]:
    return {"key": world.things["upload"].key}


def of_made_file(world: World, _role: str) -> dict[str, object]:
    return {"key": world.things["made_file"].key}


WRITING = (MemberRole.DRAFTER.value, MemberRole.SUBMITTER.value, MemberRole.FOCAL_POINT.value)
SUBMITTING = (MemberRole.SUBMITTER.value, MemberRole.FOCAL_POINT.value)
OF_REPORTERS = signed_in(Meets.FORBIDDEN) | dict.fromkeys((*SUBMITTING, *EDITORS), Meets.SHOWN)
OF_SURVEYORS = signed_in(Meets.FORBIDDEN) | dict.fromkeys(WRITING, Meets.SHOWN)

ROWS = [
    Row(
        "monitoring:data-prepare",  # small here: the file itself is a click away
        everyone(Meets.DONE),
        everyone(Meets.DONE),
        kwargs=lambda _world, _role: {"slug": "surveys"},
    ),
    Row(
        "monitoring:two-periods",  # of nothing that was named, it is not there
        everyone(Meets.NOT_THERE),
        UNWRITTEN,
    ),
    Row("monitoring:workbook", OF_SURVEYORS, OF_SURVEYORS),
    Row("monitoring:new-report", OF_REPORTERS, OF_REPORTERS),
    Row(
        "monitoring:report-order",
        signed_in(Meets.NOT_THERE) | {"secretariat": Meets.SHOWN},
        signed_in(Meets.NO_SUCH_METHOD),
        "of the secretariat",
        lambda world, _role: {"key": world.things["order"].key},
    ),
    Row(
        "monitoring:workbook-of",
        OF_SURVEYORS,
        OF_SURVEYORS,
        kwargs=lambda _world, _role: {"kind": "seabed"},
    ),
    Row(
        "monitoring:workbook-template",
        OF_SURVEYORS,
        signed_in(Meets.NO_SUCH_METHOD),
        kwargs=lambda _world, _role: {"kind": "seabed"},
    ),
    Row("monitoring:columns", OF_SURVEYORS, signed_in(Meets.NO_SUCH_METHOD)),
    Row(
        "monitoring:columns-forget",
        signed_in(Meets.NO_SUCH_METHOD),
        signed_in(Meets.NOT_THERE),
        "another organisation’s",
        lambda world, _role: {"number": world.things["mapping"].pk},
    ),
    Row("monitoring:uploads", OF_SURVEYORS, signed_in(Meets.NO_SUCH_METHOD)),
    Row(
        "monitoring:upload",
        signed_in(Meets.NOT_THERE),
        signed_in(Meets.NOT_THERE),
        "somebody’s",
        of_upload,
    ),
    Row(
        "monitoring:upload-copy",
        signed_in(Meets.NOT_THERE),
        signed_in(Meets.NO_SUCH_METHOD),
        "somebody’s",
        of_upload,
    ),
    *(
        Row(f"{section}:home", everyone(Meets.SHOWN), everyone(Meets.NO_SUCH_METHOD))
        for section in ("roundtables", "monitoring", "outreach")
    ),
    Row(
        "outreach:campaign",
        READ,
        UNWRITTEN,
        kwargs=lambda world, _role: {"slug": world.things["campaign"].slug},
    ),
    *(
        Row(f"monitoring:{page}", READ, UNWRITTEN, kwargs=kwargs)
        for page, kwargs in (
            ("lists", no_arguments),
            ("library", no_arguments),
            ("entry", lambda _world, _role: {"number": 1}),
            ("sea-surveys", no_arguments),
            ("sea-survey", lambda world, _role: {"number": world.things["sea_survey"].pk}),
            ("samples", no_arguments),
            ("particle-table", no_arguments),
            ("sample", lambda world, _role: {"number": world.things["sample"].pk}),
            ("data", no_arguments),
            ("data-file", lambda _world, _role: {"slug": "surveys"}),
            ("data-prepared", of_made_file),
            ("data-prepared-file", of_made_file),
            ("reports", no_arguments),
            ("report", of_report),
            ("report-pdf", of_report),
            ("report-xlsx", of_report),
            ("annual-reports", no_arguments),
            ("annual-report", of_annual),
            ("annual-pdf", of_annual),
            ("annual-xlsx", of_annual),
            ("waste", no_arguments),
            ("waste-city", lambda world, _role: {"code": world.things["waste"].place.code}),
            ("sites", no_arguments),
            ("site", of_site),
            ("cities", no_arguments),
            ("region", no_arguments),
            ("country", of_country),
            ("city", of_city),
            ("survey", lambda world, _role: {"number": world.things["survey"].pk}),
            ("protocols", no_arguments),
            ("protocol", lambda _world, _role: {"code": "beach-100m"}),
            ("item-list", of_list),
            ("item", of_item),
            ("items-csv", of_list),
            ("maps-csv", of_list),
        )
    ),
    *(
        Row(f"api:{name}", READ, UNWRITTEN)
        for name in (
            "survey-sites",
            "surveys",
            "surveys-at-sea",
            "microplastic-samples",
            "monitoring-results",
            "monitoring-reports",
            "monitoring-comparisons",
            "waste-of-cities",
        )
    ),
    *admin_rows(
        "monitoring.surveysite", of_admin_site, view=("publisher",), change=("secretariat",)
    ),
    *admin_rows("monitoring.monitoringreport", one("report"), view=("secretariat", "publisher")),
    deed(
        "monitoring.monitoringreport",
        "withdraw",
        one("report"),
        may=EDITORS,
        see=("secretariat", "publisher"),
    ),
    *admin_rows("monitoring.seasurvey", one("sea_survey"), view=("secretariat", "publisher")),
    *admin_rows("monitoring.microsample", one("sample"), view=("secretariat", "publisher")),
    *admin_rows("monitoring.annualreport", one("annual"), view=("secretariat", "publisher")),
    *admin_rows("monitoring.wasteprofile", one("waste"), view=("secretariat", "publisher")),
    *admin_rows("monitoring.survey", one("survey"), view=("secretariat", "publisher")),
    *admin_rows("outreach.campaign", one("campaign"), view=WATCHERS, change=EDITORS),
    deed("outreach.campaign", "publish", one("campaign"), may=(), see=(), about="(there is none)"),
    deed(
        "events.event",
        "scores",
        one("training_event"),
        may=EDITORS,
        see=STAFF,
        posted=Meets.DONE,
    ),
    deed("events.event", "scores-table", one("training_event"), may=EDITORS, see=STAFF),
]
