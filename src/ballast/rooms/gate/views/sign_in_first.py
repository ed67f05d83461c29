"""Whoever has not signed in, or no longer is, is led to sign in and then back to the page they were on."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import resolve_url


class SignInFirst(LoginRequiredMiddleware):
    """As Django's; what a form was sent to shows no page, so that its sender comes back to where the form stood."""

    def handle_no_permission(self, request: HttpRequest, view_func: Callable[..., Any]) -> HttpResponseRedirect:
        """To the page of signing in."""
        if request.method in ("GET", "HEAD"):
            return super().handle_no_permission(request, view_func)
        return redirect_to_login(_came_from(request), self.get_login_url(view_func))


def _came_from(request: HttpRequest) -> str:
    """The page of ours a form stood on; the first page where the browser does not say."""
    came = urlsplit(request.headers.get("Referer", ""))
    here = came.path and came.netloc == request.get_host()
    return came._replace(scheme="", netloc="").geturl() if here else resolve_url(settings.LOGIN_REDIRECT_URL)
