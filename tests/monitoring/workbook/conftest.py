"""The transect of the city Nguyen hands surveys in for, and one of another city."""

import pytest

from monitoring.models import SamplingUnit
from partnership.accounts.models import User
from tests.factories.monitoring import SamplingUnitFactory, SurveySiteFactory, form_list
from tests.factories.submissions import speaking


@pytest.fixture
def unit(nguyen: User) -> SamplingUnit:
    form_list()
    SamplingUnitFactory(site__code="CN_XIA_002")
    site = SurveySiteFactory(code="CN_XIA_001", organisation=speaking(nguyen).organisation)
    return SamplingUnitFactory(site=site)
