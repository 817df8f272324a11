"""Sites and approved surveys as GeoJSON (RFC 7946): longitude first, WGS 84."""

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from django.conf import settings

from monitoring.open_data.fields import SURVEY, cell
from monitoring.open_data.records import SiteRecord, SurroundingRecord, SurveyRecord, UseRecord

Feature = dict[str, Any]


def of_sites(sites: Iterable[SiteRecord]) -> Iterator[str]:
    return _collection(_site(site) for site in sites)


def of_surveys(surveys: Iterable[SurveyRecord]) -> Iterator[str]:
    return _collection(_survey(survey) for survey in surveys)


def _collection(features: Iterable[Feature]) -> Iterator[str]:
    """Yield the pieces of one collection; RFC 7946 lets members of our own stand beside."""
    yield f'{{"type": "FeatureCollection", "licence": {json.dumps(settings.DATA_LICENCE)}, '
    yield '"features": ['
    separator = "\n"
    for feature in features:
        yield separator + json.dumps(feature, ensure_ascii=False)
        separator = ",\n"
    yield "\n]}\n"


def _site(site: SiteRecord) -> Feature:
    names = SiteRecord.__slots__
    apart = ("latitude", "longitude", "surroundings", "uses")
    properties = {name: _json(getattr(site, name)) for name in names if name not in apart}
    properties["surroundings"] = [
        {name: _json(getattr(each, name)) for name in SurroundingRecord.__slots__}
        for each in site.surroundings
    ]
    properties["uses"] = [
        {name: _json(getattr(each, name)) for name in UseRecord.__slots__} for each in site.uses
    ]
    return _feature(site.code, _point(site.latitude, site.longitude), properties)


def _survey(survey: SurveyRecord) -> Feature:
    """A line where both ends of the transect are known, else the point of its site."""
    start = _position(survey.start_latitude, survey.start_longitude)
    end = _position(survey.end_latitude, survey.end_longitude)
    geometry = _point(survey.site_latitude, survey.site_longitude)
    if start and end and start != end:
        geometry = {"type": "LineString", "coordinates": [start, end]}
    position = ("latitude", "longitude")
    properties = {
        field.name: _json(field.value(survey)) for field in SURVEY if field.name not in position
    }
    return _feature(survey.code, geometry, properties)


def _feature(key: str, geometry: Feature, properties: Feature) -> Feature:
    return {"type": "Feature", "id": key, "geometry": geometry, "properties": properties}


def _point(latitude: Decimal, longitude: Decimal) -> Feature:
    return {"type": "Point", "coordinates": _position(latitude, longitude)}


def _position(latitude: Decimal | None, longitude: Decimal | None) -> list[float]:
    if latitude is None or longitude is None:
        return []
    return [float(longitude), float(latitude)]


def _json(value: object) -> object:
    """Return a value as JSON has it: unknown is null, true is true."""
    return value if value is None or isinstance(value, bool) else cell(value)
