"""A worker to be killed: ``python -m tests.domain.jobs.worker_process DATABASE MAIL_FOLDER``."""

import sys
import time
from argparse import Namespace
from datetime import timedelta

import django

from joinedup import settings

LEASE = timedelta(seconds=2)


def main(database: str, folder: str) -> int:
    """Work on the tests' own database until killed."""
    settings.DATABASES["default"]["NAME"] = database
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = folder
    django.setup()

    from joinedup.commands import worker  # noqa: PLC0415 - needs the settings above
    from joinedup.domain.jobs import registry  # noqa: PLC0415
    from joinedup.domain.notices import actions as notices  # noqa: PLC0415
    from joinedup.domain.places.models import Area  # noqa: PLC0415

    def note(*, at, words):
        Area.objects.create(code=words, name=str(at))
        time.sleep(0.002)

    def long(*, at, words):
        Area.objects.create(code=f"begun {time.time_ns() % 1000:03}"[:9], name=words)
        time.sleep(20)
        Area.objects.get_or_create(code=words, defaults={"name": str(at)})

    registry.job("note", lease=LEASE)(note)
    registry.job("long", lease=timedelta(seconds=25), in_one_transaction=False)(long)
    del registry.TASKS[notices.SEND]
    registry.job(notices.SEND, lease=LEASE, attempts=1000, in_one_transaction=False)(notices.send)
    return worker.run(Namespace(once=False, with_parent=True))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
