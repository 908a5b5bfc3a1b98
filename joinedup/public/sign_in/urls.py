from django.urls import path

from joinedup.delivery.audiences import Audience, page
from joinedup.public.sign_in.views import (
    AskForCode,
    SecondStep,
    SignInByPasskey,
    SignOut,
    TypeCode,
)

anyone = page(Audience.ANYONE, methods="GET POST", writes_on_get=True)
ask = anyone(AskForCode.as_view())

# The sign-in library's views are listed one by one, so that none arrives unseen.
urlpatterns = [
    path("sign-in/", ask, name="sign_in"),
    path("sign-in/code/", anyone(TypeCode.as_view()), name="account_confirm_login_code"),
    path("sign-in/second-step/", anyone(SecondStep.as_view()), name="mfa_authenticate"),
    path("sign-in/passkey/", anyone(SignInByPasskey.as_view()), name="mfa_login_webauthn"),
    path("sign-out/", anyone(SignOut.as_view()), name="sign_out"),
    # The library goes back to the first page of sign-in by these names.
    path("sign-in/", ask, name="account_login"),
    path("sign-in/", ask, name="account_signup"),
    path("sign-in/", ask, name="account_request_login_code"),
]
