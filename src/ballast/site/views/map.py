"""The map, its outlines, and loading another map."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.figures import queries as figures
from ballast.rooms.people import actions
from ballast.rooms.people import queries as people
from ballast.rulebook.powers import Power
from ballast.site.boards import map as board
from ballast.site.templatetags.speech import spoken
from ballast.site.views import asking

LARGEST = 20 * 1024 * 1024


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Counties shaded by a figure, projects as points, and the table of the same numbers."""
    choice = figures.choose_month(request.GET.get("month", ""))
    official = asking.official(request)
    shown: dict[str, object] = {"may_load": people.may(official, Power.MAP), "choice": choice}
    if choice is not None:
        shade = request.GET.get("figure", "")
        shown["map"] = board.city_map(choice.month, shade=shade, held=asking.reach(request))
    return render(request, "site/map.html", shown)


@require_safe
def outlines(request: HttpRequest) -> JsonResponse:
    """The outlines of counties and parks as GeoJSON."""
    return JsonResponse(board.outlines(), json_dumps_params={"ensure_ascii": False})


@require_POST
def load(request: HttpRequest) -> HttpResponse:
    """Take a new map from a GeoJSON file; the project office may."""
    official = people.require(asking.official(request), Power.MAP)
    try:
        loaded = actions.load_map(*_uploaded(request), at=timezone.now(), by=official.username)
    except Refusal as refusal:
        where = f"{refusal.where}: " if refusal.where else ""
        messages.error(request, where + spoken(refusal.sentence))
        return redirect("map")
    said = ngettext("%(n)s outline loaded.", "%(n)s outlines loaded.", len(loaded.shaped)) % {"n": len(loaded.shaped)}
    messages.success(request, said)
    if loaded.without:
        messages.warning(request, _("Still without an outline: %(names)s") % {"names": "、".join(loaded.without)})
    return redirect("map")


def _uploaded(request: HttpRequest) -> tuple[bytes, str]:
    file = request.FILES.get("file")
    if file is None:
        raise Refusal(Sentence("请选择一个 GeoJSON 文件", "Choose a GeoJSON file"))
    if file.size is None or file.size > LARGEST:
        sentence = Sentence("文件超过 20 MB，请先简化边界", "The file is over 20 MB; simplify the outlines")
        raise Refusal(sentence, where=file.name or "")
    return file.read(), file.name or ""
