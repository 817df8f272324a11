"""Pages of the monitoring programme."""

from django.urls import path

from monitoring import views
from monitoring.annual import views as annual
from monitoring.catalogue import views as catalogue
from monitoring.cities import views as cities
from monitoring.data_catalogue import views as data
from monitoring.library import views as library
from monitoring.protocols import views as protocols
from monitoring.reporting import views as reports
from monitoring.samples import views as samples
from monitoring.sea import views as sea
from monitoring.sites import views as sites
from monitoring.two_periods import views as periods
from monitoring.waste import views as waste
from monitoring.workbook import mappings
from monitoring.workbook import views as workbook

app_name = "monitoring"
urlpatterns = [
    path("", views.home, name="home"),
    path("sites/", sites.site_list, name="sites"),
    path("sites/<slug:code>/", sites.site, name="site"),
    path("surveys/<int:number>/", sites.survey, name="survey"),
    path("sea/", sea.survey_list, name="sea-surveys"),
    path("sea/<int:number>/", sea.survey, name="sea-survey"),
    path("cities/", cities.city_list, name="cities"),
    path("cities/<slug:code>/", cities.city, name="city"),
    path("countries/<str:code>/", cities.country, name="country"),
    path("region/", cities.region, name="region"),
    path("two-periods/", periods.two_periods, name="two-periods"),
    path("workbook/", workbook.upload, name="workbook"),
    path("workbook/<slug:kind>.xlsx", workbook.template, name="workbook-template"),
    path("workbook/columns/", mappings.own_columns, name="columns"),
    path("workbook/columns/<int:number>/forget/", mappings.forget, name="columns-forget"),
    path("workbook/uploads/", workbook.own_uploads, name="uploads"),
    path("workbook/uploads/<uuid:key>/", workbook.result, name="upload"),
    path("workbook/uploads/<uuid:key>/marked.xlsx", workbook.copy, name="upload-copy"),
    path("workbook/<slug:kind>/", workbook.upload, name="workbook-of"),
    path("microplastics/", samples.sample_list, name="samples"),
    path("microplastics/particles.csv", samples.particle_table, name="particle-table"),
    path("microplastics/<int:number>/", samples.sample, name="sample"),
    path("waste/", waste.waste, name="waste"),
    path("waste/<slug:code>/", waste.city, name="waste-city"),
    path("data/", data.catalogue, name="data"),
    path("data/files/<uuid:key>/", data.prepared, name="data-prepared"),
    path("data/files/<uuid:key>/file", data.prepared_file, name="data-prepared-file"),
    path("data/<slug:slug>/", data.data_file, name="data-file"),
    path("data/<slug:slug>/prepare/", data.prepare, name="data-prepare"),
    path("reports/", reports.report_list, name="reports"),
    path("reports/new/", reports.new_report, name="new-report"),
    path("reports/orders/<uuid:key>/", reports.report_order, name="report-order"),
    path("reports/<slug:number>/", reports.report, name="report"),
    path("reports/<slug:number>/report.pdf", reports.report_pdf, name="report-pdf"),
    path("reports/<slug:number>/tables.xlsx", reports.report_xlsx, name="report-xlsx"),
    path("annual-reports/", annual.annual_list, name="annual-reports"),
    path("annual-reports/<slug:number>/", annual.annual_report, name="annual-report"),
    path("annual-reports/<slug:number>/report.pdf", annual.annual_pdf, name="annual-pdf"),
    path("annual-reports/<slug:number>/tables.xlsx", annual.annual_xlsx, name="annual-xlsx"),
    path("library/", library.library, name="library"),
    path("library/<int:number>/", library.entry, name="entry"),
    path("protocols/", protocols.protocol_list, name="protocols"),
    path("protocols/<slug:code>/", protocols.protocol, name="protocol"),
    path("litter-lists/", catalogue.lists, name="lists"),
    path("litter-lists/<slug:code>/", catalogue.item_list, name="item-list"),
    path("litter-lists/<slug:code>/items.csv", catalogue.items_csv, name="items-csv"),
    path("litter-lists/<slug:code>/maps.csv", catalogue.maps_csv, name="maps-csv"),
    path("litter-lists/<slug:code>/<str:item>/", catalogue.item, name="item"),
]
