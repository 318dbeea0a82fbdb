"""Data of the editor's page, as an attribute: the policy of the site allows no inline script."""

from __future__ import annotations

import json
from typing import Any

from django import template

register = template.Library()


@register.filter
def sebagai_json(isi: Any) -> str:
    """Write a value as JSON; the template escapes it."""
    return json.dumps(isi, ensure_ascii=False)
