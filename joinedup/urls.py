"""Every route, with its audience; the server does not start while one has none."""

from allauth.account import views as sign_in
from django.urls import URLPattern, URLResolver, include, path

from joinedup.delivery.audiences import Audience, page

anyone = page(Audience.ANYONE, methods="GET POST", writes_on_get=True)

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("joinedup.public.front.urls")),
    path("", include("joinedup.public.answers.urls")),
    path("", include("joinedup.web.home.urls")),
    path("", include("joinedup.web.partnerships.urls")),
    path("", include("joinedup.web.organisations.urls")),
    path("", include("joinedup.web.rounds.urls")),
    path("", include("joinedup.web.results.urls")),
    path("", include("joinedup.web.reports.urls")),
    # The sign-in library's views are listed one by one, so that none arrives unseen.
    path("sign-in/", anyone(sign_in.RequestLoginCodeView.as_view()), name="sign_in"),
    path(
        "sign-in/code/",
        anyone(sign_in.ConfirmLoginCodeView.as_view()),
        name="account_confirm_login_code",
    ),
    path("sign-out/", anyone(sign_in.LogoutView.as_view()), name="sign_out"),
]

handler403 = "joinedup.delivery.pages.forbidden"
handler404 = "joinedup.delivery.pages.missing"
handler500 = "joinedup.delivery.pages.broken"
