"""The newsroom that `manage.py demo` makes, and the mark that its database bears."""
