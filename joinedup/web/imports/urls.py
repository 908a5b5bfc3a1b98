from django.urls import path

from joinedup.web.imports import deciding, made, problems, reading, views

urlpatterns = [
    path("imports/", views.imports, name="imports"),
    path("imports/new/", views.import_new, name="import_new"),
    path("imports/<str:public_id>/", views.import_page, name="import"),
    path("imports/<str:public_id>/columns/", deciding.import_columns, name="import_columns"),
    path("imports/<str:public_id>/reading/", reading.import_reading, name="import_reading"),
    path("imports/<str:public_id>/problems/", problems.import_problems, name="import_problems"),
    path("imports/<str:public_id>/to-mend/", problems.import_to_mend, name="import_to_mend"),
    path("imports/<str:public_id>/questions/", deciding.import_questions, name="import_questions"),
    path("imports/<str:public_id>/again/", deciding.import_again, name="import_again"),
    path("imports/<str:public_id>/members/", deciding.import_members, name="import_members"),
    path("imports/<str:public_id>/check/", views.import_check, name="import_check"),
    path("imports/<str:public_id>/discard/", views.import_discard, name="import_discard"),
    path("imports/<str:public_id>/undo/", made.import_undo, name="import_undo"),
    path(
        "imports/<str:public_id>/<str:outcome>/<str:thing>/", made.import_made, name="import_made"
    ),
]
