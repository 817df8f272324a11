"""Events say how many children and young people may come with one adult."""

import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("events", "0009_search_agenda"),
    ]

    operations = [
        migrations.AddField(
            model_name="event",
            name="minors_per_adult",
            field=models.PositiveSmallIntegerField(
                blank=True,
                help_text="Where groups bring minors. Empty: it is left to their leaders.",
                null=True,
                validators=[django.core.validators.MinValueValidator(1)],
                verbose_name="children and young people for each adult, at most",
            ),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("minors_per_adult__isnull", True),
                    ("minors_per_adult__gte", 1),
                    _connector="OR",
                ),
                name="events_event_minors_have_adults",
            ),
        ),
    ]
