"""Approved maps for tests."""

import factory
from factory.django import DjangoModelFactory

from partnership.maps.models import ApprovedMap
from tests.factories.files import PictureFactory

NUMBER = "GS(2024)0650号"


class ApprovedMapFactory(DjangoModelFactory):
    class Meta:
        model = ApprovedMap

    name_zh_hans = "标准地图"
    name_en = "Standard map"
    attribution_zh_hans = "测试制图单位"
    attribution_en = "Maker of the test"
    review_number = NUMBER
    picture = factory.SubFactory(PictureFactory)
    west, east, south, north = 70, 140, 0, 55
    is_shown = True
