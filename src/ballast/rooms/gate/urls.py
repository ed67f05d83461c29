"""The addresses of the gate. Names django-allauth looks up are its own; its other addresses are not there."""

from django.urls import path

from ballast.rooms.gate.views import entrance, own, security, sign_on, tokens

urlpatterns = [
    path("sign-in/", entrance.sign_in, name="account_login"),
    path("sign-in/code/", entrance.enter_code, name="mfa_authenticate"),
    path("sign-in/<slug:provider_id>/out/", sign_on.out, name="sign-on"),
    path("sign-in/<slug:provider_id>/back/", sign_on.back, name="openid_connect_callback"),
    path("sign-out/", entrance.sign_out, name="account_logout"),
    path("account/", own.account, name="account"),
    path("account/password/", own.password, name="password"),
    path("account/confirm/", entrance.confirm, name="account_reauthenticate"),
    path("account/confirm/code/", entrance.confirm_by_code, name="mfa_reauthenticate"),
    path("account/factor/", own.enrol, name="mfa_activate_totp"),
    path("account/factor/remove/", own.unbind, name="mfa_deactivate_totp"),
    path("account/factor/codes/", own.recovery_codes, name="mfa_view_recovery_codes"),
    path("account/tokens/", tokens.page, name="tokens"),
    path("account/tokens/new/", tokens.issue, name="token-issue"),
    path("account/tokens/<int:token_id>/take-back/", tokens.revoke, name="token-revoke"),
    path("accounts/security/", security.accounts, name="gate-accounts"),
    path("accounts/security/<str:username>/", security.account, name="gate-account"),
    path("accounts/security/<str:username>/reset-password/", security.reset_password, name="gate-reset-password"),
    path("accounts/security/<str:username>/<slug:verb>/", security.do, name="gate-verb"),
]
