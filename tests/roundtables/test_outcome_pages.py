"""What everybody sees of outcome documents."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from partnership.documents.choices import People
from partnership.documents.models import Picture
from partnership.events.choices import MaterialKind
from partnership.search.indexing.sweeping import sweep
from partnership.translations.models import TranslatedObject
from roundtables.models import Outcome
from tests.factories.commitments import CommitmentFactory, ProposalFactory
from tests.factories.copies import copies, in_turn
from tests.factories.events import MaterialFactory
from tests.factories.files import PictureFactory, jpeg, pdf, stored
from tests.factories.outcomes import (
    AnnexFactory,
    OutcomeFactory,
    OutcomePictureFactory,
    ProjectFactory,
    public,
)
from tests.factories.programmes import RoundtableFactory
from tests.factories.reference import CityFactory, ProvinceFactory
from tests.pdf_texts import squeezed, text_of

pytestmark = pytest.mark.django_db


def shown(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status, address
    return response.content.decode()


def address_of(outcome: Outcome, language: str = "en") -> str:
    return f"/{language}/roundtables/outcomes/{outcome.event.slug}/"


def test_it_is_whole_in_both_languages(client: Client) -> None:
    outcome = OutcomeFactory(adopted_on="2026-05-06")
    AnnexFactory(outcome=outcome)
    OutcomePictureFactory(outcome=outcome)
    public(outcome)

    english, chinese = (shown(client, address_of(outcome, code)) for code in ("en", "zh-hans"))

    for words in (
        "Outcome of the dialogue",
        "What was agreed",
        "<li>to publish figures</li>",
        "Annex 1",
        "CC BY 4.0",
        "The hall",
        "A net on a beach",
        "6 May 2026",
        "Secretariat of the China-ASEAN",
        "[R/OL]",
    ):
        assert words in english, words
    for words in ("成果文件", "共识", "公布数据", "附件一", "会场", "2026年5月6日", "如何引用"):
        assert words in chinese, words
    assert "What was agreed" not in chinese


def test_the_dialogue_leads_to_its_document_and_back(client: Client) -> None:
    outcome = public(OutcomeFactory(is_demo=True))
    event = f"/en/events/{outcome.event.slug}/"

    assert f'href="{address_of(outcome)}"' in shown(client, event)
    assert f'href="{event}"' in shown(client, address_of(outcome))


def test_projects_and_their_dialogue_lead_to_each_other(client: Client) -> None:
    outcome = public(OutcomeFactory())
    project = public(ProjectFactory(event=outcome.event))
    ProjectFactory(event=outcome.event, title_en="A draft")
    own = f"/en/roundtables/projects/{project.slug}/"
    event = f"/en/events/{outcome.event.slug}/"

    for address in (event, address_of(outcome)):
        assert f'href="{own}"' in shown(client, address)
        assert "A draft" not in shown(client, address)
    page = shown(client, own)
    assert f'href="{event}"' in page
    assert f'href="{address_of(outcome)}"' in page


def test_commitments_and_the_document_they_were_made_in_lead_to_each_other(client: Client) -> None:
    outcome, draft = OutcomeFactory(), OutcomeFactory()
    made, proposed = CommitmentFactory(is_demo=True), ProposalFactory()
    for each in (outcome, draft):
        each.commitments.set([made, proposed])
    public(outcome)
    own, event = f"/en/commitments/{made.pk}/", f"/en/events/{outcome.event.slug}/"

    for address in (event, address_of(outcome)):
        assert f'href="{own}"' in shown(client, address)
        assert proposed.title_en not in shown(client, address)
    page = shown(client, own)
    assert f'href="{address_of(outcome)}"' in page
    assert address_of(draft) not in page
    assert own not in shown(client, f"/en/events/{draft.event.slug}/")
    assert "Made at a roundtable" not in shown(client, f"/en/commitments/{CommitmentFactory().pk}/")


def test_the_page_of_a_dialogue_that_is_over_costs_few_queries(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    outcome = public(OutcomeFactory())
    RoundtableFactory(event=outcome.event)
    for number in range(3):
        public(ProjectFactory(event=outcome.event, slug=f"grown-{number}"))

    with django_assert_max_num_queries(15):
        shown(client, f"/en/events/{outcome.event.slug}/")


def test_minutes_stand_with_the_event_and_are_linked(client: Client) -> None:
    outcome = public(OutcomeFactory())
    MaterialFactory(event=outcome.event, kind=MaterialKind.MINUTES, title_en="The minutes")
    MaterialFactory(event=outcome.event, title_en="Some slides")

    page = shown(client, address_of(outcome))

    assert "The minutes" in page
    assert "Some slides" not in page


def test_a_draft_is_not_there_and_one_language_says_where_the_other_is(client: Client) -> None:
    draft, chinese = OutcomeFactory(), public(OutcomeFactory(), "zh-hans")

    shown(client, address_of(draft), 404)
    page = shown(client, address_of(chinese))
    assert "published in Chinese only" in page
    assert "What was agreed" not in page
    shown(client, address_of(chinese)[:-1] + ".pdf", 404)


def test_readers_are_told_that_the_other_language_is_newer(client: Client) -> None:
    outcome = public(OutcomeFactory())
    outcome.summary_zh_hans = "新的摘要。"
    outcome.save()

    assert TranslatedObject.objects.filter(kind="outcome", behind_since__isnull=False).exists()
    assert "The Chinese text was updated" in shown(client, address_of(outcome))


def test_a_draft_of_an_event_is_not_named(client: Client) -> None:
    outcome = public(OutcomeFactory())
    for name in ("public_since", "published_en_at", "published_zh_hans_at"):
        setattr(outcome.event, name, None)
    outcome.event.save()
    MaterialFactory(event=outcome.event, kind=MaterialKind.MINUTES, title_en="The minutes")

    page = shown(client, address_of(outcome))

    assert f"/events/{outcome.event.slug}/" not in page
    assert outcome.event.title_en not in page
    assert "The minutes" not in page


@pytest.mark.parametrize(
    ("language", "words"), [("en", "to publish figures"), ("zh-hans", "公布数据")]
)
def test_the_pdf_has_the_whole_text(client: Client, language: str, words: str) -> None:
    outcome = OutcomeFactory(is_demo=True)
    AnnexFactory(outcome=outcome, licence="")
    AnnexFactory(outcome=outcome, file=stored(pdf(), "form.pdf"))
    OutcomePictureFactory(outcome=outcome)
    OutcomePictureFactory(outcome=outcome, picture=PictureFactory(file=stored()))
    table = "\n\n| Bay | Nets |\n|---|---|\n| North | 12 |"
    section = outcome.sections.get()
    for column in ("text_zh_hans", "text_en"):
        setattr(section, column, getattr(section, column) + table)
    section.save()
    made = CommitmentFactory()
    proposed = ProposalFactory(title_zh_hans="尚未商定之事", title_en="A thing not yet agreed on")
    outcome.commitments.set([made, proposed])
    public(outcome)

    answer = client.get(f"/{language}/roundtables/outcomes/{outcome.event.slug}.pdf")

    assert answer["Content-Type"] == "application/pdf"
    text = text_of(answer.content)
    assert squeezed(words) in text
    assert "North12" in text
    assert "|" not in text
    column = language.replace("-", "_")
    owner = getattr(made.organisation, f"name_{column}")
    for name in (getattr(made, f"title_{column}"), owner):
        assert squeezed(name) in text, name
    assert squeezed(getattr(proposed, f"title_{column}")) not in text
    assert text.count("Theportal") == 1


def _without_licence(picture: Picture) -> None:
    picture.licence = ""


def _withdrawn(picture: Picture) -> None:
    picture.withdrawn_at = timezone.now()


def _of_a_person_who_did_not_agree(picture: Picture) -> None:
    picture.people = People.ADULTS


@pytest.mark.parametrize(
    "lose_rights", [_without_licence, _withdrawn, _of_a_person_who_did_not_agree]
)
def test_a_photo_without_rights_is_neither_on_the_page_nor_in_the_pdf(
    client: Client, lose_rights: Callable[[Picture], None]
) -> None:
    outcome = OutcomeFactory()
    clear, other = (
        PictureFactory(file=stored(jpeg(size)), alt_text_en=alt)
        for size, alt in (((640, 480), "A hall full of people"), ((480, 640), "A speaker"))
    )
    OutcomePictureFactory(outcome=outcome, picture=clear, caption_en="The hall")
    OutcomePictureFactory(outcome=outcome, picture=other, caption_en="At the desk")
    lose_rights(other)
    other.save()
    public(outcome)

    page = shown(client, address_of(outcome))
    paper = client.get(f"/en/roundtables/outcomes/{outcome.event.slug}.pdf").content

    assert "The hall" in page
    for words in ("At the desk", "A speaker", str(other.file.token)):
        assert words not in page, words
    assert squeezed("The hall") in text_of(paper)
    assert squeezed("At the desk") not in text_of(paper)
    assert sum(len(sheet.images) for sheet in PdfReader(io.BytesIO(paper)).pages) == 1


def test_an_annex_is_offered_for_saving(client: Client) -> None:
    outcome = OutcomeFactory()
    annex = AnnexFactory(outcome=outcome, file=stored(pdf(), "form.pdf"))
    address = f"{address_of(outcome)}annexes/{annex.pk}/"
    shown(client, address, 404)
    public(outcome)

    answer = client.get(address)

    assert b"".join(answer.streaming_content) == pdf()
    assert "attachment" in answer["Content-Disposition"]
    assert client.get(f"{address_of(outcome)}annexes/{annex.pk + 1}/").status_code == 404


def test_a_file_that_was_taken_out_of_use_is_gone(client: Client) -> None:
    outcome = OutcomeFactory()
    file = stored(pdf(), "form.pdf")
    annex = AnnexFactory(outcome=outcome, file=file)
    public(outcome)
    type(file).objects.filter(pk=file.pk).update(state="refused", reason="withdrawn")

    assert "Annex 1" not in shown(client, address_of(outcome))
    shown(client, f"{address_of(outcome)}annexes/{annex.pk}/", 404)


def test_the_list_has_what_is_public(client: Client) -> None:
    assert "No outcome document is public yet" in shown(client, "/en/roundtables/outcomes/")
    outcome = public(OutcomeFactory(is_demo=True))
    OutcomeFactory(title_en="A draft")

    page = shown(client, "/en/roundtables/outcomes/?page=x")

    assert address_of(outcome) in page
    assert "1 document" in page
    assert "A draft" not in page
    assert "is no page number" in page
    assert address_of(outcome) in shown(client, "/sitemap-en.xml")


def test_the_list_is_narrowed_and_says_what_it_did_not_understand(client: Client) -> None:
    wanted = OutcomeFactory(adopted_on="2024-05-06", title_en="Nets out of ports", is_demo=True)
    wanted.event.place = CityFactory(parent=ProvinceFactory())
    wanted.event.save()
    other = public(OutcomeFactory(adopted_on="2025-05-06"))
    public(wanted)
    sweep()
    city = wanted.event.place
    assert city.province is not None
    queries = ("year=2024", f"place={city.code}", f"place={city.province.code}", "q=ports")

    for query in queries:
        page = shown(client, f"/en/roundtables/outcomes/?{query}")
        assert address_of(wanted) in page, query
        assert address_of(other) not in page, query
    assert "Nothing matches" in shown(client, "/en/roundtables/outcomes/?q=ports&year=2025")
    assert "left out: “1066”" in shown(client, "/en/roundtables/outcomes/?year=1066")


@pytest.mark.parametrize("address", ["/en/roundtables/outcomes/", "/api/v1/outcomes/"])
def test_lists_ask_the_same_for_one_and_for_fifty(
    client: Client, address: str, django_assert_max_num_queries: Any
) -> None:
    def queries() -> int:
        with django_assert_max_num_queries(8) as found:
            shown(client, address)
        return len(found)

    outcome = public(OutcomeFactory(), "en")

    def more(number: int) -> None:
        copies(outcome, number, event=in_turn(copies(outcome.event, number)))

    queries()
    one = queries()
    more(2)
    three = queries()
    more(47)

    assert one == three == queries()


def test_the_api_gives_documents_with_their_pages(client: Client) -> None:
    outcome = public(OutcomeFactory(), "zh-hans")
    OutcomeFactory()

    [row] = client.get("/api/v1/outcomes/").json()["results"]

    assert row["event"] == outcome.event.slug
    assert row["title"] == {"zh-hans": "成果文件", "en": "Outcome of the dialogue"}
    assert list(row["pages"]) == ["zh-hans"]
