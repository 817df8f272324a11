"""Files and pictures: one address in both languages."""

from django.urls import re_path

from partnership.documents import views
from partnership.documents.addresses import OF_FILE, PICTURE_NAME

app_name = "documents"

urlpatterns = [
    re_path(rf"^pictures/{OF_FILE}/{PICTURE_NAME}$", views.picture, name="picture"),
    re_path(rf"^files/{OF_FILE}/$", views.file, name="file"),
]
