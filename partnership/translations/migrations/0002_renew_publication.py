from django.db import migrations

from partnership.core.publication_triggers import AWAKE, FIRST_MARK, NAME

SCOPE = "translations"
TABLE = "translations_translatedobject"


class Migration(migrations.Migration):
    """Public pages tell that their source has changed. They are renewed when that begins or ends,
    not whenever a count changes."""

    dependencies = [
        ("translations", "0001_states"),
        ("core", "0004_snippets"),
    ]

    operations = [
        migrations.RunSQL(
            sql=[
                FIRST_MARK.format(scope=SCOPE),
                f"CREATE CONSTRAINT TRIGGER {NAME} AFTER UPDATE OF behind_since ON {TABLE} "
                f"DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ({AWAKE} "
                "AND OLD.behind_since IS DISTINCT FROM NEW.behind_since) "
                f"EXECUTE FUNCTION core_renew_publication('{SCOPE}');",
            ],
            reverse_sql=[f"DROP TRIGGER {NAME} ON {TABLE};"],
        ),
    ]
