"""The glossary and the log in the admin."""

import re

import pytest
from django.test import Client

from partnership.accounts.models import User
from partnership.core.languages import COOKIE
from partnership.core.models import AuditEvent
from partnership.search.models import AskedText, Concept
from tests.factories.cases import PublishedCaseFactory
from tests.factories.search import found, subject
from tests.partnership.search.conftest import Ask, Index

pytestmark = pytest.mark.django_db
ADD = "/admin/search/concept/add/"
LOG = "/admin/search/askedtext/"


@pytest.fixture
def staff(client: Client, lin: User) -> Client:
    client.force_login(lin)
    return client


def rows(*words: tuple[str, str]) -> dict[str, str]:
    """Return the form of a new subject with these words, each with its language."""
    data = {"code": "sanitation", "is_active": "on", "note": "", "broader": ""}
    data |= {"terms-TOTAL_FORMS": str(len(words)), "terms-INITIAL_FORMS": "0"}
    for place, (language, text) in enumerate(words):
        data |= {f"terms-{place}-language": language, f"terms-{place}-text": text}
        data |= {f"terms-{place}-order": str(place)}
    return data


def test_a_new_subject_is_effective_with_the_next_search(staff: Client, ask: Ask) -> None:
    case = PublishedCaseFactory(title_zh_hans="海上环卫队伍", title_en="Crews at work")
    assert ask("sea janitors") == []

    answer = staff.post(ADD, rows(("zh-hans", "海上环卫"), ("en", "sea janitor")))

    assert answer.status_code == 302
    assert ask("sea janitors") == [case.pk]
    assert not Concept.objects.get().from_file


@pytest.mark.parametrize(
    ("words", "zh", "en"),
    [
        ([("zh-hans", "的")], "会匹配所有内容", "would match everything"),
        ([("en", "Marine Litters")], "已是主题", "is a word of the subject"),
        ([("en", "reef"), ("en", "reefs")], "实际相同", "comes down to the same"),
    ],
)
def test_a_word_that_cannot_be_is_refused_in_both_languages_and_nothing_is_lost(
    words: list[tuple[str, str]], zh: str, en: str, staff: Client
) -> None:
    subject("marine-litter", "海洋垃圾", "marine litter")

    for language, sentence in (("zh-hans", zh), ("en", en)):
        staff.cookies[COOKIE] = language
        answer = staff.post(ADD, rows(*words))

        assert answer.status_code == 200
        text = answer.content.decode()
        assert sentence in text
        assert all(f'value="{word}"' in text for _language, word in words)
    assert Concept.objects.count() == 1


def test_a_word_that_stands_in_nearly_everything_is_refused(staff: Client, index: Index) -> None:
    index(*(found(number, f"伙伴城市{number}") for number in range(60)))

    answer = staff.post(ADD, rows(("zh-hans", "伙伴城市")))

    assert "会匹配所有内容" in answer.content.decode()
    assert not Concept.objects.exists()


def test_a_search_without_result_leads_to_a_new_subject(staff: Client) -> None:
    AskedText.objects.create(
        day="2026-01-01", language="en", text="sea janitor", results=0, times=3
    )
    AskedText.objects.create(day="2026-01-01", language="en", text="reef", results=4, times=3)

    text = staff.get(f"{LOG}?found=nothing").content.decode()

    assert "?word=sea+janitor" in text
    assert "reef" not in text
    assert 'value="sea janitor"' in staff.get(ADD + "?word=sea+janitor").content.decode()


def test_it_shows_nobody_a_name_that_one_visitor_looked_for(staff: Client) -> None:
    asked = {"language": "zh-hans", "results": 0}
    name = AskedText.objects.create(day="2026-01-02", text="王小明", times=2, **asked)
    for text, days, times in (("海上环卫工", (1,), 3), ("海上驿站", (1, 2), 1)):
        for day in days:
            AskedText.objects.create(day=f"2026-01-0{day}", text=text, times=times, **asked)
    AskedText.objects.filter(text="海上环卫工").update(opened=2, places=7)

    shown = staff.get(LOG).content.decode()

    assert ">3.5<" in shown  # where in the list its results were opened
    assert "海上环卫工" in shown
    assert "海上驿站" in shown
    assert "王小明" not in shown
    assert "王小明" not in staff.get(f"{LOG}?q=王小明").content.decode().replace(
        'value="王小明"', ""
    )
    assert staff.get(f"{LOG}{name.pk}/word/").status_code == 404


def test_it_becomes_a_word_of_a_subject_in_one_step(staff: Client, ask: Ask, lin: User) -> None:
    crews = subject("marine-sanitation", "海上环卫", "marine sanitation")
    case = PublishedCaseFactory(title_zh_hans="海上环卫队伍", title_en="Crews at work")
    asked = AskedText.objects.create(
        day="2026-01-01", language="en", text="sea janitor", results=0, times=3
    )
    address = f"{LOG}{asked.pk}/word/"

    form = staff.get(address).content.decode()
    answer = staff.post(
        address, {"text": "sea janitor", "language": "en", "concept": crews.pk}, follow=True
    )

    assert f'href="{address}"' in staff.get(LOG).content.decode()
    assert 'value="sea janitor"' in form
    assert re.search(rf'<option[^>]* value="{crews.pk}">海上环卫 · marine sanitation', form)
    assert "“sea janitor”现已归入“海上环卫”，可找到1条内容。" in answer.content.decode()
    assert ask("sea janitors") == [case.pk]
    assert list(crews.terms.values_list("order", flat=True)) == [0, 1, 2]
    event = AuditEvent.objects.about(crews)[0]
    assert (event.actor_id, [*event.changes.values()]) == (str(lin.pk), [[None, "sea janitor"]])
    assert staff.get(f"{LOG}999999/word/").status_code == 404


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("zh-hans", ["会匹配所有内容", "已是主题"]),
        ("en", ["would match everything", "is a word of the subject"]),
    ],
)
def test_a_word_that_cannot_be_is_refused_there_too(
    language: str, sentences: list[str], staff: Client
) -> None:
    crews = subject("marine-sanitation", "海上环卫", "marine sanitation")
    asked = AskedText.objects.create(
        day="2026-01-01", language="en", text="the sea", results=0, times=3
    )
    staff.cookies[COOKIE] = language

    for word, sentence in zip(("的", "Marine sanitation"), sentences, strict=True):
        data = {"text": word, "language": "en", "concept": crews.pk}
        page = staff.post(f"{LOG}{asked.pk}/word/", data).content.decode()

        assert sentence in page
        assert f'value="{word}"' in page
    assert crews.terms.count() == 2


def test_a_word_that_came_to_stand_nearly_everywhere_keeps_no_form_from_being_saved(
    staff: Client, index: Index
) -> None:
    concept = subject("partner-city", "伙伴城市", "partner city")
    index(*(found(number, f"伙伴城市{number}") for number in range(60)))
    first, second = concept.terms.all()
    data = rows(("zh-hans", first.text), ("en", second.text), ("en", "twinned town"))
    data |= {"terms-INITIAL_FORMS": "2", "terms-0-id": first.pk, "terms-1-id": second.pk}

    answer = staff.post(f"/admin/search/concept/{concept.pk}/change/", data)

    assert answer.status_code == 302
    assert concept.terms.count() == 3
