"""What the staff's list of cases shows, finds and is ordered by."""

import django.contrib.postgres.indexes
import partnership.core.snippets
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0003_title_sort_keys'),
        ('core', '0004_snippets'),
        ('reference', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='case',
            name='lacking_en',
            field=models.PositiveSmallIntegerField(editable=False, null=True, verbose_name='missing for publication in English'),
        ),
        migrations.AddField(
            model_name='case',
            name='lacking_zh_hans',
            field=models.PositiveSmallIntegerField(editable=False, null=True, verbose_name='missing for publication in Chinese'),
        ),
        migrations.AddField(
            model_name='case',
            name='warnings',
            field=models.PositiveSmallIntegerField(editable=False, null=True, verbose_name='warnings'),
        ),
        migrations.AddIndex(
            model_name='case',
            index=django.contrib.postgres.indexes.GinIndex(partnership.core.snippets.Snippets('number', 'title_zh_hans', 'title_en'), name='cases_case_found_by'),
        ),
        migrations.AddIndex(
            model_name='case',
            index=models.Index(fields=['-updated_at', '-id'], include=('published_zh_hans_at', 'published_en_at', 'public_since', 'lacking_zh_hans', 'lacking_en', 'warnings', 'last_fact_checked_on', 'next_review_due_on', 'hierarchy_step', 'evidence_grade', 'is_demo'), name='cases_case_staff_list'),
        ),
    ]
