from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class KerjaConfig(AppConfig):
    name = "lakin.kerja"
    label = "kerja"
    verbose_name = "Pekerjaan"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        import lakin.celery  # noqa: F401  the web process sends through this application too

        # Every app's `tasks` names its handlers; the web process needs the names, the worker the handlers.
        autodiscover_modules("tasks")
