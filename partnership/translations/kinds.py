"""The kind of message about translations."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from partnership.accounts import links
from partnership.accounts.models import User
from partnership.notifications.registry import Context, Kind, register
from partnership.translations.models import TranslatedObject


def _sample(person: User) -> Context:
    example = TranslatedObject(title_zh_hans="文本示例", title_en="Example of a text", kind="–")
    things = list(TranslatedObject.objects.most_urgent_first()[:2]) or [example]
    return {
        "person": person,
        "things": things,
        "count": len(things),
        "due_on": timezone.localdate(),
        "link": links.absolute("portal:desk", person.language),
    }


register(Kind("translations.assigned", _("Texts to translate"), _sample))
