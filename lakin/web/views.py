"""Answers that belong to no app."""

from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@login_not_required
@never_cache
@require_safe
def sehat(request: HttpRequest) -> HttpResponse:
    """Health check: alive, and the database answers."""
    with connection.cursor() as kursor:
        kursor.execute("SELECT 1")
    return HttpResponse("sehat", content_type="text/plain; charset=utf-8")
