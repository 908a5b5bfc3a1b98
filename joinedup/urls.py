"""Every route, with its audience; the server does not start while one has none."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("joinedup.public.front.urls")),
    path("", include("joinedup.public.answers.urls")),
    path("", include("joinedup.public.matters.urls")),
    path("", include("joinedup.public.letting_in.urls")),
    path("", include("joinedup.web.home.urls")),
    path("", include("joinedup.web.status.urls")),
    path("", include("joinedup.web.signing_in.urls")),
    path("", include("joinedup.web.partnerships.urls")),
    path("", include("joinedup.web.stakeholders.urls")),
    path("", include("joinedup.web.expectations.urls")),
    path("", include("joinedup.web.ideas.urls")),
    path("", include("joinedup.web.promises.urls")),
    path("", include("joinedup.web.agreements.urls")),
    path("", include("joinedup.web.evidence.urls")),
    path("", include("joinedup.web.steps.urls")),
    path("", include("joinedup.web.organisations.urls")),
    path("", include("joinedup.web.appraisals.urls")),
    path("", include("joinedup.web.authorisations.urls")),
    path("", include("joinedup.web.signoffs.urls")),
    path("", include("joinedup.web.lifecycle.urls")),
    path("", include("joinedup.web.contacts.urls")),
    path("", include("joinedup.web.sharing.urls")),
    path("", include("joinedup.web.matters.urls")),
    path("", include("joinedup.web.imports.urls")),
    path("", include("joinedup.web.exports.urls")),
    path("", include("joinedup.web.searches.urls")),
    path("", include("joinedup.web.questions.urls")),
    path("", include("joinedup.web.risks.urls")),
    path("", include("joinedup.web.risk_imports.urls")),
    path("", include("joinedup.web.rounds.urls")),
    path("", include("joinedup.web.running.urls")),
    path("", include("joinedup.web.keying.urls")),
    path("", include("joinedup.web.results.urls")),
    path("", include("joinedup.web.challenges.urls")),
    path("", include("joinedup.web.headings.urls")),
    path("", include("joinedup.web.priorities.urls")),
    path("", include("joinedup.web.futures.urls")),
    path("", include("joinedup.web.second_looks.urls")),
    path("", include("joinedup.web.reports.urls")),
    path("", include("joinedup.web.committees.urls")),
    path("", include("joinedup.public.sign_in.urls")),
    path("", include("joinedup.demo.urls")),
]

handler403 = "joinedup.delivery.pages.forbidden"
handler404 = "joinedup.delivery.pages.missing"
handler500 = "joinedup.delivery.pages.broken"
# The sign-in library looks for this one, where something was tried too often.
handler429 = "joinedup.delivery.pages.too_often"
