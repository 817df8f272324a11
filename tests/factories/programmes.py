"""What the programmes add to events, for tests: described in both languages."""

import factory
from factory.django import DjangoModelFactory

from monitoring.models import Trainer, Training
from outreach.models import Campaign, Cleanup
from partnership.events.choices import Kind
from roundtables.models import Roundtable
from tests.factories.events import EventFactory


class RoundtableFactory(DjangoModelFactory):
    """A dialogue whose event is announced."""

    class Meta:
        model = Roundtable

    event = factory.SubFactory(EventFactory, published=True, kind=Kind.DIALOGUE)
    questions_zh_hans = "谁来付费？\n怎样计量？"
    questions_en = "Who pays?\n\nHow is it measured?"
    outcome_zh_hans = "三项共识。"
    outcome_en = "Three points were agreed."
    zero_waste_zh_hans = "无废城市。"
    zero_waste_en = "The host sorts its waste."
    zero_waste_url = "https://example.org/zero-waste"


class TrainingFactory(DjangoModelFactory):
    """A training with a test of a hundred marks."""

    class Meta:
        model = Training

    event = factory.SubFactory(EventFactory, published=True, kind=Kind.TRAINING)
    topics_zh_hans = "海滩垃圾"
    topics_en = "Beach litter"
    methods_zh_hans = "断面调查"
    methods_en = "Transect survey"
    prerequisites_zh_hans = "自带电脑。"
    prerequisites_en = "Bring a computer."
    full_marks = 100


class TrainerFactory(DjangoModelFactory):
    class Meta:
        model = Trainer

    event = factory.SubFactory(EventFactory, published=True, kind=Kind.TRAINING)
    name_zh_hans = "演示教员"
    name_en = "Demo Trainer"
    about_zh_hans = "研究员"
    about_en = "Researcher"


class CampaignFactory(DjangoModelFactory):
    class Meta:
        model = Campaign

    slug = factory.Sequence(lambda n: f"campaign-{n}")
    name_zh_hans = "清洁海洋季"
    name_en = "Clean ocean season"
    summary_zh_hans = "秋季净滩。"
    summary_en = "Clean-ups in autumn."
    theme = "clean-ocean"
    starts_on = "2027-09-01"
    ends_on = "2027-10-31"


class CleanupFactory(DjangoModelFactory):
    """A clean-up of a campaign that takes groups of up to fifty."""

    class Meta:
        model = Cleanup

    event = factory.SubFactory(EventFactory, published=True, kind=Kind.CLEANUP, max_group_size=50)
    campaign = factory.SubFactory(CampaignFactory)
    beach_zh_hans = "金沙滩"
    beach_en = "Golden Beach"
    tide_note_zh_hans = "潮高0.4米"
    tide_note_en = "0.4 metres"
    equipment_zh_hans = "手套\n夹子"
    equipment_en = "Gloves\nTongs"
    safety_notes_zh_hans = "不拾针头。"
    safety_notes_en = "Leave needles alone."
