"""A figure or a sum refers to a source of its own case, never of another.

Django has no foreign key of two columns; the database has. It is deferred to the end of the
transaction, like Django's own.
"""

from django.db import migrations

TABLES = ("cases_indicatorrow", "cases_moneyrow")

ADD = """
ALTER TABLE {table} ADD CONSTRAINT {table}_source_of_same_case
    FOREIGN KEY (case_id, source_id) REFERENCES cases_casesource (case_id, id)
    DEFERRABLE INITIALLY DEFERRED
"""
REMOVE = "ALTER TABLE {table} DROP CONSTRAINT {table}_source_of_same_case"


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_initial")]

    operations = [
        migrations.RunSQL(ADD.format(table=table), REMOVE.format(table=table)) for table in TABLES
    ]
