from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class JoinedUp(AppConfig):
    """The one application of the product."""

    name = "joinedup"
    label = "joinedup"
    verbose_name = "Joined Up"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Keep the index of names out of the way while tables are changed."""
        pre_migrate.connect(before_tables_change, sender=self)
        post_migrate.connect(after_tables_changed, sender=self)


def before_tables_change(plan: Any, **_: Any) -> None:
    """Take the triggers of the index away: SQLite cannot make a table anew beneath them."""
    from joinedup.domain.search import index  # noqa: PLC0415 - tables are not known before ready

    if plan:
        index.remove()


def after_tables_changed(plan: Any = (), **_: Any) -> None:
    """Make the index of names, where the tables are as it needs them and it is not there."""
    from joinedup.domain.search import index  # noqa: PLC0415 - as above

    if index.may_be_installed() and not index.is_installed():
        index.install()
