"""What strangers entered for an address blocks nobody: only a confirmed registration is the one."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("events", "0010_minors_per_adult"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="registration",
            name="events_registration_one_active",
        ),
        migrations.AddConstraint(
            model_name="registration",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    models.Q(
                        ("status__in", ["cancelled", "expired", "rejected", "unverified"]),
                        _negated=True,
                    ),
                    models.Q(("email", ""), _negated=True),
                ),
                fields=("event", "email"),
                name="events_registration_one_active",
                violation_error_message="This address is registered already.",
            ),
        ),
    ]
