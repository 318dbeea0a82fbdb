"""The application with the test of versions taken out: what the race's checker must find fault with."""

from importlib import import_module

application = import_module("lakin.wsgi").application  # sets Django up, so it comes first
import_module("lakin.pengukuran.services")._versi_cocok = lambda *_: None
