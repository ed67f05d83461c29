"""What every request leaves in the audit trail beside the lines of its actions: refusals, views, files handed out.

The outermost of our middlewares: it tells the trail where a person sits, and sees each answer before it leaves. An
answer whose line cannot be written does not leave.
"""

from collections.abc import Callable
from hashlib import sha256

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from ballast.kit import audit

# What a page is made of; a thumbnail is part of its page, a photo itself leaves as a file with its own line.
PAGES = ("text/html", "application/json", "text/plain", "image/jpeg")
LONGEST_QUERY = 500


class Witness:
    """Writes the line an answer owes, if its action did not write it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with audit.circumstances(address=address(request), session=session(request)) as known:
            response = self.get_response(request)
            if owed := _owed(request, response, known):
                _write(request, response, owed, known)
        return response


def address(request: HttpRequest) -> str:
    """The network address of the person; behind proxies of ours, the one the outermost of them was asked from."""
    passed = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
    behind = settings.ALLAUTH_TRUSTED_PROXY_COUNT
    if behind and len(passed) >= behind:
        return passed[-behind][:60]
    return str(request.META.get("REMOTE_ADDR", ""))


def session(request: HttpRequest) -> str:
    """A name for the session that tells it from others and opens nothing."""
    key = request.session.session_key if hasattr(request, "session") else None
    return sha256(key.encode()).hexdigest()[:12] if key else ""


def actor(request: HttpRequest) -> str:
    """The account a request comes from; empty for a stranger."""
    user = getattr(request, "user", None)
    return user.get_username() if user is not None and user.is_authenticated else ""


def _owed(request: HttpRequest, response: HttpResponse, known: audit.Circumstances) -> str:
    """The act whose line is still owed; empty where none is."""
    if response.status_code >= 400:
        identified = actor(request) or request.headers.get("Authorization")
        refused = response.status_code < 500 and request.resolver_match is not None and identified
        return "refusal" if refused and not audit.stood(known.written, result=audit.REFUSED) else ""
    if known.shown:
        return "view"
    return "download" if _is_file(response) and not audit.stood(known.written) else ""


def _is_file(response: HttpResponse) -> bool:
    kind = response.headers.get("Content-Type", "").split(";")[0]
    return response.has_header("Content-Disposition") or (bool(kind) and kind not in PAGES)


def _write(request: HttpRequest, response: HttpResponse, act: str, known: audit.Circumstances) -> None:
    found = request.resolver_match
    refusal = getattr(request, "ballast_refusal", None)
    detail: dict[str, object] = {"door": found.view_name if found else "", "status": response.status_code}
    if request.GET:
        detail["query"] = request.GET.urlencode()[:LONGEST_QUERY]
    if refusal is not None:
        detail |= {"code": refusal.code, "where": refusal.where[:200], "said": refusal.sentence.zh}
    if act == "view":
        detail["shown"] = audit.counted(known.shown)
    audit.write(
        act, at=timezone.now(), actor=actor(request), object=f"{request.method} {request.path}",
        result=audit.REFUSED if act == "refusal" else audit.DONE, detail=detail,
    )  # fmt: skip
