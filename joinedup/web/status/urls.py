from django.urls import path

from joinedup.web.status import views

urlpatterns = [
    path("healthy/", views.healthy, name="healthy"),
    path("status/", views.status, name="status"),
    path("status/test-mail/", views.test_mail, name="status_test_mail"),
    path("status/backup/", views.backup, name="status_backup"),
    path("status/jobs/", views.jobs, name="status_jobs"),
]
