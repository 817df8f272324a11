"""Words that translations have to use, and the short forms that will do for them."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("search", "0004_everything_in_one_row")]

    operations = [
        migrations.AddField(
            model_name="concept",
            name="short_forms",
            field=models.CharField(
                blank=True,
                db_default="",
                help_text=(
                    "Words that will do in a translation where a binding word is meant, such as "
                    "“clean-up” for “beach clean-up”; in either language, with | between them. "
                    "Nothing is found by them."
                ),
                max_length=200,
                verbose_name="short forms",
            ),
        ),
        migrations.AddField(
            model_name="term",
            name="is_binding",
            field=models.BooleanField(
                db_default=False,
                default=False,
                help_text="Translations of this word use a binding word of the other language.",
                verbose_name="binding",
            ),
        ),
    ]
