"""An event: a roundtable dialogue, a training, a beach clean-up."""

import uuid
from datetime import datetime
from typing import ClassVar, Final

from django.core.validators import MinValueValidator, URLValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core.constraints import filled, in_some_language, one_of
from partnership.core.models import Publication, TimeStamped
from partnership.events.choices import CALLED_OFF, Format, Kind, Mode, Status, as_shown
from partnership.events.querysets import EventQuerySet
from partnership.events.zones import BEIJING, ZONES

RESERVED: Final = frozenset({"calendar", "mine", "link"})  # pages beside those of events


class Event(TimeStamped, Publication):
    """The one row a programme's details, seats, registrations and calendar entries hang on.

    Whoever decides about a seat locks this row first. What registration is like at a moment
    (`phases.phase`) is worked out and never stored. `sequence` counts what calendars must hear
    of: a moved, called off or announced again event; `announced` is the time and place they were
    told last. `version` refuses the later of two editors.
    Times are kept in UTC and shown in `timezone`.
    """

    uid = models.UUIDField(
        _("number in calendars"), default=uuid.uuid4, unique=True, editable=False
    )
    kind = models.CharField(pgettext_lazy("event", "kind"), max_length=10, choices=Kind.choices)
    slug = models.SlugField(_("short name in the address"), max_length=120, unique=True)
    status = models.CharField(
        pgettext_lazy("event", "status"),
        max_length=10,
        choices=Status.choices,
        default=Status.DRAFT,
        editable=False,
    )
    status_changed_at = models.DateTimeField(_("status changed"), null=True, editable=False)
    sequence = models.PositiveIntegerField(_("edition in calendars"), default=0, editable=False)
    announced = models.JSONField(
        _("time and place people were told"), default=dict, blank=True, editable=False
    )
    version = models.PositiveIntegerField(_("version"), default=1, editable=False)
    is_demo = models.BooleanField(
        _("demo data"),
        default=False,
        help_text=_("Shown with a visible mark until the secretariat confirms the event."),
    )

    title = models.CharField(_("title"), max_length=200, blank=True)
    summary = models.CharField(
        _("summary"),
        max_length=400,
        blank=True,
        help_text=_("One or two sentences: what it is about and for whom."),
    )
    description = models.TextField(_("description"), blank=True)
    practical_notes = models.TextField(
        _("practical notes"),
        blank=True,
        help_text=_("How to get there, what to bring, what is paid for."),
    )
    public_reason = models.CharField(
        _("reason of the postponement or cancellation"), max_length=400, blank=True, editable=False
    )

    starts_at = models.DateTimeField(pgettext_lazy("event", "starts"))
    ends_at = models.DateTimeField(pgettext_lazy("event", "ends"))
    is_all_day = models.BooleanField(_("all day"), default=False)
    timezone = models.CharField(
        _("time zone"), max_length=40, choices=list(ZONES.items()), default=BEIJING
    )
    format = models.CharField(
        pgettext_lazy("event", "format"),
        max_length=10,
        choices=Format.choices,
        default=Format.ONSITE,
    )
    join_url = models.URLField(
        _("link to join online"),
        blank=True,
        validators=[URLValidator(schemes=["https"])],
        help_text=_("Only people with a confirmed seat see it."),
    )
    place = models.ForeignKey(
        "reference.Place",
        models.PROTECT,
        verbose_name=_("place"),
        related_name="events",
        null=True,
        blank=True,
    )
    venue = models.CharField(_("venue"), max_length=200, blank=True)
    latitude = models.DecimalField(
        _("latitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        help_text=_("WGS 84, degrees. Chinese web maps shift points."),
    )
    longitude = models.DecimalField(
        _("longitude"), max_digits=8, decimal_places=5, null=True, blank=True
    )
    host = models.ForeignKey(
        "partnership.Organisation",
        models.PROTECT,
        verbose_name=_("host organisation"),
        related_name="hosted_events",
        null=True,
        blank=True,
    )
    themes = models.ManyToManyField(
        "reference.Theme", related_name="events", blank=True, verbose_name=_("themes")
    )

    mode = models.CharField(
        _("who may register"), max_length=20, choices=Mode.choices, default=Mode.OPEN
    )
    registration_opens_at = models.DateTimeField(
        _("registration opens"),
        null=True,
        blank=True,
        help_text=_("Empty: registration does not open."),
    )
    registration_closes_at = models.DateTimeField(
        _("registration closes"), null=True, blank=True, help_text=_("Empty: with the beginning.")
    )
    cancel_until = models.DateTimeField(
        _("people may cancel until"),
        null=True,
        blank=True,
        help_text=_("Empty: until the beginning."),
    )
    capacity = models.PositiveIntegerField(
        _("seats"), null=True, blank=True, help_text=_("Empty: as many as come.")
    )
    waitlist_capacity = models.PositiveIntegerField(
        _("places on the waiting list"), default=0, help_text=_("0: there is no waiting list.")
    )
    offer_hours = models.PositiveSmallIntegerField(
        _("hours to accept an offered seat"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("Empty: whoever is next on the waiting list gets a seat without being asked."),
    )
    max_group_size = models.PositiveSmallIntegerField(
        _("people in one registration, at most"), default=1, validators=[MinValueValidator(1)]
    )
    minors_per_adult = models.PositiveSmallIntegerField(
        _("children and young people for each adult, at most"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("Where groups bring minors. Empty: it is left to their leaders."),
    )
    min_participants = models.PositiveSmallIntegerField(
        _("people needed"), null=True, blank=True, help_text=_("For the secretariat to watch.")
    )

    public_reason_zh_hans: str  # this column is modeltranslation's

    objects: ClassVar = EventQuerySet.as_manager()

    class Meta(Publication.Meta):
        abstract = False
        verbose_name = _("event")
        verbose_name_plural = _("events")
        constraints = [
            *Publication.Meta.constraints,
            one_of("kind", Kind, name="events_event_kind_known"),
            one_of("status", Status, name="events_event_status_known"),
            one_of("format", Format, name="events_event_format_known"),
            one_of("mode", Mode, name="events_event_mode_known"),
            in_some_language("title", name="events_event_titled"),
            models.CheckConstraint(
                name="events_event_slug_free",
                condition=~Q(slug__in=sorted(RESERVED)),
                violation_error_message=_("The portal uses this address itself. Choose another."),
            ),
            models.CheckConstraint(
                name="events_event_ends_after_it_starts",
                condition=Q(ends_at__gt=F("starts_at")),
                violation_error_message=_("The end comes after the beginning."),
            ),
            models.CheckConstraint(
                name="events_event_registration_in_order",
                condition=Q(registration_opens_at__isnull=True)
                | Q(registration_closes_at__isnull=True)
                | Q(registration_closes_at__gt=F("registration_opens_at")),
                violation_error_message=_("Registration closes after it opens."),
            ),
            models.CheckConstraint(
                name="events_event_draft_is_not_public",
                condition=Q(status=Status.DRAFT, public_since__isnull=True)
                | ~Q(status=Status.DRAFT),
            ),
            models.CheckConstraint(
                name="events_event_announced_is_public",
                condition=~Q(status=Status.PUBLISHED) | Q(public_since__isnull=False),
            ),
            models.CheckConstraint(
                name="events_event_public_has_short_texts",
                condition=Q(public_since__isnull=True)
                | filled("title_zh_hans", "summary_zh_hans", "title_en", "summary_en"),
                violation_error_message=_(
                    "A public event needs title and summary in both languages."
                ),
            ),
            models.CheckConstraint(
                name="events_event_called_off_says_why",
                condition=~Q(status__in=sorted(CALLED_OFF))
                | filled("public_reason_zh_hans", "public_reason_en"),
            ),
            models.CheckConstraint(
                name="events_event_group_size_positive", condition=Q(max_group_size__gte=1)
            ),
            models.CheckConstraint(
                name="events_event_minors_have_adults",
                condition=Q(minors_per_adult__isnull=True) | Q(minors_per_adult__gte=1),
            ),
            models.CheckConstraint(
                name="events_event_offer_lasts",
                condition=Q(offer_hours__isnull=True) | Q(offer_hours__gte=1),
            ),
        ]
        indexes = [
            *Publication.Meta.indexes,
            models.Index(
                fields=["starts_at", "id"],
                name="events_event_by_date",
                condition=Q(public_since__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.slug

    @property
    def shown_status(self) -> Status:
        """The status as its readers know it."""
        return as_shown(self.status, self.public_reason_zh_hans)

    @property
    def was_called_off(self) -> bool:
        """Postponed or cancelled, whatever came after."""
        return self.shown_status in CALLED_OFF

    @property
    def registration_ends_at(self) -> datetime:
        """The first moment at which nobody can register any more."""
        closes = self.registration_closes_at
        return min(closes, self.starts_at) if closes else self.starts_at

    @property
    def last_cancellation_at(self) -> datetime:
        """The first moment at which people can no longer cancel by themselves."""
        until = self.cancel_until
        return min(until, self.starts_at) if until else self.starts_at

    def may_be_cancelled_at(self, now: datetime) -> bool:
        """Tell whether people can cancel by themselves. What is postponed has no beginning yet that
        anybody could be late for."""
        return self.status == Status.POSTPONED or now < self.last_cancellation_at

    def is_to_begin_at(self, now: datetime) -> bool:
        """Tell whether it has not begun; what is postponed has not."""
        return self.status == Status.POSTPONED or now < self.starts_at
