from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    name = "partnership.events"
    label = "events"
    verbose_name = _("Events")

    def ready(self) -> None:
        """Learn from the programmes' apps what they add to events of their kind, and from all apps
        above what they show with a registration, which deadlines they keep beside an event, and
        which tasks look at answers."""
        autodiscover_modules("programme", "registration_pieces", "event_deadlines", "answer_tasks")
