"""Moving reports on from a page: submit, recall, accept, send back; one, or all that were ticked."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.kit.speech import spoken
from ballast.kit.wholes import whole
from ballast.rooms.reporting import actions
from ballast.rooms.reporting.cards import Chosen, Outcome
from ballast.rooms.reporting.views import asked
from ballast.rulebook.loop import Verb

ACTS: dict[str, Callable[..., Outcome]] = {
    Verb.SUBMIT: actions.submit, Verb.RECALL: actions.recall, Verb.ACCEPT: actions.accept,
    Verb.SEND_BACK: actions.send_back,
}  # fmt: skip
REMARK = "remark."
# What may be put right on the page the person comes back to; all else is a page of its own.
TOLD = (actions.NotReady, actions.Overtaken, actions.NotThen, actions.RemarkRefused)


class NothingChosen(Refusal):
    """No report was ticked, or no verb was said."""


@require_POST
def pass_on(request: HttpRequest, month: str) -> HttpResponse:
    """Do what was asked to the reports that were ticked, and go back to where the person was."""
    said = request.POST
    chosen = [_chosen(text, said) for text in said.getlist("one")]
    act = ACTS.get(said.get("verb", ""))
    if act is None or not chosen:
        raise NothingChosen(
            Sentence("请先勾选月报，再选择要办的事", "Tick the reports first, then say what is to be done"),
            where=month, code="nothing_chosen",
        )  # fmt: skip
    try:
        key = said.get("key", "")
        done = act(month, chosen, official=asked.official(request), at=timezone.now(), key=key)
    except TOLD as refused:
        messages.error(request, f"{refused.where}　{spoken(refused.sentence)}")
        return redirect(_back(month, said, failed=True))
    messages.success(request, _told(done))
    return redirect(_back(month, said, failed=False))


def _chosen(text: str, said: QueryDict) -> Chosen:
    serial, _, version = text.partition(":")
    remarks = {name.removeprefix(REMARK): words for name, words in said.items() if name.startswith(REMARK)}
    return Chosen(serial, whole(version, digits=6) or 0, {key: str(words) for key, words in remarks.items()})


def _told(done: Outcome) -> str:
    count = len(done.moved)
    said = {
        Verb.SUBMIT: ngettext("%(n)s report submitted.", "%(n)s reports submitted.", count),
        Verb.RECALL: ngettext("%(n)s report taken back.", "%(n)s reports taken back.", count),
        Verb.ACCEPT: ngettext("%(n)s report accepted.", "%(n)s reports accepted.", count),
        Verb.SEND_BACK: ngettext("%(n)s report sent back.", "%(n)s reports sent back.", count),
    }
    return said[done.verb] % {"n": count}


def _back(month: str, said: QueryDict, *, failed: bool) -> str:
    """Where the person was: a grid, a report, the review with its next report, or the worklist."""
    kind, _, which = said.get("back", "").partition(":")
    following = said.get("following", "")
    if kind == "grid":
        return reverse("report-grid", args=[month, which])
    if kind == "report":
        return reverse("report", args=[month, which])
    if kind == "review":
        kept = {name: said.get(name, "") for name in ("area", "state") if said.get(name)}
        kept |= {"one": which if failed else following} if which else {}
        return f"{reverse('report-review', args=[month])}?{urlencode(kept)}"
    return f"{reverse('worklist')}?{urlencode({'month': month})}"
