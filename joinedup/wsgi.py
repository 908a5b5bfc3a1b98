"""What a web server calls: ``joinedup.wsgi:application``. It is not there while unsafe."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from joinedup.delivery.safety import insist_on_safety

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "joinedup.settings")
insist_on_safety(settings)
application = get_wsgi_application()
