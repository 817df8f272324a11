"""Messages as the secretariat writes them."""

import factory

from partnership.notifications.models import GroupMessage


class GroupMessageFactory(factory.django.DjangoModelFactory):
    """A draft to everyone."""

    class Meta:
        model = GroupMessage

    group = "everyone"
    subject_zh_hans = "平台维护"
    subject_en = "Maintenance"
    text_zh_hans = "周六维护。"
    text_en = "On Saturday."
