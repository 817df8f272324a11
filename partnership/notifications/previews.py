"""A kind's mail as somebody would get it, to look at beforehand."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from partnership.accounts.models import User
from partnership.core import mail_texts
from partnership.core.mail_texts import Written
from partnership.notifications.registry import Kind


def write(kind: Kind, person: User) -> Written:
    """Fill the kind's templates with its sample, in the person's language."""
    with translation.override(person.language):
        values = {"person": person, **kind.sample(person)}
        if kind.is_optional:
            values["choices_link"] = settings.SITE_URL + reverse("notifications:preferences")
        return mail_texts.write(kind.template, person.language, values)
