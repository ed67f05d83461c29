"""The addresses of the registry's own pages."""

from django.urls import path

from ballast.rooms.registry import views

urlpatterns = [path("review/", views.review, name="import-review")]
