"""The addresses of site tours, below ``tours/``."""

from django.urls import path

from ballast.rooms.tours.views import acting, ballot, day, judges, papers, results

urlpatterns = [
    path("", day.listing, name="tours"),
    path("plan/", day.plan, name="tour-plan"),
    path("ballot/<str:token>/", ballot.sheet, name="tour-ballot"),
    path("ballot/<str:token>/<str:project>/", ballot.cast, name="tour-cast"),
    path("<str:serial>/", day.page, name="tour"),
    path("<str:serial>/do/<slug:verb>/", acting.act, name="tour-verb"),
    path("<str:serial>/judges/", judges.page, name="tour-judges"),
    path("<str:serial>/judges/links/", judges.links, name="tour-links"),
    path("<str:serial>/papers/", papers.page, name="tour-papers"),
    path("<str:serial>/papers/<int:number>/", papers.one, name="tour-paper"),
    path("<str:serial>/results/", results.page, name="tour-results"),
]
