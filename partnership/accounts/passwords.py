"""What a password has to be like, by one of two profiles that contradict each other.

`mlps`: the Chinese graded protection scheme (GB/T 22239-2019) asks for complexity and periodic
change. `asvs`: the OWASP standard asks for length and forbids both. PASSWORD_PROFILE chooses. In
both, common passwords, one's own data and the programme's own words are refused.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from django.conf import settings
from django.contrib.auth.hashers import check_password
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partnership.accounts.models import FormerPassword, User


@dataclass(frozen=True, slots=True)
class Profile:
    """`classes`: how many of small letters, capitals, digits and other characters are needed."""

    shortest: int
    classes: int = 1
    oldest: timedelta | None = None
    not_among_last: int = 0


PROFILES: Final = {
    "mlps": Profile(shortest=12, classes=3, oldest=timedelta(days=90), not_among_last=5),
    "asvs": Profile(shortest=15),
}

# Words everybody would try here; in pinyin, too.
OWN_WORDS: Final = frozenset(
    [
        "marine",
        "ocean",
        "sea",
        "plastic",
        "litter",
        "waste",
        "microplastics",
        "reduction",
        "reduce",
        "partnership",
        "portal",
        "asean",
        "china",
        "beijing",
        "feco",
        "caec",
        "lmec",
        "secretariat",
        "admin",
        "password",
        "welcome",
        "letmein",
        "login",
        "haiyang",
        "hai",
        "suliao",
        "laji",
        "jiansu",
        "jinghai",
        "jingtan",
        "weisuliao",
        "huoban",
        "guanxi",
        "zhongguo",
        "dongmeng",
        "mishuchu",
        "guanliyuan",
        "mima",
        "denglu",
        "huanbao",
        "huanjing",
        "shengtai",
    ]
)


def profile() -> Profile:
    return PROFILES[settings.PASSWORD_PROFILE]


def rules() -> list[str]:
    """Return what a new password has to be like, sentence by sentence."""
    texts = (
        ProfileValidator().get_help_text(),
        _("No common password, and nothing like your name or address."),
        OwnWordsValidator().get_help_text(),
        HistoryValidator().get_help_text(),
    )
    return [text for text in texts if text]


def is_too_old(user: User) -> bool:
    """Tell whether the profile asks `user` for a new password by now."""
    oldest = profile().oldest
    return oldest is not None and timezone.now() - user.password_set_at >= oldest


class ProfileValidator:
    """Length and kinds of characters."""

    def validate(self, password: str, user: User | None = None) -> None:
        wanted = profile()
        if len(password) < wanted.shortest:
            raise ValidationError(self._length_text(wanted.shortest), code="too_short")
        if kinds_of_characters(password) < wanted.classes:
            raise ValidationError(self._classes_text(wanted.classes), code="too_simple")

    def get_help_text(self) -> str:
        wanted = profile()
        texts = [self._length_text(wanted.shortest)]
        if wanted.classes > 1:
            texts.append(self._classes_text(wanted.classes))
        return " ".join(texts)

    def _length_text(self, number: int) -> str:
        return ngettext(
            "At least %(number)d character.", "At least %(number)d characters.", number
        ) % {"number": number}

    def _classes_text(self, number: int) -> str:
        text = _("At least %(number)d of these: small letters, capitals, digits, other characters.")
        return text % {"number": number}


class OwnWordsValidator:
    """Not made of the programme's words alone, whatever digits stand between them."""

    def validate(self, password: str, user: User | None = None) -> None:
        letters = "".join(char for char in password.lower() if char.isalpha())
        if letters and is_made_of(letters, OWN_WORDS):
            raise ValidationError(self.get_help_text(), code="own_words")

    def get_help_text(self) -> str:
        return _("Not only words that everybody would try on this portal.")


class HistoryValidator:
    """None of the last ones; Django calls `password_changed` after a new one is stored."""

    def validate(self, password: str, user: User | None = None) -> None:
        count = profile().not_among_last
        if count and user is not None and user.pk:
            former = FormerPassword.objects.latest_of(user, count)
            if any(check_password(password, entry.password) for entry in former):
                raise ValidationError(self.get_help_text(), code="used_before")

    def password_changed(self, password: str, user: User | None = None) -> None:
        if user is not None and user.has_usable_password():
            FormerPassword.objects.remember(user, profile().not_among_last)

    def get_help_text(self) -> str:
        count = profile().not_among_last
        return _("None of your last %(count)d passwords.") % {"count": count} if count else ""


def kinds_of_characters(text: str) -> int:
    """Count which of small letters, capitals, digits and other characters occur."""
    kinds = (str.islower, str.isupper, str.isdigit, lambda char: not char.isalnum())
    return sum(any(kind(char) for char in text) for kind in kinds)


def is_made_of(text: str, words: frozenset[str]) -> bool:
    """Tell whether `text` is a chain of `words`; takes time in step with the length."""
    ends = {0}
    for position in range(1, len(text) + 1):
        if any(text[start:position] in words for start in ends):
            ends.add(position)
    return len(text) in ends
