"""The project's own settings with the empty view added: what gunicorn serves while it is measured."""

from lakin.settings import *  # noqa: F403

ROOT_URLCONF = "tests.benchmarks.urls"
