"""What pages and news ask of the secretariat."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from partnership.core.admin.waiting import Question, register
from partnership.portal.choices import EDITORS, PUBLISHERS
from partnership.portal.models import News, Page

register(
    Question(
        title=_("News in draft"),
        advice=_("Finish them, then a publisher makes them public."),
        roles=EDITORS | PUBLISHERS,
        find=lambda: News.objects.filter(public_since__isnull=True),
        link=lambda: reverse("admin:portal_news_changelist") + "?state=draft",
        rank=60,
        deeds=("publish-zh-hans", "publish-en"),
    ),
    Question(
        title=_("News in Chinese only"),
        advice=_("Translate them, or leave them as they are."),
        roles=EDITORS,
        find=lambda: News.objects.filter(
            published_zh_hans_at__isnull=False, published_en_at__isnull=True
        ),
        link=lambda: reverse("admin:portal_news_changelist") + "?state=zh-only",
        rank=70,
        deeds=("publish-en",),
    ),
    Question(
        title=_("Pages in draft"),
        advice=_("Finish them, then a publisher makes them public."),
        roles=EDITORS | PUBLISHERS,
        find=lambda: Page.objects.filter(public_since__isnull=True),
        link=lambda: reverse("admin:portal_page_changelist") + "?state=draft",
        rank=65,
        deeds=("publish-zh-hans", "publish-en"),
    ),
)
