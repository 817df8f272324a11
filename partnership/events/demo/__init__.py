"""Events that come with the portal as demo data, and invented people who registered for them.

Each programme keeps its files, one YAML for an event, in its own `data/demo/`; who registered stands in
`partnership/events/data/demo/registrations.yaml`. Days are counted from the day of loading.
"""

from partnership.events.demo.loading import load
from partnership.events.demo.registrations import load as register

__all__ = ["load", "register"]
