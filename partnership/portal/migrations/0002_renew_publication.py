from django.db import migrations

from partnership.core.publication_triggers import renew_on_change


class Migration(migrations.Migration):

    dependencies = [
        ('portal', '0001_initial'),
        ('core', '0003_publication_version'),
        ('reference', '0001_initial'),
        ('cases', '0002_source_of_the_same_case'),
    ]

    operations = [
        renew_on_change(
            'reference',
            'reference_place',
            'reference_placealias',
            'reference_riverbasin',
            'reference_riverbasin_places',
            'reference_theme',
        ),
        renew_on_change(
            'cases',
            'cases_buildingblock',
            'cases_case',
            'cases_case_themes',
            'cases_casepartner',
            'cases_caseplace',
            'cases_casesource',
            'cases_indicatorrow',
            'cases_moneyrow',
        ),
        renew_on_change('portal', 'portal_news', 'portal_page'),
    ]
