"""A person's own account: who they are, the password, the second factor."""

from collections.abc import Callable
from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.mfa.totp.internal.auth import clear_totp_secret
from allauth.mfa.totp.views import ActivateTOTPView
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_safe

from ballast.kit.refusal import Refusal
from ballast.kit.speech import spoken
from ballast.rooms.gate import actions, queries
from ballast.rooms.gate.cards import Duty
from ballast.rooms.gate.forms import NewPassword
from ballast.rooms.gate.views import asked, watch

Page = Callable[[HttpRequest], HttpResponse]
surely: Callable[[Page], Page] = reauthentication_required(app="allauth.mfa")


@require_safe
def account(request: HttpRequest) -> HttpResponse:
    """Who am I, what may I do, where do I sit."""
    return render(request, "gate/account.html", {"account": queries.account(asked.user(request), at=timezone.now())})


@sensitive_post_parameters("old", "new", "again")
def password(request: HttpRequest) -> HttpResponse:
    """Change the password; the session goes on under a new key."""
    user, form = asked.user(request), NewPassword(request.POST or None)
    due = watch.DUE in request.session and request.session[watch.DUE]
    if request.method == "POST" and form.is_valid():
        given, key = form.cleaned_data, str(request.session.session_key)
        try:
            actions.change_password(user, given["old"], given["new"], at=timezone.now(), address=asked.address(request))
        except Refusal as refusal:
            form.add_error("new" if refusal.where == "new" else "old", spoken(refusal.sentence))
        else:
            update_session_auth_hash(request, user)
            actions.move(key, to=str(request.session.session_key))
            watch.done(request, Duty.PASSWORD)
            messages.success(request, _("The password has been changed."))
            return redirect(settings.LOGIN_REDIRECT_URL if due else "account")
    told = {"form": form, "rules": queries.rules(), "due": due}
    return render(request, "gate/password.html", told)


class Enrol(ActivateTOTPView):
    """Bind an authenticator: the picture to photograph, and the first code."""

    template_name = "gate/enrol.html"

    def form_valid(self, form: Any) -> HttpResponse:
        """Bind it, and show the recovery codes."""
        actions.add_factor(asked.user(self.request), form.secret, at=timezone.now())
        clear_totp_secret(self.request)
        watch.done(self.request, Duty.FACTOR)
        messages.success(self.request, _("The authenticator is bound. Keep the recovery codes in a safe place."))
        return redirect("mfa_view_recovery_codes")


enrol = Enrol.as_view()


@surely
def recovery_codes(request: HttpRequest) -> HttpResponse:
    """The recovery codes still unused; a POST makes new ones."""
    user = asked.user(request)
    if request.method == "POST":
        actions.renew_codes(user, at=timezone.now())
        messages.success(request, _("There are new recovery codes; the old ones are worth nothing now."))
        return redirect("mfa_view_recovery_codes")
    return render(request, "gate/recovery_codes.html", {"codes": queries.recovery_codes(user)})


@surely
def unbind(request: HttpRequest) -> HttpResponse:
    """Take the authenticator off; a GET only leads back to the account."""
    if request.method == "POST":
        actions.remove_factor(asked.user(request), at=timezone.now())
        messages.success(request, _("The authenticator is no longer bound."))
    return redirect("account")
