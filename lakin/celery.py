"""The Celery application: carrier of `lakin.kerja` and of its sweep."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lakin.settings")

app = Celery("lakin")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
