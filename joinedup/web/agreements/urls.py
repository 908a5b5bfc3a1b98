from django.urls import path

from joinedup.web.agreements.views import offering, proposing, reading, writing

ONE = "partnerships/<str:public_id>/agreement/"
CLAUSE = ONE + "clauses/<str:code>/"
PROPOSAL = ONE + "proposals/<str:proposal_id>/"
EDITION = ONE + "versions/<int:number>/"

urlpatterns = [
    path(ONE, reading.partnership_agreement, name="partnership_agreement"),
    path(ONE + "begin/", writing.agreement_begin, name="agreement_begin"),
    path(ONE + "clauses/", writing.agreement_choose, name="agreement_choose"),
    path(ONE + "terms/", writing.agreement_terms, name="agreement_terms"),
    path(ONE + "draft/", reading.agreement_draft, name="agreement_draft"),
    path(ONE + "draft/<str:sort>/", reading.agreement_draft_paper, name="agreement_draft_paper"),
    path(ONE + "offer/", offering.agreement_offer, name="agreement_offer"),
    path(
        ONE + "differences/<int:old>/<int:new>/",
        reading.agreement_differences,
        name="agreement_differences",
    ),
    path(CLAUSE, reading.agreement_clause, name="agreement_clause"),
    path(CLAUSE + "change/", writing.agreement_clause_change, name="agreement_clause_change"),
    path(CLAUSE + "propose/", proposing.agreement_propose, name="agreement_propose"),
    path(PROPOSAL + "take/", proposing.proposal_take, name="proposal_take"),
    path(PROPOSAL + "decline/", proposing.proposal_decline, name="proposal_decline"),
    path(PROPOSAL + "withdraw/", proposing.proposal_withdraw, name="proposal_withdraw"),
    path(EDITION, reading.agreement_edition, name="agreement_edition"),
    path(EDITION + "paper/<str:sort>/", reading.agreement_paper, name="agreement_paper"),
    path(EDITION + "withdraw/", offering.edition_withdraw, name="edition_withdraw"),
]
