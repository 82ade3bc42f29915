"""The frame of the desk: Django's admin as ours, logging in, the menu, the editor's settings."""
