"""What a page does when it is refused, and what its browser may do at all."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.kit.speech import spoken

STATUS = {
    "not_allowed": 403, "no_seat": 403, "not_your_area": 404, "not_your_project": 404, "unknown_figure": 404,
    "no_such_month": 404, "no_such_edition": 404, "no_such_suspicion": 404, "no_such_evidence": 404,
    "no_such_account": 404, "no_such_question": 404, "not_adopted": 404, "no_such_proposal": 404,
    "no_such_hand_in": 404, "question_moved_on": 409,
    "not_publishable": 409,
    "not_then": 409, "overtaken": 409, "another_person": 409, "no_such_version": 409, "key_used": 409,
    "not_on_the_form": 409,
    "not_ready": 422, "sent_back": 422, "remark_missing": 422, "remark_long": 422,
    "already_decided": 409, "already_sealed": 409, "month_sealed": 409, "month_not_over": 409, "too_large": 413,
    "no_such_tour": 404, "no_ticket": 404, "no_remote": 404, "ballot_twice": 409, "ballot_faulty": 422,
    "no_such_slip": 404, "slip_decided": 409, "own_slip": 403, "slip_stale": 409, "store_away": 503,
    "tasks_refused": 422, "no_table": 404,
    "no_such_meeting": 404, "no_such_item": 404, "not_your_item": 403,
}  # fmt: skip
LEADS = {"calendar_unknown": "calendar"}  # the page on which what is lacking is entered
# Nothing from elsewhere, no script of the page's own; charts and maps style what they draw.
POLICY = (
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
FEATURES = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
LARGEST = 50 * 1024 * 1024
NUL = "\0"
TOO_LARGE = Sentence(
    f"上传的内容超过 {LARGEST // 1024 // 1024} MB，没有接收；请只保留需要的工作表，或分成几个文件",
    f"More than {LARGEST // 1024 // 1024} MB was sent and not taken; keep only the sheets needed, or split the file",
)
NO_TEXT = Sentence(
    "网址或表单里有空字符（NUL），不是文字；请重新填写",
    "The address or form carries a NUL, which is no text; write it anew",
)
UNREADABLE = Sentence(
    "浏览器发来的请求读不懂，没有处理；请返回重试",
    "The request could not be read and nothing was done; go back and try again",
)


class Refusals:
    """Show a refusal as a page with its sentence; forbid the browser every other machine."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        refusal = _unfit(request)
        response = page_of(request, refusal) if refusal else self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("Permissions-Policy", FEATURES)
        if request.user.is_authenticated:
            # On a shared machine the next person must not find these pages by the back button.
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    def process_view(self, request: HttpRequest, *_: Any) -> HttpResponse | None:
        """A form with NUL in it is refused here, after its token was checked; PostgreSQL keeps no such text."""
        if any(NUL in text for name, texts in request.POST.lists() for text in (str(name), *map(str, texts))):
            return page_of(request, Refusal(NO_TEXT, code="no_text"))
        return None

    def process_exception(self, request: HttpRequest, refusal: Exception) -> HttpResponse | None:
        """The sentence of a refusal, where and what would be right; other exceptions go their way."""
        return page_of(request, refusal) if isinstance(refusal, Refusal) else None


def page_of(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """The page that says a refusal, with the status that is its kind's."""
    request.ballast_refusal = refusal  # type: ignore[attr-defined]  # for the audit line of the answer
    status = STATUS.get(refusal.code, 400)
    if request.headers.get("Accept") == "application/json":
        plain = {"code": refusal.code, "where": refusal.where, "said": spoken(refusal.sentence)}
        return JsonResponse(plain, status=status)
    if refusal.code in ("not_your_area", "not_your_project"):
        return render(request, "404.html", status=404)
    told = {"refusal": refusal, "status": status, "lead": LEADS.get(refusal.code)}
    return render(request, "site/refused.html", told, status=status)


def unreadable(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page for what never became a request: broken uploads, too many fields, a form that is too large."""
    large = isinstance(exception, RequestDataTooBig)
    return page_of(request, Refusal(TOO_LARGE, code="too_large") if large else Refusal(UNREADABLE, code="unreadable"))


def _unfit(request: HttpRequest) -> Refusal | None:
    """Why a request is not even looked at; None where it is. Nothing of its body is read."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    if length.isascii() and length.isdigit() and (len(length) > 15 or int(length) > LARGEST):
        return Refusal(TOO_LARGE, code="too_large")
    texts = [request.path, *(text for name, said in request.GET.lists() for text in (name, *said))]
    return Refusal(NO_TEXT, code="no_text") if any(NUL in text for text in texts) else None
