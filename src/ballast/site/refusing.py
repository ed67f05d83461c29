"""What a page does when it is refused, and what its browser may do at all."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ballast.kit.refusal import Refusal

STATUS = {"not_allowed": 403, "not_your_area": 404, "unknown_figure": 404, "no_such_month": 404}
# Nothing from elsewhere, no script of the page's own; charts and maps style what they draw.
POLICY = (
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)


class Refusals:
    """Show a refusal as a page with its sentence; forbid the browser every other machine."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        return response

    def process_exception(self, request: HttpRequest, refusal: Exception) -> HttpResponse | None:
        """The sentence of a refusal, where and what would be right; other exceptions go their way."""
        if not isinstance(refusal, Refusal):
            return None
        status = STATUS.get(refusal.code, 400)
        if refusal.code == "not_your_area":
            return render(request, "404.html", status=404)
        return render(request, "site/refused.html", {"refusal": refusal, "status": status}, status=status)
