from django.urls import path

from joinedup.web.reports import views

urlpatterns = [
    path("reports/", views.reports, name="reports"),
    path("reports/<str:public_id>/", views.portfolio, name="portfolio"),
    path(
        "reports/<str:public_id>/results/<int:year>/<str:slug>/",
        views.portfolio_band,
        name="portfolio_band",
    ),
    path("reports/<str:public_id>/tell/", views.portfolio_tell, name="portfolio_tell"),
    path("results/<str:public_id>/paper/<str:sort>/", views.result_paper, name="result_paper"),
]
