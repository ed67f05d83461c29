"""The addresses of the monthly report, below ``month/``."""

from django.urls import path

from ballast.rooms.reporting import views

urlpatterns = [
    path("reports/", views.latest, name="reports"),
    path("<str:month>/reports/", views.page, name="month-reports"),
    path("<str:month>/reports/hand-in/", views.hand_in, name="hand-in"),
    path("<str:month>/reports/form/<str:code>.xlsx", views.form, name="month-form"),
    path("<str:month>/reports/<int:submission_id>/", views.submission, name="submission"),
]
