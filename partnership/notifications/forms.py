"""How a person wants to be told."""

from typing import Any

from django import forms

from partnership.accounts.models import User
from partnership.notifications import actions, preferences, registry
from partnership.notifications.choices import MailChoice


class PreferencesForm(forms.Form):
    """One choice for each kind that leaves the person one."""

    def __init__(self, person: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        self.before = preferences.choices_of(person)
        for kind in registry.offered_to(person):
            self.fields[kind.key] = forms.ChoiceField(
                label=str(kind.title),
                choices=MailChoice.choices,
                initial=self.before[kind.key],
                widget=forms.RadioSelect,
            )

    def save(self) -> None:
        """Write what differs from before."""
        for key, mail in self.cleaned_data.items():
            if mail != self.before[key]:
                actions.choose(self.person, registry.get(key), MailChoice(mail))
