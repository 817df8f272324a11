"""Addresses of submissions; each is named by a key nobody can guess."""

from django.urls import path

from partnership.review import views

app_name = "review"
urlpatterns = [
    path("new/", views.new, name="new"),
    path("new/<slug:subject>/", views.begin, name="begin"),
    path("public-notice/", views.notices, name="notices"),
    path("public-notice/<uuid:key>/", views.notice, name="notice"),
    path("<uuid:key>/", views.detail, name="detail"),
    path("<uuid:key>/edit/", views.edit, name="edit"),
    path("<uuid:key>/keep/", views.keep, name="keep"),
    path("<uuid:key>/files/", views.files, name="files"),
    path("<uuid:key>/files/<int:number>/", views.file, name="file"),
    path("<uuid:key>/files/<int:number>/small/", views.thumbnail, name="thumbnail"),
    path("<uuid:key>/files/<int:number>/take-out/", views.take_out, name="take-out"),
    path("<uuid:key>/files/<int:number>/turn/", views.turn, name="turn"),
    path("<uuid:key>/submit/", views.submit, name="submit"),
    path("<uuid:key>/print/", views.printed, name="print"),
    path("<uuid:key>/withdraw/", views.withdraw, name="withdraw"),
    path("<uuid:key>/discard/", views.discard, name="discard"),
    path("<uuid:key>/endorse/", views.endorse, name="endorse"),
    path("<uuid:key>/review/", views.judge, name="judge"),
    path("<uuid:key>/recommend/", views.recommend, name="recommend"),
    path("<uuid:key>/release/", views.release, name="release"),
    path("<uuid:key>/comments/<int:comment>/answer/", views.answer, name="answer"),
    path("<uuid:key>/comments/<int:comment>/delete/", views.delete_comment, name="delete-comment"),
    path("<uuid:key>/versions/<int:older>/<int:newer>/", views.compare, name="compare"),
]
