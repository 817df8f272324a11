from decimal import Decimal

import pytest
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse

from cases import actions as case_actions
from cases import policies
from cases.choices import PUBLISH
from cases.models import Case
from cases.submitting.sheet import sheet
from partnership.accounts.models import User
from partnership.core.errors import NotAllowed
from partnership.reports.models import EventReport
from partnership.review import actions, subjects
from partnership.review.choices import State
from partnership.review.errors import NoticeMissing
from partnership.review.models import Submission
from tests.factories.results import held_events
from tests.factories.submissions import case_answers, case_handed_in, city_government


@pytest.fixture(autouse=True)
def _no_experts(settings: LazySettings) -> None:
    settings.CASE_EXPERT_REVIEWS = 0


def handed_in(author: User, desk: User, **about: str) -> Submission:
    return actions.take(case_handed_in(author, **about), by=desk)


def complete(case: Case) -> Case:
    """Add what the secretariat adds: the short texts in Chinese."""
    case.refresh_from_db()
    case.title_zh_hans, case.short_title_zh_hans = "岘港清洁海滩", "清洁海滩"
    case.summary_zh_hans, case.slug_zh_hans, case.slug_en = "摘要。", "岘港", "da-nang"
    case.save()
    return case_actions.settle_edit(case)


def test_it_finds_nothing_wrong_with_a_complete_form(db: None) -> None:
    assert sheet("en").problems(case_answers()) == []


@pytest.mark.parametrize(("kind", "number"), [("dialogue", 1), ("training", 0)])
def test_a_case_that_began_with_a_report_on_a_dialogue_is_tied_to_it(
    nguyen: User, lin: User, kind: str, number: int
) -> None:
    submission = handed_in(nguyen, lin)
    event = held_events(1, kind=kind)[0]
    report = EventReport.objects.create(
        event=event, organisation=submission.of_case.organisation, due_on=event.ends_at.date()
    )
    submission.of_case.lead = report.leads.create(title="Paid crews", story="By weight.")
    submission.of_case.save()

    case = actions.accept(submission, by=lin).of_case.case

    assert list(case.dialogues.all()) == [event] * number


@pytest.mark.parametrize(
    ("part", "value", "path"),
    [
        ("places", [], "places.0.place"),
        ("measures", [], "measures.0.title"),
        ("sources", [], "sources.0.title"),
        ("background", {"background": "word " * 2200}, "background.background"),
    ],
)
def test_it_names_what_several_parts_lack(db: None, part: str, value: object, path: str) -> None:
    answers = case_answers() | {part: value}

    assert path in [problem.path for problem in sheet("en").problems(answers)]


def test_it_refuses_an_end_before_the_beginning_and_a_source_that_is_not_there(db: None) -> None:
    answers = case_answers(ended="2023")
    answers["indicators"][0]["source"] = "2"

    paths = [problem.path for problem in sheet("en").problems(answers)]

    assert paths == ["indicators.0.source", "about.ended"]


def test_it_makes_a_case_of_what_was_accepted(nguyen: User, lin: User) -> None:
    accepted = actions.accept(handed_in(nguyen, lin), by=lin)

    case = accepted.of_case.case
    assert (case.source_language, case.title_en, case.title_zh_hans) == (
        "en",
        "Clean beaches of Da Nang",
        "",
    )
    assert case.contact_details == "a.person@example.org"
    figure = case.indicators.get()
    assert (figure.value, figure.name_en, figure.source.title) == (
        Decimal("12.5"),
        "Litter brought ashore",
        "Yearly report",
    )
    assert [block.title_en for block in case.blocks.all()] == ["Payment"]
    assert case.places.get().site_en == "North beach"
    assert not case.is_public


def test_it_writes_the_same_case_anew_after_an_objection(nguyen: User, lin: User) -> None:
    accepted = actions.accept(handed_in(nguyen, lin), by=lin)
    number = accepted.of_case.case.number
    shown = actions.put_on_notice(accepted, by=lin)
    back = actions.return_for_changes(shown, by=lin, message="The weight.")
    answers = case_answers(title="Clean beaches, corrected")
    saved = actions.save_answers(back, answers, by=nguyen, revision=back.revision)
    again = actions.take(actions.submit(saved, by=nguyen, revision=saved.revision), by=lin)

    actions.accept(again, by=lin)

    case = Case.objects.get()
    assert (case.number, case.title_en) == (number, "Clean beaches, corrected")
    assert case.indicators.count() == 1


def test_it_publishes_the_submission_with_the_case(
    nguyen: User, lin: User, zhao: User, settings: LazySettings
) -> None:
    settings.CASE_NOTICE_DAYS = 0
    accepted = actions.accept(handed_in(nguyen, lin), by=lin)

    case_actions.publish_case(complete(accepted.of_case.case), "en", by=zhao)

    accepted.refresh_from_db()
    assert accepted.state == State.PUBLISHED
    assert "CN-AS-" in accepted.kind.public_url(accepted)


def test_withdrawing_what_is_published_takes_the_case_off_the_public_pages(
    nguyen: User, lin: User, zhao: User, settings: LazySettings
) -> None:
    settings.CASE_NOTICE_DAYS = 0
    accepted = actions.accept(handed_in(nguyen, lin), by=lin)
    case_actions.publish_case(complete(accepted.of_case.case), "en", by=zhao)

    with pytest.raises(NotAllowed):
        actions.withdraw(accepted, by=lin, reason="Rights unclear.")
    assert Case.objects.published().exists(), "she is no publisher; nothing has changed"
    withdrawn = actions.withdraw(accepted, by=zhao, reason="Rights unclear.")

    assert (withdrawn.state, withdrawn.reason) == (State.WITHDRAWN, "Rights unclear.")
    assert not Case.objects.published().exists()
    assert withdrawn.kind.public_url(Submission.objects.get()) == ""


def test_it_publishes_nothing_before_the_public_notice(nguyen: User, lin: User, zhao: User) -> None:
    accepted = actions.accept(handed_in(nguyen, lin), by=lin)

    with pytest.raises(NoticeMissing):
        case_actions.publish_case(complete(accepted.of_case.case), "en", by=zhao)

    assert not Case.objects.published()


def test_once_the_notice_is_over_the_start_page_leads_to_publishing(
    client: Client, nguyen: User, lin: User, zhao: User
) -> None:
    shown = actions.put_on_notice(actions.accept(handed_in(nguyen, lin), by=lin), by=lin)
    case = complete(shown.of_case.case)
    ways = [
        reverse("admin:cases_case_deed", args=[case.pk, f"publish-{language}"])
        for language in ("zh-hans", "en")
    ]

    def buttons(person: User) -> list[str]:
        client.force_login(person)
        items = client.get(reverse("admin:index")).context["waiting"]
        [over] = [item for item in items if item.url.endswith("submission/?work=publish")]
        return [button.url for row in over.at_hand for button in row.buttons]

    Submission.objects.update(notice_from="2026-01-01", notice_until="2026-01-08")
    assert {*ways} <= {*buttons(zhao)}
    assert not {*ways} & {*buttons(lin)}, "she is no publisher"
    case_actions.publish_case(case, "en", by=zhao)
    left = shown.kind.ways_to_publish(Submission.objects.get())
    assert left == [(PUBLISH["zh-hans"], ways[0])], "the other language"


def test_publication_by_two_people_refuses_who_accepted_or_changed_last(
    nguyen: User, zhao: User, settings: LazySettings
) -> None:
    settings.CASE_NOTICE_DAYS = 0
    settings.TWO_PERSON_PUBLICATION = True
    accepted = actions.accept(handed_in(nguyen, zhao), by=zhao)
    own = case_actions.create_case(by=zhao, title_zh_hans="自己写的")

    with pytest.raises(NotAllowed):
        case_actions.publish_case(complete(accepted.of_case.case), "en", by=zhao)
    assert not policies.may_make_public(zhao, own)


def test_only_people_of_organisations_begin_a_case(lin: User, nguyen: User) -> None:
    for person in (lin, nguyen):
        with pytest.raises(NotAllowed):
            actions.begin(subjects.get("case"), "en", by=person, organisation=city_government())
