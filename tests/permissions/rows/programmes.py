"""The programmes' section pages, and what they add to events in the admin."""

from partnership.events.choices import Kind
from tests.factories.events import EventFactory, RegistrationFactory
from tests.factories.programmes import CampaignFactory, TrainingFactory
from tests.permissions.admin_rows import admin_rows, deed
from tests.permissions.rows.admin_events import EDITORS, WATCHERS, one
from tests.permissions.table import STAFF, Meets, Row, World, everyone


def furnish(world: World) -> None:
    """Hold a training with a test and one participant."""
    event = EventFactory(published=True, kind=Kind.TRAINING)
    RegistrationFactory(event=event)
    TrainingFactory(event=event)
    world.things |= {"training_event": event, "campaign": CampaignFactory()}


ROWS = [
    *(
        Row(f"{section}:home", everyone(Meets.SHOWN), everyone(Meets.NO_SUCH_METHOD))
        for section in ("roundtables", "monitoring", "outreach")
    ),
    *admin_rows("outreach.campaign", one("campaign"), view=WATCHERS, change=EDITORS),
    deed(
        "events.event",
        "scores",
        one("training_event"),
        may=EDITORS,
        see=STAFF,
        posted=Meets.DONE,
    ),
]
