from django.apps import AppConfig


class JoinedUp(AppConfig):
    """The one application of the product."""

    name = "joinedup"
    label = "joinedup"
    verbose_name = "Joined Up"
    default_auto_field = "django.db.models.BigAutoField"
