"""Out to the government's single sign-on and back."""

import secrets

from allauth.account.utils import get_next_redirect_url
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_GET
from requests import RequestException

from ballast.rooms.gate import actions
from ballast.rooms.gate.views import asked
from ballast.rooms.gate.views.provider import Provider


@login_not_required
@require_GET
def out(request: HttpRequest, provider_id: str) -> HttpResponse:
    """To the provider, with state, nonce and the challenge of PKCE; nothing of the request is passed on."""
    if request.user.is_authenticated:
        return redirect(settings.LOGIN_REDIRECT_URL)
    nonce = secrets.token_urlsafe(24)
    try:
        provider = Provider(request, provider_id).get_provider()
        answer: HttpResponse = provider.redirect(
            request, "login", next_url=get_next_redirect_url(request), auth_params={"nonce": nonce}, nonce=nonce
        )
    except SocialApp.DoesNotExist as error:
        raise Http404(provider_id) from error
    except (RequestException, KeyError) as error:
        return _unreachable(request, error)
    return answer


@login_not_required
@require_GET
def back(request: HttpRequest, provider_id: str) -> HttpResponse:
    """From the provider; every way this can fail ends at the gate with a sentence and an audit line."""
    try:
        answer: HttpResponse = OAuth2CallbackView.adapter_view(Provider(request, provider_id))(request)
    except SocialApp.DoesNotExist as error:
        raise Http404(provider_id) from error
    except (RequestException, KeyError) as error:
        return _unreachable(request, error)
    return answer


def _unreachable(request: HttpRequest, error: Exception) -> HttpResponse:
    detail = f"{type(error).__name__}: {error}"
    refusal = actions.refused("unreachable", at=timezone.now(), address=asked.address(request), detail=detail)
    return asked.turned_away(request, refusal)
