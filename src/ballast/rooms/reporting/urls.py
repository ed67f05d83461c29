"""The addresses of the monthly report, below ``month/``."""

from django.urls import path

from ballast.rooms.reporting.views import board, month, passing, review, sealing, slips, tasks, typing, worklist

urlpatterns = [
    path("reports/", month.latest, name="reports"),
    path("<str:month>/reports/", month.page, name="month-reports"),
    path("<str:month>/reports/hand-in/", month.hand_in, name="hand-in"),
    path("<str:month>/reports/form/<str:code>.xlsx", month.form, name="month-form"),
    path("<str:month>/reports/<int:submission_id>/", month.submission, name="submission"),
    path("worklist/", worklist.page, name="worklist"),
    path("tasks/", tasks.page, name="tasks"),
    path("tasks/hand-in/", tasks.hand_in, name="tasks-hand-in"),
    path("tasks/<int:year>/<str:code>.xlsx", tasks.form, name="task-form"),
    path("board/", board.page, name="report-board"),
    path("<str:month>/sealing/", sealing.page, name="month-sealing"),
    path("slips/", slips.page, name="slips"),
    path("slips/area/", slips.of_area, name="slip-area"),
    path("slips/<int:slip_id>/paper/", slips.paper, name="slip-paper"),
    path("slips/<int:slip_id>/withdraw/", slips.withdraw, name="slip-withdraw"),
    path("slips/<int:slip_id>/refuse/", slips.refuse, name="slip-refuse"),
    path("<str:month>/slip/<str:serial>/", slips.new, name="slip-new"),
    path("<str:month>/grid/<str:code>/", typing.grid, name="report-grid"),
    path("<str:month>/project/<str:serial>/", typing.one, name="report"),
    path("<str:month>/review/", review.page, name="report-review"),
    path("<str:month>/save/", typing.save, name="report-save"),
    path("<str:month>/pass/", passing.pass_on, name="report-pass"),
]
