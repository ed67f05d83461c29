"""The interface put together: its routers, who may knock, and how refusals are said."""

from collections.abc import Callable
from typing import Any, cast

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, ValidationError

from ballast.kit.refusal import Refusal
from ballast.site.api import ballots, items, questions, readings, reports, tour_slips, tours
from ballast.site.api.asking import Token
from ballast.site.refusing import STATUS

api = NinjaAPI(
    title="Ballast 压舱石", version="1", auth=Token(), docs_url=None, urls_namespace="api",
    description="按令牌办事：与网页同样的动作和查询 / by token: the same verbs and questions as the pages",
)  # fmt: skip
api.add_router("", reports.router)
api.add_router("", readings.router)
api.add_router("", questions.router)
api.add_router("", items.router)
api.add_router("", ballots.router)  # its addresses come before the verbs of a tour
api.add_router("", tour_slips.router)
api.add_router("", tours.router)
UNAUTHORIZED, HIDDEN = 401, ("not_your_area", "not_your_project")


@api.exception_handler(Refusal)
def refused(request: HttpRequest, refusal: Any) -> HttpResponse:
    """A refusal with its code, its place and its sentence."""
    request.ballast_refusal = refusal  # type: ignore[attr-defined]  # for the audit line of the answer
    status = UNAUTHORIZED if refusal.code == "bad_token" else STATUS.get(refusal.code, 400)
    return _answer(request, status, refusal.code, refusal.where, refusal.sentence.zh, refusal.sentence.en)


@api.exception_handler(AuthenticationError)
def unknown(request: HttpRequest, error: Any) -> HttpResponse:
    """No token, or none of ours."""
    return _answer(
        request, UNAUTHORIZED, "no_token", "Authorization", "请在请求头携带令牌：Authorization: Bearer …",
        "Send a token: Authorization: Bearer …",
    )  # fmt: skip


@api.exception_handler(ValidationError)
def unfit(request: HttpRequest, error: Any) -> HttpResponse:
    """What was sent has not the form that is wanted: the place of the first fault."""
    first = error.errors[0]
    where = ".".join(str(part) for part in first["loc"])
    return _answer(
        request, 422, "unfit", where[:300], f"内容不合要求：{first['msg']}", f"Not what is wanted: {first['msg']}"
    )


def _answer(request: HttpRequest, status: int, code: str, where: str, zh: str, en: str) -> HttpResponse:
    return api.create_response(request, {"code": code, "where": where, "zh": zh, "en": en}, status=status)


def addresses() -> Any:
    """The addresses, past the gate of the pages: a token is asked for instead of a session."""
    patterns, app, namespace = api.urls
    for pattern in patterns:
        pattern.callback = login_not_required(cast(Callable[..., HttpResponse], pattern.callback))
    return patterns, app, namespace
