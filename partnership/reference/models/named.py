"""What has a name in both languages and an order in each."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from partnership.reference.sort_keys import SORT_KEYS, chinese_sort_key, english_sort_key


def named_in_both_languages(name: str) -> models.CheckConstraint:
    """Return the constraint that `name` is there in Chinese and in English, neither empty."""
    return models.CheckConstraint(
        name=name,
        condition=Q(name_zh_hans__isnull=False, name_en__isnull=False)
        & ~Q(name_zh_hans="")
        & ~Q(name_en=""),
    )


class Named(models.Model):
    """A name in both languages; saving keeps the two sort keys in step with it."""

    name = models.CharField(_("name"), max_length=120)
    sort_key_zh = models.CharField(
        _("Chinese sort key"), max_length=300, db_collation="C", editable=False
    )
    sort_key_en = models.CharField(
        _("English sort key"), max_length=300, db_collation="C", editable=False
    )

    name_zh_hans: str | None  # these two columns are modeltranslation's
    name_en: str | None

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.sort_key_zh = chinese_sort_key(self.name_zh_hans or "")
        self.sort_key_en = english_sort_key(self.name_en or "")
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], *SORT_KEYS.values()}
        super().save(*args, **kwargs)
