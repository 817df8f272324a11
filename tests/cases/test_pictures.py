"""Pictures of cases: shown with all their rights, nowhere without them."""

import json
import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from cases import actions, readiness
from cases.cards import cards_for
from cases.dossier import read
from cases.errors import NotReady
from cases.models import Case
from partnership.accounts.models import User
from partnership.documents import actions as documents
from partnership.documents.choices import People
from partnership.documents.models import Consent, Picture
from tests.factories.cases import (
    PUBLISHER,
    CasePictureFactory,
    PublishedCaseFactory,
    ReadyCaseFactory,
)
from tests.factories.files import ConsentFactory, PictureFactory, jpeg, stored

pytestmark = pytest.mark.django_db


@pytest.fixture
def consent() -> Consent:
    return ConsentFactory()


@pytest.fixture
def case(consent: Consent) -> Case:
    """Public in both languages, with a picture of people who agreed, and a second one."""
    shown = ReadyCaseFactory()
    people = PictureFactory(
        people=People.ADULTS, consents=[consent], author="Lin", file=stored(jpeg((1300, 800)))
    )
    CasePictureFactory(case=shown, picture=people)
    CasePictureFactory(case=shown, order=1, caption_zh_hans="第二张", caption_en="The second")
    for language in ("zh-hans", "en"):
        actions.publish_case(shown, language, by=PUBLISHER)
    shown.refresh_from_db()
    return shown


def lead(case: Case) -> Picture:
    return case.pictures.get(order=0).picture


def pages(case: Case) -> dict[str, str]:
    """Return every address at which the case's pictures could appear."""
    with override("zh-hans"):
        return {
            "page": reverse("cases:detail", args=[case.number, case.slug_zh_hans]),
            "print": reverse("cases:print", args=[case.number]),
            "list": reverse("cases:list"),
            "api": reverse("api:case", args=[case.number]),
            "data": reverse("api:cases-json"),
        }


def text(client: Client, address: str) -> str:
    response = client.get(address)
    body = b"".join(response) if response.streaming else response.content
    return body.decode()


def test_a_page_shows_its_pictures_for_every_screen(client: Client, case: Case) -> None:
    page = text(client, pages(case)["page"])
    token = lead(case).file.token
    (image,) = re.findall(rf'<img src="/pictures/{token}[^>]*>', page)

    assert f'src="/pictures/{token}/960.webp"' in image
    assert f"/pictures/{token}/480.webp 480w, /pictures/{token}/960.webp 960w" in image
    assert 'width="960" height="591"' in image
    assert 'alt="海滩上的网"' in image
    assert 'fetchpriority="high"' in image
    assert "清理前的海滩" in page
    assert "Lin" in page
    assert "https://creativecommons.org/licenses/by/4.0/" in page
    assert "第二张" in page
    assert page.count('loading="lazy"') >= 1


def test_a_page_is_followed_to_the_picture_itself(client: Client, case: Case) -> None:
    page = text(client, pages(case)["page"])
    for address in set(re.findall(rf"/pictures/{lead(case).file.token}/[0-9]+\.webp", page)):
        response = client.get(address)
        assert response.headers["Content-Type"] == "image/webp"
        for close in response._resource_closers:
            close()


def test_link_previews_and_search_engines_get_the_lead_picture(client: Client, case: Case) -> None:
    page = text(client, pages(case)["page"])
    share = f"http://testserver/pictures/{lead(case).file.token}/share.jpg"
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    images = json.loads(block)["image"]

    assert f'<meta property="og:image" content="{share}">' in page
    assert images[0]["contentUrl"] == share
    assert images[0]["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert images[0]["caption"] == "清理前的海滩"
    assert len(images) == 2


def test_the_data_name_author_and_licence(client: Client, case: Case) -> None:
    (first, second) = json.loads(text(client, pages(case)["api"]))["pictures"]

    assert first["licence"] == "CC BY 4.0"
    assert first["author"] == "Lin"
    assert second["caption"] == {"zh-hans": "第二张", "en": "The second"}


def test_a_withdrawal_hides_the_picture_everywhere_with_the_next_request(
    client: Client, case: Case, consent: Consent, lin: User
) -> None:
    token = lead(case).file.token
    for name, address in pages(case).items():
        assert token in text(client, address), name

    documents.withdraw_consent(consent, by=lin, reason="asked by mail")

    for name, address in pages(case).items():
        assert token not in text(client, address), name
    assert client.get(f"/pictures/{token}/480.webp").status_code == 404
    assert "第二张" in text(client, pages(case)["page"])


@pytest.mark.django_db(transaction=True)
def test_kept_pages_are_renewed_by_a_withdrawal(client: Client, lin: User) -> None:
    consent = ConsentFactory()
    shown = PublishedCaseFactory()
    CasePictureFactory(case=shown, picture=PictureFactory(people=People.ADULTS, consents=[consent]))
    token = lead(shown).file.token
    addresses = [pages(shown)["page"], pages(shown)["list"]]
    for _visit in range(2):
        assert all(token in text(client, address) for address in addresses)

    documents.withdraw_consent(consent, by=lin, reason="asked by mail")

    assert not any(token in text(client, address) for address in addresses)


def test_the_second_picture_takes_the_place_of_a_hidden_one(
    case: Case, consent: Consent, lin: User
) -> None:
    documents.withdraw_consent(consent, by=lin, reason="asked by mail")
    (card,) = cards_for([case.pk], "en")
    second = case.pictures.get(order=1).picture.file.token

    assert card.picture is not None
    assert card.picture.token == second
    assert read(case.pk, "en").lead_picture.token == second


@pytest.mark.parametrize(
    ("lack", "cure"),
    [
        ({"licence": ""}, "The licence is missing. Choose one from the list."),
        ({"alt_text_en": ""}, "missing in English. Write it."),
        ({"people": ""}, "Nobody has said whether people can be recognised."),
        ({"people": People.ADULTS}, "there is no consent. Add the record of it."),
        ({"people": People.MINORS}, "no guardian has consented."),
    ],
)
def test_publication_is_refused_with_the_picture_and_the_cure(
    lack: dict[str, object], cure: str
) -> None:
    draft = ReadyCaseFactory()
    CasePictureFactory(case=draft, picture=PictureFactory(**lack))

    with override("en"), pytest.raises(NotReady) as refused:
        actions.publish_case(draft, "en", by=PUBLISHER)

    with override("en"):
        sentence = next(str(each) for each in refused.value.findings if cure in str(each))
    assert sentence.startswith("Picture 1 “The beach before the clean-up”: ")


def test_a_draft_with_all_rights_is_published() -> None:
    draft = ReadyCaseFactory()
    CasePictureFactory(case=draft)

    assert readiness.obstacles(draft, "zh-hans") == []
    assert actions.publish_case(draft, "zh-hans", by=PUBLISHER).is_public


def test_a_picture_of_a_draft_is_nobodys_business(client: Client) -> None:
    draft = ReadyCaseFactory()
    picture = PictureFactory(file=stored(jpeg()))
    CasePictureFactory(case=draft, picture=picture)

    assert client.get(f"/pictures/{picture.file.token}/64.webp").status_code == 404


def test_a_caption_in_an_unpublished_language_stays_hidden(client: Client) -> None:
    draft = ReadyCaseFactory()
    CasePictureFactory(case=draft)
    actions.publish_case(draft, "zh-hans", by=PUBLISHER)
    with override("en"):
        address = reverse("cases:detail", args=[draft.number, draft.slug_en])

    page = text(client, address)

    assert "A net on a beach" in page
    assert "The beach before the clean-up" not in page
    assert json.loads(text(client, pages(draft)["api"]))["pictures"][0]["caption"]["en"] is None


def test_pictures_cost_no_query(case: Case, django_assert_num_queries: object) -> None:
    with django_assert_num_queries(1):
        assert len(read(case.pk, "en").pictures) == 2
    with django_assert_num_queries(1):
        assert cards_for([case.pk], "en")[0].picture
