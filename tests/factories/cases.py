"""Cases for tests. A draft is the smallest valid one in both languages; a public one went through
the real action."""

from typing import Any

import factory
from factory.django import DjangoModelFactory

from cases import actions
from cases.choices import HierarchyStep, Instrument, Phase, Scale, SourceType, WasteStream
from cases.models import (
    BuildingBlock,
    Case,
    CasePartner,
    CasePicture,
    CasePlace,
    CaseSource,
    IndicatorRow,
    MoneyRow,
)
from partnership.accounts.choices import Role
from partnership.accounts.models import User
from tests.factories.files import PictureFactory
from tests.factories.reference import CityFactory, ThemeFactory

PUBLISHER = User(pk=0, name="Publisher", roles=[Role.SECRETARIAT, Role.PUBLISHER])


def case_number(number: int) -> str:
    return f"CN-AS-2026-{number:03d}"


class CaseFactory(DjangoModelFactory):
    """A draft."""

    class Meta:
        model = Case
        skip_postgeneration_save = True

    number = factory.Sequence(lambda n: case_number(n + 1))
    title_zh_hans = factory.Sequence(lambda n: f"海滩行动{n}")
    title_en = factory.Sequence(lambda n: f"Beach action {n}")

    @factory.post_generation
    def themes(self, create: bool, extracted: list[Any] | None, **_options: Any) -> None:
        if extracted:
            self.themes.set(extracted)


class CasePlaceFactory(DjangoModelFactory):
    class Meta:
        model = CasePlace

    place = factory.SubFactory(CityFactory)


class SourceFactory(DjangoModelFactory):
    class Meta:
        model = CaseSource

    key = "s1"
    type = SourceType.WEBPAGE
    title = "A page"
    language = "en"
    grade = "B"


class BlockFactory(DjangoModelFactory):
    class Meta:
        model = BuildingBlock

    title_zh_hans = "举措"
    title_en = "Measure"
    done_zh_hans = "做了什么。"
    done_en = "What was done."


class IndicatorFactory(DjangoModelFactory):
    """A complete figure with a source of its case."""

    class Meta:
        model = IndicatorRow

    name_zh_hans = "清理量"
    name_en = "Litter removed"
    value = 12
    unit_zh_hans = "吨"
    unit_en = "t"
    as_of = "2025"
    period_zh_hans = "2025年全年"
    period_en = "Calendar year 2025"
    definition_zh_hans = "全部垃圾"
    definition_en = "All litter"
    grade = "B"


class MoneyFactory(DjangoModelFactory):
    class Meta:
        model = MoneyRow

    kind = "investment"
    amount = 100
    currency = "CNY"
    funding = "public"


class PartnerFactory(DjangoModelFactory):
    class Meta:
        model = CasePartner

    name_zh_hans = "伙伴"
    name_en = "Partner"
    role = "funder"


class ReadyCaseFactory(CaseFactory):
    """A draft to which nothing is missing for publication, with one row where one is needed."""

    slug_zh_hans = factory.LazyAttribute(lambda case: f"海滩{case.number[6:]}")
    slug_en = factory.LazyAttribute(lambda case: f"beach{case.number[5:]}")
    short_title_zh_hans = "海滩"
    short_title_en = "Beach"
    summary_zh_hans = "摘要。"
    summary_en = "Summary."
    background_zh_hans = "背景。"
    background_en = "Background."
    results_zh_hans = "成效。"
    results_en = "Results."
    started = "2020"
    hierarchy_step = HierarchyStep.CLEANUP
    waste_streams = factory.LazyFunction(lambda: [WasteStream.MIXED])
    instruments = factory.LazyFunction(lambda: [Instrument.ORGANISATION])
    scale = Scale.CITY
    phase = Phase.PILOT

    source = factory.RelatedFactory(SourceFactory, "case")
    block = factory.RelatedFactory(BlockFactory, "case")

    @factory.post_generation
    def themes(self, create: bool, extracted: list[Any] | None, **_options: Any) -> None:
        self.themes.set(extracted or [ThemeFactory()])

    @factory.post_generation
    def place(self, create: bool, extracted: Any, **_options: Any) -> None:
        CasePlaceFactory(case=self, **({"place": extracted} if extracted else {}))


class PublishedCaseFactory(ReadyCaseFactory):
    """Public in both languages, or in those named by `languages`."""

    @factory.post_generation
    def languages(self, create: bool, extracted: list[str] | None, **_options: Any) -> None:
        for language in extracted or ["zh-hans", "en"]:
            actions.publish_case(self, language, by=PUBLISHER)
        self.refresh_from_db()


class CasePictureFactory(DjangoModelFactory):
    """The lead picture, with all its rights."""

    class Meta:
        model = CasePicture

    picture = factory.SubFactory(PictureFactory)
    caption_zh_hans = "清理前的海滩"
    caption_en = "The beach before the clean-up"
