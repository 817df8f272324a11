"""Registrations as a table: one row a contact, as a partner's list or a paper form gives it.

A row without a number puts somebody on the list, by the same rule of seats as every other way. Who
is on the list already is not changed by a file, but by the buttons of the registration.
"""

from collections.abc import Collection
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from partnership.core import languages
from partnership.core.sheets.columns import (
    BETWEEN,
    Cell,
    Choice,
    Column,
    RowsColumn,
    Vocabulary,
    column_of,
    shown,
    vocabulary_of,
    yes_or_no,
)
from partnership.core.sheets.resource import SheetResource
from partnership.events import actions, contact
from partnership.events.choices import Source
from partnership.events.details import Details, Named
from partnership.events.errors import AdultsNotAsked, MoreNamesThanAdults, OnTheListAlready
from partnership.events.models import Event, GroupMember, Registration

TEXTS = ("name", "latin_name", "organisation_name", "position")
NUMBERS = ("other_adults", "young_people", "children")
MOST_SIGNS: Final = 6000  # of all names in one cell
LONGEST_NAME: Final = GroupMember._meta.get_field("name").max_length or 0


def events_to_come() -> list[tuple[int, str, str]]:
    title = languages.column("title", languages.current())
    rows = Event.objects.to_come().values_list("pk", "slug", title)
    return [(key, slug, text or slug) for key, slug, text in rows]


def _label(name: str) -> Any:
    field: Any = Registration._meta.get_field(name)
    return field.verbose_name


class AddressCell(Cell):
    """An address as it is kept: in lower case, full-width signs made plain."""

    def __init__(self) -> None:
        super().__init__(forms.EmailField())

    def clean(self, value: Any, row: Any = None, **options: Any) -> Any:
        return super().clean(contact.address(str(value or "")))


class CountCell(Cell):
    """How many; an empty cell is nobody."""

    def __init__(self) -> None:
        super().__init__(forms.IntegerField(min_value=0, max_value=999, required=False))

    def clean(self, value: Any, row: Any = None, **options: Any) -> Any:
        return super().clean(value) or 0


class EventColumn(Column):
    """The event, by its short name or its title."""

    def clean(self, row: Any, **options: Any) -> Any:
        if not str(row.get(self.column_name, "")).strip():
            raise ValueError(_("Which event? Write its short name or its title."))
        return super().clean(row, **options)


class NamesCell(Cell):
    """Names in one cell, divided by semicolons or lines."""

    def __init__(self) -> None:
        super().__init__(forms.CharField(required=False, max_length=MOST_SIGNS))

    def clean(self, value: Any, row: Any = None, **options: Any) -> Any:
        names = [contact.name(part) for part in BETWEEN.split(super().clean(value))]
        longest = next((name for name in names if len(name) > LONGEST_NAME), "")
        if longest:
            words = {"name": longest, "most": LONGEST_NAME}
            raise ValueError(_("“%(name)s” is longer than %(most)d characters.") % words)
        return [name for name in names if name]

    def render(self, value: Any, obj: Any = None, **options: Any) -> str:
        return ("；" if languages.current() == languages.CHINESE else "; ").join(value or ())


class MembersColumn(RowsColumn):
    """The other adults by name; they are stored with the registration."""

    def stored(self, instance: Any) -> list[str]:
        return [member.name for member in instance.members.all()] if instance.pk else []


class AgreementColumn(Column):
    """Whether somebody agrees, or others for them; kept as the moment it was said."""

    def __init__(self, name: str, moment: str, heading: Any, rule: Any) -> None:
        super().__init__(name, heading, Choice(yes_or_no(), empty=False), rule)
        self.moment = moment

    def get_value(self, instance: Any, **options: Any) -> Any:
        return getattr(instance, self.moment) is not None

    def save(self, instance: Any, row: Any, is_m2m: bool = False, **options: Any) -> None:
        setattr(instance, self.moment, timezone.now() if self.clean(row) else None)


class RegistrationSheet(SheetResource):
    """The table of registrations; consent is asked for by whoever fills it in."""

    key = "uid"
    numbers_itself = True
    has_versions = False

    def make_columns(self) -> list[Column]:
        return [
            shown(Registration, "uid", _("leave it empty for somebody new")),
            EventColumn(
                "event_id",
                _("event"),
                Choice(Vocabulary(events_to_come)),
                _("short name or title of an event to come"),
            ),
            *(column_of(Registration, name) for name in TEXTS),
            Column("email", _("e-mail"), AddressCell()),
            Column(
                "language",
                _("language"),
                Choice(vocabulary_of(languages.NAMES.items()), empty=languages.CHINESE),
            ),
            column_of(Registration, "group_name"),
            *(Column(name, _label(name), CountCell()) for name in NUMBERS),
            MembersColumn(
                "members",
                _("names of the other adults"),
                NamesCell(),
                _("with ; between them, if they want a badge or a certificate; no child's name"),
            ),
            AgreementColumn(
                "members_agree",
                "members_agreed_at",
                _("the other adults agree"),
                _("yes, where other adults are named: with their own consent only"),
            ),
            AgreementColumn(
                "guardians_agree",
                "guardians_agreed_at",
                _("guardians agree"),
                _("yes, where the group brings children"),
            ),
        ]

    def find(self, key: str) -> models.Model | None:
        try:
            return Registration.objects.filter(uid=key).first()
        except ValidationError:
            return None

    def make(self, key: str) -> models.Model:
        return Registration(language=languages.CHINESE)

    def called(self, instance: Any) -> str:
        return f"{instance.name} ({instance.email})"

    def validate_instance(
        self, instance: Any, import_validation_errors: Any = None, validate_unique: bool = True
    ) -> None:
        instance.seats = 1 + sum(getattr(instance, name) for name in NUMBERS)
        errors = dict(import_validation_errors or {})
        if not instance.pk:
            errors = {**_faults_of_names(instance, errors.keys()), **errors}
        super().validate_instance(instance, errors, validate_unique)

    def store(self, instance: Any, *, by: Any, note: str, version: int | None) -> None:
        if instance.pk:
            raise OnTheListAlready
        typed = {name: getattr(instance, name) for name in (*TEXTS, *NUMBERS, "group_name")}
        details = Details(
            email=instance.email,
            language=instance.language,
            guardians_agree=instance.guardians_agreed_at is not None,
            members_agree=instance.members_agreed_at is not None,
            members=tuple(Named(name) for name in _named(instance)),
            **typed,
        )
        event = Event.objects.get(pk=instance.event_id)
        stored = actions.enter(event, details, by=by, source=Source.IMPORT)
        instance.pk = stored.pk


def _named(instance: Registration) -> list[str]:
    """Return the other adults whom the file names."""
    return list(instance.__dict__.get("typed_rows", {}).get("members", ()))


def _faults_of_names(instance: Registration, wrong: Collection[str]) -> dict[str, ValidationError]:
    """Return what is wrong with the names of others: more than there are, or without their consent.
    Cells that are `wrong` by themselves are not judged further."""
    names, faults = _named(instance), {}
    if len(names) > instance.other_adults and "other_adults" not in wrong:
        faults["members"] = ValidationError(str(MoreNamesThanAdults(most=instance.other_adults)))
    if names and not instance.members_agreed_at and "members_agree" not in wrong:
        faults["members_agree"] = ValidationError(str(AdultsNotAsked()))
    return faults
