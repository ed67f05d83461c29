"""The addresses of offices and people, below ``people/``."""

from django.urls import path

from ballast.rooms.people.views import accounts, appointments, areas, delegations, tree

urlpatterns = [
    path("", tree.page, name="people"),
    path("accounts/", accounts.page, name="people-accounts"),
    path("accounts/new/", accounts.new, name="people-account-new"),
    path("accounts/close/", accounts.close, name="people-account-close"),
    path("accounts/roster/", accounts.from_roster, name="people-accounts-roster"),
    path("roster.xlsx", accounts.template, name="people-roster"),
    path("appointments/", appointments.page, name="people-appointments"),
    path("appointments/new/", appointments.new, name="people-appoint"),
    path("appointments/roster/", appointments.from_roster, name="people-appointments-roster"),
    path("appointments/<int:appointment_id>/end/", appointments.end, name="people-appointment-end"),
    path("offices/new/", appointments.office, name="people-office-new"),
    path("areas/", areas.page, name="people-areas"),
    path("areas.xlsx", areas.workbook, name="people-areas-workbook"),
    path("areas/divide/", areas.divide, name="people-areas-divide"),
    path("delegations/", delegations.page, name="people-delegations"),
    path("delegations/new/", delegations.new, name="people-delegate"),
    path("delegations/<int:delegation_id>/recall/", delegations.recall, name="people-recall"),
]
