"""The small forms around a submission; the fields of the submission itself are its sheet's."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from partnership.core import languages
from partnership.review.choices import Recommendation


def words(label: Any, *, rows: int = 3, required: bool = True, hint: Any = "") -> forms.CharField:
    """Return a field for a few sentences."""
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(
        label=label, widget=widget, required=required, help_text=hint, max_length=4000
    )


class BeginForm(forms.Form):
    """In which language the text is written, the other one is its translation; and what the
    subject asks."""

    language = forms.ChoiceField(
        label=_("In which language do you write?"),
        choices=[
            (code, format_html('<span lang="{}">{}</span>', languages.tag(code), name))
            for code, name in settings.LANGUAGES
        ],
        widget=forms.RadioSelect,
        initial=languages.current,
        help_text=_(
            "The pages around the form stay in the language you read. The secretariat has the text "
            "translated after it is accepted."
        ),
    )

    def __init__(self, *args: Any, questions: dict[str, forms.Field], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields |= questions


class SubmitForm(forms.Form):
    revision = forms.IntegerField(widget=forms.HiddenInput)
    note = words(_("Note to the secretariat"), required=False)


class ReasonForm(forms.Form):
    reason = words(_("Reason"), hint=_("Both sides read it; it stays with the submission."))


class CommentForm(forms.Form):
    path = forms.CharField(widget=forms.HiddenInput, max_length=100)
    text = words(_("Comment"), rows=2)


class AnswerForm(forms.Form):
    answer = words(_("Answer"), rows=2)


class RecommendForm(forms.Form):
    recommendation = forms.ChoiceField(
        label=_("Recommendation"), choices=Recommendation.choices, widget=forms.RadioSelect
    )
    remark = words(
        _("Remark"),
        required=False,
        hint=_("For the secretariat alone. Needed unless you advise to accept it as it is."),
    )


class EndorseForm(forms.Form):
    """Agree, or return with a reason. It carries the number of the version that was read."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    remark = words(
        _("Remark"), required=False, hint=_("Needed when you return it; the author reads it.")
    )

    def show_again(self, version: int) -> None:
        """Stand beside `version`, which the page shows now."""
        self.data = {**dict(self.data.items()), "version": version}
