"""Countries, provinces and cities: what the database holds and what can be asked."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from partnership.accounts.models import User
from partnership.core.errors import NotAllowed
from partnership.reference.actions import add_city
from partnership.reference.choices import CountryGroup, Division, PlaceKind
from partnership.reference.models import Place, PlaceAlias, RiverBasin, Theme
from tests.factories.reference import (
    CityFactory,
    CountryFactory,
    ProvinceFactory,
    RiverBasinFactory,
    ThemeFactory,
)

pytestmark = pytest.mark.django_db

MERGER = date(2025, 7, 1)


@pytest.fixture
def viet_nam() -> Place:
    """Viet Nam with Da Nang, and Quang Nam that was merged into it."""
    country = CountryFactory(code="VN", name_zh_hans="越南", name_en="Viet Nam")
    da_nang = ProvinceFactory(
        parent=country, code="VN-DN", name_zh_hans="岘港市", name_en="Da Nang", name_local="Đà Nẵng"
    )
    ProvinceFactory(
        parent=country,
        code="VN-27",
        name_zh_hans="广南省",
        name_en="Quang Nam",
        valid_to=date(2025, 6, 30),
        successor=da_nang,
    )
    return country


def codes(places: object) -> list[str]:
    return [place.code for place in places]


def refused(place: Place, **values: object) -> bool:
    """Tell whether the database refuses these values, whatever the code in front of it says."""
    try:
        with transaction.atomic():
            Place.objects.filter(pk=place.pk).update(**values)
    except IntegrityError:
        return True
    return False


def test_it_names_the_levels_above_and_its_own() -> None:
    city = CityFactory()

    province, country = city.province, city.country
    assert (province.kind, country.kind) == (PlaceKind.PROVINCE, PlaceKind.COUNTRY)
    assert province.province == province
    assert province.country == country.country == country


def test_it_lets_a_city_lie_directly_in_a_country() -> None:
    singapore = CityFactory(parent=CountryFactory(code="SG"), code="sg-singapore")

    assert singapore.province is None
    assert singapore.country.code == "SG"


def test_it_finds_a_country_among_its_own_places() -> None:
    city = CityFactory()
    CityFactory()

    found = Place.objects.filter(country=city.country)

    assert set(codes(found)) == {city.code, city.province.code, city.country.code}


def test_it_refuses_a_parent_of_the_wrong_level() -> None:
    city = CityFactory()

    with pytest.raises(ValidationError) as refusal:
        Place(kind=PlaceKind.PROVINCE, code="AA-01", parent=city).clean()

    assert "parent" in refusal.value.message_dict


def test_it_refuses_a_position_that_cannot_be_meant() -> None:
    city = CityFactory()
    city.latitude, city.longitude = Decimal("118.082"), Decimal("24.480")

    with pytest.raises(ValidationError) as refusal:
        city.clean()

    assert "填反" in str(refusal.value.message_dict["latitude"])


@pytest.mark.parametrize(
    "values",
    [
        {"latitude": Decimal("24.480"), "longitude": Decimal("118.082")},
        {"latitude": Decimal("-90"), "longitude": Decimal("180")},
        {"latitude": None, "longitude": None},
        {"valid_from": MERGER, "valid_to": date(2025, 7, 2)},
        {"zero_waste_city_since": 2019, "zero_waste_source": "Notice 14 of 2019"},
        {"code": "my-george-town"},
    ],
)
def test_the_database_accepts_a_sound_city(values: dict[str, object]) -> None:
    assert not refused(CityFactory(), **values)


@pytest.mark.parametrize(
    "values",
    [
        {"latitude": Decimal("24.480")},
        {"longitude": Decimal("118.082")},
        {"latitude": Decimal("90.001"), "longitude": Decimal("0")},
        {"latitude": Decimal("0"), "longitude": Decimal("0")},
        {"latitude": Decimal("0"), "longitude": Decimal("-180.001")},
        {"valid_from": MERGER, "valid_to": MERGER},
        {"zero_waste_city_since": 2019},
        {"zero_waste_source": "Notice 14 of 2019"},
        {"zero_waste_city_since": 2018, "zero_waste_source": "Notice 14 of 2019"},
        {"programme_focus": True},
        {"division": Division.PROVINCE},
        {"group": CountryGroup.ASEAN},
        {"alpha3": "XXX"},
        {"least_developed_from": MERGER},
        {"code": "MY-07"},
        {"code": "my_george_town"},
        {"code_source": "iso"},
        {"parent": None},
        {"country": None},
        {"name_en": ""},
        {"name_zh_hans": None},
    ],
)
def test_the_database_refuses_an_unsound_city(values: dict[str, object]) -> None:
    assert refused(CityFactory(), **values)


@pytest.mark.parametrize(
    "values",
    [
        {"programme_focus": True},
        {"division": Division.STATE},
        {"code": "MY-07"},
        {"code_source": "own"},
    ],
)
def test_the_database_accepts_a_sound_province(values: dict[str, object]) -> None:
    assert not refused(ProvinceFactory(), **values)


@pytest.mark.parametrize(
    "values", [{"division": ""}, {"is_coastal": True}, {"code": "MY"}, {"parent": None}]
)
def test_the_database_refuses_an_unsound_province(values: dict[str, object]) -> None:
    assert refused(ProvinceFactory(), **values)


def test_the_database_refuses_a_province_that_lies_in_a_province() -> None:
    province = ProvinceFactory()

    assert refused(province, parent=ProvinceFactory())


@pytest.mark.parametrize(
    "values",
    [
        {"group": CountryGroup.ASEAN, "asean_since": date(1967, 8, 8)},
        {"least_developed_from": date(1971, 11, 18), "least_developed_until": date(2026, 11, 23)},
        {"least_developed_from": date(1971, 11, 18)},
    ],
)
def test_the_database_accepts_a_sound_country(values: dict[str, object]) -> None:
    assert not refused(CountryFactory(), **values)


@pytest.mark.parametrize(
    "values",
    [
        {"group": CountryGroup.ASEAN},
        {"asean_since": date(1967, 8, 8)},
        {"group": "europe"},
        {"alpha3": ""},
        {"numeric": "15"},
        {"least_developed_until": date(2026, 11, 23)},
        {"least_developed_from": MERGER, "least_developed_until": date(2025, 6, 30)},
        {"code": "CHN"},
        {"is_coastal": True},
    ],
)
def test_the_database_refuses_an_unsound_country(values: dict[str, object]) -> None:
    assert refused(CountryFactory(), **values)


def test_the_database_refuses_a_country_within_a_country() -> None:
    assert refused(CountryFactory(), parent=CountryFactory())


def test_the_database_refuses_a_second_place_with_the_same_code() -> None:
    city = CityFactory()

    assert refused(CityFactory(), code=city.code)


def test_the_database_lets_a_place_succeed_only_one_that_ended() -> None:
    old, new = ProvinceFactory(), ProvinceFactory()

    assert refused(old, successor=new)
    assert refused(old, successor=old, valid_to=MERGER)
    assert not refused(old, successor=new, valid_to=MERGER)


def test_it_keeps_the_sort_keys_in_step_with_the_names() -> None:
    city = CityFactory(name_zh_hans="厦门", name_en="Xiamen")
    city.name_zh_hans, city.name_en = "北海", "Beihai"

    city.save(update_fields=["name_zh_hans", "name_en"])

    city.refresh_from_db()
    assert (city.sort_key_zh, city.sort_key_en) == ("BEI HAI", "BEIHAI")


def test_it_orders_by_the_readers_alphabet() -> None:
    for zh, en in [("厦门", "Xiamen"), ("北海", "Beihai"), ("西港", "Sihanoukville")]:
        CityFactory(name_zh_hans=zh, name_en=en)

    chinese = Place.objects.cities().ordered_for("zh-hans").named("zh-hans")
    english = Place.objects.cities().ordered_for("en").named("en")

    assert [row["label"] for row in chinese] == ["北海", "西港", "厦门"]
    assert [row["label"] for row in english] == ["Beihai", "Sihanoukville", "Xiamen"]


def test_it_puts_china_and_asean_before_the_alphabet() -> None:
    CountryFactory(code="AU", position=100, name_en="Australia")
    CountryFactory(code="KH", position=21, name_en="Cambodia")
    CountryFactory(code="CN", position=10, name_en="China")

    assert codes(Place.objects.countries().ordered_for("en")) == ["CN", "KH", "AU"]


@pytest.mark.parametrize("rows", [1, 3, 50])
def test_it_names_any_number_of_places_in_one_query(
    rows: int, django_assert_num_queries: object
) -> None:
    CityFactory.create_batch(rows, parent=ProvinceFactory())

    with django_assert_num_queries(1):
        labels = [row["label"] for row in Place.objects.cities().ordered_for("en").named("en")]

    assert len(labels) == rows


@pytest.mark.parametrize(
    ("day", "expected"),
    [(date(2025, 6, 30), {"VN-DN", "VN-27"}), (MERGER, {"VN-DN"})],
)
def test_it_knows_which_provinces_exist_on_a_day(
    viet_nam: Place, day: date, expected: set[str]
) -> None:
    assert set(codes(Place.objects.provinces().valid_on(day))) == expected


def test_a_place_exists_from_its_first_day_on() -> None:
    hue = ProvinceFactory(valid_from=date(2025, 1, 1))

    assert codes(Place.objects.provinces().valid_on(date(2024, 12, 31))) == []
    assert codes(Place.objects.provinces().valid_on(date(2025, 1, 1))) == [hue.code]


@pytest.mark.parametrize("text", ["Quang Nam", "广南", "quang nam ", "VN-27"])
def test_it_finds_the_successor_under_the_old_name(viet_nam: Place, text: str) -> None:
    assert set(codes(Place.objects.matching(text))) == {"VN-27", "VN-DN"}


def test_it_finds_the_old_place_under_its_successors_name(viet_nam: Place) -> None:
    assert set(codes(Place.objects.matching("Đà Nẵng"))) == {"VN-27", "VN-DN"}


def test_it_finds_a_place_by_another_name_and_shows_its_own(viet_nam: Place) -> None:
    PlaceAlias.objects.create(place=viet_nam, language="en", text="Annam")

    assert [row["label"] for row in Place.objects.matching("annam").named("en")] == ["Viet Nam"]


def test_it_finds_nothing_under_a_name_nobody_bears(viet_nam: Place) -> None:
    assert codes(Place.objects.matching("Atlantis")) == []


def test_it_counts_provinces_in_focus_and_their_cities() -> None:
    fujian = ProvinceFactory(programme_focus=True)
    xiamen = CityFactory(parent=fujian)
    CityFactory()

    assert set(codes(Place.objects.in_focus())) == {fujian.code, xiamen.code}


def test_it_tells_coastal_cities_from_river_cities() -> None:
    coastal = CityFactory()
    CityFactory(is_coastal=False)

    assert codes(Place.objects.coastal()) == [coastal.code]


@pytest.mark.parametrize(
    ("day", "expected"), [(date(2025, 10, 25), set()), (date(2025, 10, 26), {"TL"})]
)
def test_it_counts_a_member_of_asean_from_the_day_it_joined(day: date, expected: set[str]) -> None:
    CountryFactory(code="TL", group=CountryGroup.ASEAN, asean_since=date(2025, 10, 26))
    CountryFactory(code="JP")

    assert set(codes(Place.objects.asean_on(day))) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(1971, 11, 17), set()),
        (date(1971, 11, 18), {"LA"}),
        (date(2026, 11, 23), {"LA"}),
        (date(2026, 11, 24), set()),
    ],
)
def test_it_counts_a_least_developed_country_to_its_last_day(day: date, expected: set[str]) -> None:
    CountryFactory(
        code="LA",
        least_developed_from=date(1971, 11, 18),
        least_developed_until=date(2026, 11, 23),
    )
    CountryFactory(code="JP")

    assert set(codes(Place.objects.least_developed_on(day))) == expected


def test_it_orders_themes_as_the_secretariat_set_them() -> None:
    ThemeFactory(code="a-later", position=20, name_en="A")
    ThemeFactory(code="z-first", position=10, name_en="Z")

    assert [row["label"] for row in Theme.objects.ordered_for("en").named("en")] == ["Z", "A"]


def test_it_orders_river_basins_by_the_readers_alphabet() -> None:
    RiverBasinFactory(name_zh_hans="珠江", name_en="Pearl River")
    RiverBasinFactory(name_zh_hans="长江", name_en="Yangtze")

    basins = RiverBasin.objects

    assert [row["label"] for row in basins.ordered_for("zh-hans").named("zh-hans")] == [
        "长江",
        "珠江",
    ]
    assert [row["label"] for row in basins.ordered_for("en").named("en")] == [
        "Pearl River",
        "Yangtze",
    ]


@pytest.mark.parametrize("make", [RiverBasinFactory, ThemeFactory, CountryFactory])
def test_the_database_wants_a_name_in_both_languages(make: type) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        make(name_en="")
    with pytest.raises(IntegrityError), transaction.atomic():
        make(name_zh_hans="")


def test_only_who_may_add_places_adds_a_city(wang: User) -> None:
    with pytest.raises(NotAllowed):
        add_city(Place(kind=PlaceKind.CITY), by=wang, note="")
