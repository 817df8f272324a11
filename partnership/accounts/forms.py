"""The way in: allauth's forms in our words, and the person's own data."""

from typing import Any

from allauth.account import forms as account_forms
from allauth.account.adapter import get_adapter
from allauth.core import context
from allauth.mfa.base import forms as second_factor_forms
from allauth.mfa.totp import forms as totp_forms
from django import forms
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from partnership.accounts import limits, links, mail, passwords, second_factor
from partnership.accounts.models import User
from partnership.core import languages
from partnership.reference.zones import ZONES

CODE_HELP = _("Six digits from the app, or one of your recovery codes.")


def say(field: forms.Field, label: Any, **attributes: str) -> None:
    """Give an allauth field our label; a placeholder is no label and goes."""
    field.label, field.help_text = label, ""
    field.widget.attrs.pop("placeholder", None)
    field.widget.attrs.update(attributes)


class SignInForm(account_forms.LoginForm):
    """E-mail and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self.fields["login"], _("E-mail"), autocomplete="username")
        say(self.fields["password"], _("Password"))


class NewPasswordRequestForm(account_forms.ResetPasswordForm):
    """Asks for a link to set a new password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self.fields["email"], _("E-mail"))

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        """Do the same work for an address without an account, and send nothing."""
        if not self.users:
            nobody = User(pk=0, email=self.cleaned_data["email"], language=get_language())
            mail.rehearse("new_password", nobody, link=links.of_nobody(nobody.language))
        return super().save(request, **kwargs)


class NewPasswordForm(account_forms.ResetPasswordKeyForm):
    """Sets a password by a link from a mail."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _name_new_passwords(self)


class PasswordChangeForm(account_forms.ChangePasswordForm):
    """Sets a password knowing the present one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self.fields["oldpassword"], _("Present password"))
        _name_new_passwords(self)

    def clean_oldpassword(self) -> str:
        """Ask as at sign-in, so that guessing in a borrowed session is counted too."""
        password = self.cleaned_data["oldpassword"]
        if not get_adapter().reauthenticate(self.user, password):
            raise get_adapter().validation_error("enter_current_password")
        return password


class ReauthenticateForm(account_forms.ReauthenticateForm):
    """Asks for the password before something sensitive."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self.fields["password"], _("Password"))


class CountedCode(second_factor_forms.BaseAuthenticateForm):
    """A code from the app: wrong ones count like wrong passwords, right ones count once."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self.fields["code"], _("Code"), inputmode="numeric", autocomplete="one-time-code")
        self.fields["code"].help_text = CODE_HELP

    def clean_code(self) -> str:
        if limits.is_closed(context.request, self.user):
            raise get_adapter().validation_error("too_many_login_attempts")
        try:
            code = super().clean_code()
        except forms.ValidationError:
            limits.count_failure(context.request, self.user)
            raise
        if not second_factor.spend_code(self.authenticator):
            raise forms.ValidationError(
                _("This code was already used. Wait for the next one."), code="used_code"
            )
        return code


class SecondFactorForm(CountedCode, second_factor_forms.AuthenticateForm):
    """The second step of signing in."""


class SecondFactorAgainForm(CountedCode, second_factor_forms.ReauthenticateForm):
    """The code again, before something sensitive."""


class SecondFactorSetUpForm(totp_forms.ActivateTOTPForm):
    """The first code of a newly connected app."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self.fields["code"], _("Code"), inputmode="numeric", autocomplete="one-time-code")
        self.fields["code"].help_text = _("The six digits the app shows now.")


class LanguageSelect(forms.Select):
    """Each language under its own name, marked as such for screen readers."""

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option: dict[str, Any] = super().create_option(name, value, *args, **kwargs)
        if value in languages.LANGUAGES:
            option["attrs"]["lang"] = languages.tag(value)
        return option


class ProfileForm(forms.ModelForm):
    """Name, language and time zone, by the person themselves; saved by the action `change_profile`."""

    class Meta:
        model = User
        fields = ["name", "latin_name", "language", "time_zone"]
        widgets = {"language": LanguageSelect}
        help_texts = {
            "name": _("As you write it yourself."),
            "language": _("In which the portal writes to you."),
            "time_zone": _("Times of events are shown in it beside the time of the place."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].required = True
        self.fields["name"].widget.attrs["autocomplete"] = "name"
        zones: Any = self.fields["time_zone"]
        zones.choices = [("", _("None: the distance from UTC is enough")), *ZONES.items()]


def _name_new_passwords(form: forms.Form) -> None:
    say(form.fields["password1"], _("New password"))
    form.fields["password1"].help_text = " ".join(passwords.rules())
    say(form.fields["password2"], _("New password again"))
