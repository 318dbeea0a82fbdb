"""What Celery carries: a job's number, and the sweep."""

from celery import shared_task

from lakin.kerja import services


@shared_task(name="lakin.kerja.run_job")
def run_job(pk: int) -> None:
    services.jalankan(pk=pk)


@shared_task(name="lakin.kerja.sapu")
def sapu() -> None:
    services.sapu()
