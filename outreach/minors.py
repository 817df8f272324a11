"""How many minors came with groups, as far as that can be said: at the door heads are counted, not
ages, so it is how many were booked, and never more than came."""

from typing import Final

from django.db.models import F, IntegerField
from django.db.models.functions import Least

# Of registrations `with_heads`.
MINORS: Final = Least(F("young_people") + F("children"), F("heads"), output_field=IntegerField())
