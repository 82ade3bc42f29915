"""The tests' settings, but tasks wait for the worker of the installation."""

from tests.settings import *  # noqa: F403

TASKS = {"default": {"BACKEND": "shaf.logs.tasks.NamingBackend"}}
LOGGING = {"version": 1, "disable_existing_loggers": False}
