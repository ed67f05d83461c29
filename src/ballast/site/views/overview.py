"""The overview: a month on one page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def overview(request: HttpRequest) -> HttpResponse:
    """The headline figures of a month."""
    return render(request, "site/overview.html")
