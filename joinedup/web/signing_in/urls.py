from django.urls import path

from joinedup.delivery.audiences import Audience, page
from joinedup.web.signing_in import views

# The library keeps in the session what it is about to ask the browser for.
asks = page(Audience.SIGNED_IN, methods="GET POST", writes_on_get=True)

# The sign-in library's views are listed one by one, by the names it looks for.
urlpatterns = [
    path("you/signing-in/", views.signing_in, name="mfa_index"),
    path("you/signing-in/passkeys/", views.signing_in, name="mfa_list_webauthn"),
    path("you/signing-in/passkeys/new/", asks(views.AddPasskey.as_view()), name="mfa_add_webauthn"),
    path(
        "you/signing-in/passkeys/<str:passkey>/remove/",
        asks(views.RemovePasskey.as_view()),
        name="mfa_remove_webauthn",
    ),
    path("you/signing-in/app/new/", asks(views.AddApp.as_view()), name="mfa_activate_totp"),
    path("you/signing-in/app/remove/", asks(views.RemoveApp.as_view()), name="mfa_deactivate_totp"),
    path(
        "you/signing-in/codes/",
        page(Audience.SIGNED_IN, writes_on_get=True)(views.RecoveryCodes.as_view()),
        name="mfa_view_recovery_codes",
    ),
    path(
        "you/signing-in/codes/new/",
        asks(views.NewRecoveryCodes.as_view()),
        name="mfa_generate_recovery_codes",
    ),
    path("you/browsers/", views.browsers, name="browsers"),
    path("you/confirm/", asks(views.ConfirmByCode.as_view()), name="mfa_reauthenticate"),
    path(
        "you/confirm/passkey/",
        asks(views.ConfirmByPasskey.as_view()),
        name="mfa_reauthenticate_webauthn",
    ),
    path("you/confirm/go-on/", views.go_on, name="go_on"),
]
