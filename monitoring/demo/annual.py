"""Annual reports of two demo cities on their demo surveys, marked as what they are."""

from typing import Final

from monitoring.actions import keep_annual, make_report
from monitoring.demo.surveys import YEARS
from monitoring.models import AnnualReport, Survey
from partnership.core import languages
from partnership.reference.models import Place

TEXTS: Final = {
    "cn-xiamen": (
        languages.CHINESE,
        {
            "title": "海滩垃圾监测年度报告（演示）",
            "summary": "本报告为演示内容，用于说明城市如何围绕监测结果撰写年度报告，不反映任何城市的真实情况，不得引用。",
            "done": "演示城市全年按四个季度开展海滩垃圾调查。\n每次调查后，结果向社区和学校公布。",
            "reading": "演示数据显示，夏秋季垃圾数量高于冬春季。\n下文各项数字均由门户计算，未经人工改动。",
            "difficulties": "一处监测点位因施工一度无法进入，相关调查推迟。",
            "plans": "下一年度继续按季度调查，并在第一季度增加一处监测点位。",
        },
    ),
    "vn-da-nang": (
        languages.ENGLISH,
        {
            "title": "Beach litter of the year (demo)",
            "summary": "This report is demo content. It shows how a city writes around the results of "
            "its surveys, says nothing about any real city, and is not to be quoted.",
            "done": "The demo city surveyed its beaches in all four seasons.\nAfter each survey the "
            "results were shown to communities and schools.",
            "reading": "In the demo data, more litter is found from July to December than in the "
            "months before.\nAll figures below are computed by the portal.",
            "difficulties": "",
            "plans": "The surveys go on in every season. A further site is added in the first quarter.",
        },
    ),
}


def load() -> int:
    """Write the reports where there are none, and no real surveys that would enter them."""
    if AnnualReport.objects.exists() or Survey.objects.filter(is_demo=False).exists():
        return 0
    places = Place.objects.filter(code__in=TEXTS).order_by("code")
    for place in places:
        language, texts = TEXTS[place.code]
        computed = make_report(place, YEARS[-1], YEARS[-1], by=None)
        keep_annual(computed, texts, language, entry=None, by=None)
    return len(places)
