"""The addresses of reminders, below ``reminders/``."""

from django.urls import path

from ballast.rooms.reminders import views

urlpatterns = [
    path("", views.mine, name="reminders"),
    path("sent/", views.sent, name="reminders-sent"),
]
