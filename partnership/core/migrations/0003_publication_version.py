from django.db import migrations, models

from partnership.core.publication_triggers import FUNCTION, NO_FUNCTION


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0002_audit_table'),
    ]

    operations = [
        migrations.CreateModel(
            name='PublicationVersion',
            fields=[
                ('scope', models.CharField(max_length=40, primary_key=True, serialize=False, verbose_name='app')),
                ('mark', models.UUIDField(verbose_name='mark')),
            ],
            options={
                'verbose_name': 'version of public content',
                'verbose_name_plural': 'versions of public content',
            },
        ),
        migrations.RunSQL(FUNCTION, NO_FUNCTION),
    ]
