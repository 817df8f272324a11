"""Pages of nominations."""

from django.urls import path

from partnership.nominations import views

app_name = "nominations"
OF_PERSON = "nominations/<int:number>/people/<int:key>/"
urlpatterns = [
    path("events/<slug:slug>/nominations/", views.event, name="event"),
    path("events/link/<str:secret>/travel/", views.travel_by_link, name="travel-by-link"),
    path("events/mine/<uuid:uid>/travel/", views.own_travel, name="own-travel"),
    path(
        "events/link/<str:secret>/letters/<uuid:uid>/<str:ending>/",
        views.letter_by_link,
        name="letter-by-link",
    ),
    path("organisations/<slug:slug>/participation/", views.history, name="history"),
    path("organisations/<slug:slug>/participation.csv", views.history_csv, name="history-csv"),
    path("nominations/participation/", views.participation, name="participation"),
    path("nominations/participation.csv", views.participation_csv, name="participation-csv"),
    path("letters/<uuid:uid>/<str:ending>/", views.letter_file, name="letter-file"),
    path("nominations/", views.mine, name="mine"),
    path("nominations/<int:number>/", views.slate, name="slate"),
    path("nominations/<int:number>/add/", views.add, name="add"),
    path("nominations/<int:number>/table/", views.take_sheet, name="sheet"),
    path("nominations/<int:number>/table.csv", views.empty_sheet, name="empty-sheet"),
    path("nominations/<int:number>/submit/", views.submit, name="submit"),
    path("nominations/<int:number>/endorse/", views.endorse, name="endorse"),
    path(f"{OF_PERSON}edit/", views.edit, name="edit"),
    path(f"{OF_PERSON}move/", views.move, name="move"),
    path(f"{OF_PERSON}remove/", views.remove, name="remove"),
    path(f"{OF_PERSON}replace/", views.replace, name="replace"),
    path(f"{OF_PERSON}withdraw/", views.withdraw, name="withdraw"),
    path(f"{OF_PERSON}letter/", views.letter, name="letter"),
]
