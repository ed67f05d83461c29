"""Who asks, from where and with what; read off the request once, for every page of the gate."""

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from ballast.kit.refusal import Refusal
from ballast.kit.speech import spoken


def address(request: HttpRequest) -> str:
    """The network address of whoever asks, behind as many proxies as the settings trust; empty where none is told."""
    try:
        return str(get_adapter(request).get_client_ip(request))
    except ImproperlyConfigured:  # whoever came past the proxies has no word of theirs
        return str(request.META.get("REMOTE_ADDR", ""))
    except PermissionDenied:
        return ""


def agent(request: HttpRequest) -> str:
    """What the browser calls itself."""
    return request.headers.get("User-Agent", "")


def user(request: HttpRequest) -> User:
    """The account that is signed in; pages behind the gate have one."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def turned_away(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """Back to the gate, with the sentence of a refusal."""
    messages.error(request, spoken(refusal.sentence))
    return redirect("account_login")
