"""Every address of the site."""

from django.urls import URLPattern, URLResolver, include, path

from ballast.site.views import answering, audit, calendar, importing, listing, month, overview, project, shell, source
from ballast.site.views import map as atlas

handler400 = "ballast.site.refusing.unreadable"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", overview.overview, name="overview"),
    path("panels/reports/", overview.reports, name="overview-reports"),
    path("months/<str:month>/seal/", month.seal, name="month-seal"),
    path("months/<str:month>/bulletin/", month.bulletin, name="month-bulletin"),
    path("projects/", listing.page, name="projects"),
    path("projects/export.xlsx", listing.workbook, name="projects-workbook"),
    path("projects/<str:serial>/", project.page, name="project"),
    path("projects/<str:serial>/panels/<slug:name>/", project.panel, name="project-panel"),
    path("projects/<str:serial>/phones/", answering.phones, name="project-phones"),
    path("projects/<str:serial>/roles/", answering.name, name="project-role"),
    path("projects/<str:serial>/roles/<int:role_id>/end/", answering.end, name="project-role-end"),
    path("map/", atlas.page, name="map"),
    path("map/outlines.geojson", atlas.outlines, name="map-outlines"),
    path("map/load/", atlas.load, name="map-load"),
    path("sources/<int:source_id>/", source.page, name="source"),
    path("sources/<int:source_id>/original/", source.original, name="source-file"),
    path("audit/", audit.page, name="audit"),
    path("audit/verify/", audit.verify, name="audit-verify"),
    path("audit/export.<str:kind>", audit.export, name="audit-export"),
    path("calendar/", calendar.page, name="calendar"),
    path("calendar/notice/", calendar.notice, name="calendar-notice"),
    path("calendar/day/", calendar.day, name="calendar-day"),
    path("people/", include("ballast.rooms.people.urls")),
    path("figures/", include("ballast.rooms.figures.urls")),
    path("month/", include("ballast.rooms.reporting.urls")),
    path("import/", importing.upload, name="import"),
    path("import/done/<int:batch_id>/", importing.outcome, name="import-outcome"),
    path("import/<str:sha256>/", importing.preview, name="import-preview"),
    path("registry/", include("ballast.rooms.registry.urls")),
    path("", include("ballast.rooms.gate.urls")),
    path("language/", shell.choose_language, name="set_language"),
]
