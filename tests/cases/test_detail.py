"""The page of a case."""

import json
import re
from html import unescape
from typing import Any
from urllib.parse import unquote

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from cases import actions, codes
from cases.dossier import read
from cases.dossier.page import context_of
from cases.dossier.pieces import pieces_of, titles_of, values_of
from cases.models import Case
from partnership.core import languages
from partnership.core.shells import filled_shell
from tests.factories.cases import (
    PUBLISHER,
    BlockFactory,
    CasePlaceFactory,
    IndicatorFactory,
    MoneyFactory,
    PartnerFactory,
    PublishedCaseFactory,
    ReadyCaseFactory,
    SourceFactory,
)
from tests.factories.copies import copies
from tests.factories.reference import CityFactory, ThemeFactory

pytestmark = pytest.mark.django_db


def address(case: Case, language: str) -> str:
    return f"/{language}/cases/{case.number}/{getattr(case, languages.column('slug', language))}/"


def page(client: Client, case: Case, language: str = "en") -> str:
    answer = client.get(address(case, language))
    assert answer.status_code == 200
    return answer.content.decode()


def words(html: str) -> str:
    """Return the visible text with single blanks."""
    without_scripts = re.sub(r"<script.*?</script>", "", html, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", without_scripts)).split())


def test_it_shows_the_four_parts_in_their_order(client: Client) -> None:
    case = PublishedCaseFactory(success_factors_en="A price people trust.")

    text = words(page(client, case))

    assert "css/case.css" in page(client, case)
    order = [text.index(part) for part in ("Background.", "What was done.", "Results.", "A price")]
    assert order == sorted(order)


def test_it_shows_a_figure_with_everything_that_makes_it_readable(client: Client) -> None:
    case = ReadyCaseFactory()
    source = case.sources.get()
    IndicatorFactory(
        case=case,
        source=source,
        value="10240.5",
        qualifier="more-than",
        baseline_value=8000,
        as_of="2026-01-15",
    )
    public(case)

    text = words(page(client, case))

    assert "more than 10,240.5 t" in text
    assert "Baseline 8,000" in text
    assert "Calendar year 2025 as of 15 January 2026" in text
    assert "All litter" in text
    assert "[1] B" in text


def test_it_says_what_the_imprint_says(client: Client) -> None:
    rights = {"text_licence": "cc-by", "reviewed_by": "Mei Lan", "translated_by": "Ha Nguyen"}
    text = words(page(client, PublishedCaseFactory(**rights)))

    assert "Licence of the text CC BY 4.0 Reviewed by Mei Lan Translated by Ha Nguyen" in text


def test_it_numbers_the_sources_the_figures_refer_to(client: Client) -> None:
    case = ReadyCaseFactory()
    second = SourceFactory(case=case, key="s2", order=1, title="Second page")
    IndicatorFactory(case=case, source=second)
    public(case)

    html = page(client, case)

    assert 'href="#source-2"' in html
    assert re.search(r'<li id="source-2">.*?Second page', html, re.DOTALL)


def test_figures_of_the_same_thing_stand_together(client: Client) -> None:
    case = ReadyCaseFactory()
    source = case.sources.get()
    for order, (name, year) in enumerate([("Caught", 2020), ("Sold", 2020), ("Caught", 2021)]):
        IndicatorFactory(
            case=case,
            source=source,
            order=order,
            name_en=name,
            as_of=year,
            period_en=f"Year {year}",
        )
    public(case)

    html = page(client, case)
    table = words(html[html.index('<table class="figures"') :])

    assert table.count("Caught") == 1
    assert table.index("Year 2021") < table.index("Sold")
    assert "as of 2020" not in table


def test_a_source_speaks_its_own_language(client: Client) -> None:
    case = ReadyCaseFactory()
    SourceFactory(
        case=case, key="s2", order=1, title="一页", language="zh", title_translation="One"
    )
    public(case)

    html = page(client, case)

    assert re.search(r'<p lang="zh-Hans">[^/]*一页', html)
    assert re.search(r'lang="en">One<', html)
    assert "Web page · Chinese" in words(html)


@pytest.mark.parametrize(
    ("code", "english", "chinese"),
    [("nb", "Norwegian", "挪威文"), ("zh-hans", "Chinese", "中文"), ("xx", "xx", "xx")],
)
def test_the_language_of_a_source_has_a_name(code: str, english: str, chinese: str) -> None:
    names = []
    for language in (languages.ENGLISH, languages.CHINESE):
        with override(language):
            names.append(codes.source_language(code))

    assert names == [english, chinese]


def test_what_did_not_work_stands_apart(client: Client) -> None:
    case = PublishedCaseFactory(did_not_work_en="The floats came back.")

    assert re.search(
        r'class="lesson failed">.*?The floats came back', page(client, case), re.DOTALL
    )


def test_it_says_demo_data(client: Client) -> None:
    assert "Demo data" in words(main(page(client, PublishedCaseFactory(is_demo=True))))
    assert "Demo data" not in words(main(page(client, PublishedCaseFactory(is_demo=False))))


@pytest.mark.parametrize("language", languages.LANGUAGES)
@pytest.mark.parametrize("part", ["header", "main"])
def test_its_shells_hold_what_their_templates_say(language: str, part: str) -> None:
    """No template of a shell may do with a piece what cannot be done before it is there."""
    case = PublishedCaseFactory(languages=["zh-hans"], is_demo=True)
    MoneyFactory(case=case)
    IndicatorFactory(case=case, order=1, grade="")

    with override(language):
        dossier = read(case.pk)
        pieces = {**titles_of(dossier), **pieces_of(dossier)}
        shell = filled_shell(f"cases/detail/{part}.html", pieces, values_of(dossier))
        plain = render_to_string(f"cases/detail/{part}.html", context_of(dossier))

    assert shell == plain


def test_another_short_name_leads_to_the_right_address_for_good(client: Client) -> None:
    case = PublishedCaseFactory()

    for slug in ("old-name", case.slug_zh_hans):
        answer = client.get(f"/en/cases/{case.number}/{slug}/")
        assert (answer.status_code, answer["Location"]) == (301, address(case, "en"))
    answer = client.get(f"/en/cases/{case.number.lower()}/{case.slug_en}/")
    assert (answer.status_code, answer["Location"]) == (301, address(case, "en"))


def test_the_number_alone_leads_to_the_page(client: Client) -> None:
    case = PublishedCaseFactory()

    answer = client.get(f"/zh-hans/cases/{case.number}/", follow=True)

    assert answer.redirect_chain[0][1] == 301
    assert answer.status_code == 200
    assert case.title_zh_hans in answer.content.decode()


@pytest.mark.parametrize("suffix", ["", "side-by-side/", "any-name/"])
def test_a_stranger_gets_404_for_a_draft(client: Client, suffix: str) -> None:
    draft = ReadyCaseFactory()

    assert client.get(f"/en/cases/{draft.number}/{suffix}").status_code == 404
    assert client.get(f"/en/cases/CN-AS-1999-999/{suffix}").status_code == 404


def test_a_case_in_chinese_only_shows_what_it_may_in_english(client: Client) -> None:
    case = ReadyCaseFactory(background_en="UNPUBLISHED", lead_organisation_en="UNPUBLISHED")
    CasePlaceFactory(case=case, order=1, place=CityFactory(), site_en="UNPUBLISHED")
    IndicatorFactory(case=case, source=case.sources.get(), definition_en="UNPUBLISHED")
    public(case, languages.CHINESE)

    html = page(client, case)
    text = words(html)

    assert case.title_en in text
    assert "Summary." in text
    assert "The full text is published in Chinese only." in text
    assert html.index('id="language-notice"') < html.index('class="wrap factsheet')
    assert f'href="{address(case, "zh-hans")}" lang="zh-Hans"' in unquote(html)
    assert "Litter removed" in text
    assert "UNPUBLISHED" not in html


def test_only_public_languages_are_alternates(client: Client) -> None:
    both, chinese = PublishedCaseFactory(), PublishedCaseFactory(languages=[languages.CHINESE])

    assert alternates(page(client, both)) == ["zh-Hans", "en", "x-default"]
    assert alternates(page(client, chinese)) == ["zh-Hans", "x-default"]


def test_the_language_switch_leads_to_the_same_case(client: Client) -> None:
    case = PublishedCaseFactory()

    html = unquote(page(client, case))

    assert f'href="{address(case, "zh-hans")}" lang="zh-Hans" hreflang="zh-Hans" data-' in html


def test_it_describes_itself_to_machines(client: Client) -> None:
    case = ReadyCaseFactory()
    CasePlaceFactory(case=case, order=1, place=CityFactory(), latitude=10, longitude=20)
    public(case)

    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page(client, case))
    report = json.loads(data)

    assert report["@type"] == "Report"
    assert report["identifier"] == case.number
    assert report["inLanguage"] == "en"
    assert report["spatialCoverage"][1]["geo"]["latitude"] == 10
    assert report["citation"][0]["name"] == "A page"


def test_it_asks_the_database_as_often_for_fifty_rows_as_for_one(client: Client) -> None:
    small, large = ReadyCaseFactory(), ReadyCaseFactory()
    source = SourceFactory(case=large, key="s1x", order=1)
    more = {"order": lambda number: number}
    copies(source, 48, key=lambda number: f"s{number}x", **more)
    for factory in (IndicatorFactory, BlockFactory, MoneyFactory, PartnerFactory):
        values = {"source": source} if factory is IndicatorFactory else {}
        copies(factory(case=large, order=1, **values), 48, **more)
    place = CasePlaceFactory(case=large, order=1)
    copies(place, 48, place=lambda _number: CityFactory(), **more)
    public(small)
    public(large)

    numbers = {queries(client, address(case, "en")) for case in (small, large)}

    assert len(numbers) == 1
    assert numbers.pop() <= 4


def test_both_languages_stand_side_by_side(client: Client) -> None:
    case = PublishedCaseFactory(
        background_zh_hans="一。\n\n二。", background_en="One.\n\nTwo.", results_en="R1.\n\nR2."
    )

    html = client.get(f"/zh-hans/cases/{case.number}/side-by-side/").content.decode()
    pairs = re.findall(
        r'<div lang="zh-Hans"><p>([^<]*)</p>\s*</div>\s*<div lang="en"><p>([^<]*)</p>', html
    )

    assert ("一。", "One.") in pairs
    assert ("二。", "Two.") in pairs
    assert re.search(
        r'<p class="soft" lang="zh-Hans">[^<]*</p>\s*</div>\s*<div lang="en"><p>R2', html
    )


def test_a_case_in_one_language_has_no_side_by_side_view(client: Client) -> None:
    case = PublishedCaseFactory(languages=[languages.CHINESE])

    answer = client.get(f"/en/cases/{case.number}/side-by-side/")

    assert (answer.status_code, answer["Location"]) == (302, address(case, "en"))


def public(case: Case, *codes: str) -> None:
    for code in codes or languages.LANGUAGES:
        actions.publish_case(case, code, by=PUBLISHER)


def main(html: str) -> str:
    return html[html.index("<main") :]


def alternates(html: str) -> list[str]:
    return re.findall(r'<link rel="alternate" hreflang="([^"]+)"', html)


def queries(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


def test_it_says_how_to_cite_it(client: Client) -> None:
    case = PublishedCaseFactory()

    html = page(client, case)

    assert f"/en/cases/{case.number}/?version=1" in html
    assert re.search(r'id="cite-gbt7714">[^<]*\[EB/OL\]', html)
    assert re.search(r'id="cite-apa">[^<]*Retrieved', html)
    for style in ("bibtex", "ris", "csl-json"):
        assert f'/citation/?style={style}&amp;language=en"' in html


def test_it_tells_who_follows_an_old_citation(client: Client) -> None:
    case = actions.settle_edit(PublishedCaseFactory())
    notice = "You followed a citation of version 1."

    answer = client.get(f"/en/cases/{case.number}/?version=1", follow=True)
    assert notice in answer.content.decode()
    for version in (str(case.edition), "99", "x", "-1", "²", "9" * 40, ""):
        answer = client.get(address(case, "en"), {"version": version})
        assert answer.status_code == 200
        assert "You followed a citation" not in answer.content.decode()


def test_it_leads_to_related_cases_and_says_why(client: Client) -> None:
    theme = ThemeFactory(name_en="Mangroves")
    case = PublishedCaseFactory(themes=[theme])
    other = PublishedCaseFactory(themes=[theme])

    text = page(client, case)

    assert f'href="{address(other, "en")}"' in text
    assert "Same theme Mangroves" in words(text)


def test_it_offers_only_the_views_there_are(client: Client) -> None:
    both, chinese = PublishedCaseFactory(), PublishedCaseFactory(languages=[languages.CHINESE])

    for view in (".pdf", "/print/", "/side-by-side/"):
        assert f'"/en/cases/{both.number}{view}"' in page(client, both)
        assert f'"/en/cases/{chinese.number}{view}"' not in page(client, chinese)
    assert f'"/zh-hans/cases/{chinese.number}.pdf"' in page(client, chinese, "zh-hans")


def test_an_error_can_be_reported_by_mail(client: Client, settings: Any) -> None:
    case = PublishedCaseFactory()

    assert f'href="mailto:{settings.CONTACT_EMAIL}?subject=' in page(client, case)
