"""Addresses of the figures room."""

from django.urls import path

from ballast.rooms.figures import views

app_name = "figures"
urlpatterns = [
    path("", views.catalogue, name="catalogue"),
    path("<slug:code>/", views.figure, name="figure"),
]
