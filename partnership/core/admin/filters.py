"""Filters that several lists need."""

from datetime import date, datetime, time, timedelta

from django.db import models
from django.http import HttpRequest
from django.utils.timezone import make_aware

from partnership.core.admin.theme import RangeDateFilter


class DayRangeFilter(RangeDateFilter):
    """From day to day, both included, also for moments: a day is one of Beijing's."""

    def queryset(self, request: HttpRequest, queryset: models.QuerySet) -> models.QuerySet:
        form = self.form_class(name=self.parameter_name, data=self.used_parameters)
        form.is_valid()  # what is no date is left out, and said by the form
        first = form.cleaned_data.get(f"{self.parameter_name}_from")
        last = form.cleaned_data.get(f"{self.parameter_name}_to")
        if first:
            queryset = queryset.filter(**{f"{self.field_path}__gte": self._start_of(first)})
        if last:
            day_after = last + timedelta(days=1)
            queryset = queryset.filter(**{f"{self.field_path}__lt": self._start_of(day_after)})
        return queryset

    def _start_of(self, day: date) -> date | datetime:
        if isinstance(self.field, models.DateTimeField):
            return make_aware(datetime.combine(day, time.min))
        return day
