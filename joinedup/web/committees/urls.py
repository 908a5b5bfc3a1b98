from django.urls import path

from joinedup.web.committees import kept, views

urlpatterns = [
    path(
        "reports/<str:public_id>/paper/<str:sort>/", views.portfolio_paper, name="portfolio_paper"
    ),
    path("reports/<str:public_id>/kept/", kept.reports_kept, name="reports_kept"),
    path("reports/<str:public_id>/for/<str:reader>/", views.report, name="report"),
    path("reports/<str:public_id>/for/<str:reader>/keep/", kept.report_keep, name="report_keep"),
    path(
        "reports/<str:public_id>/for/<str:reader>/take/<str:sort>/",
        views.report_take,
        name="report_take",
    ),
    path(
        "reports/<str:public_id>/for/<str:reader>/<str:sort>/",
        views.report_file,
        name="report_file",
    ),
    path("kept-reports/<str:public_id>/", kept.report_kept, name="report_kept"),
    path("kept-reports/<str:public_id>/noted/", kept.report_note, name="report_note"),
    path("kept-reports/<str:public_id>/file/<str:sort>/", kept.kept_file, name="kept_file"),
    path("checks/<str:public_id>/", kept.check_tell, name="check_tell"),
]
