"""Phrases of Django's own admin that our Arabic catalogue says otherwise.

Stock Arabic puts our models' names into sentences that assume a masculine noun in one case («اختر عضوية لتغييره»), and
says «added» where something was changed. LOCALE_PATHS comes before Django's catalogues; naming the phrases here is what
keeps them in ours.
"""

from django.utils.translation import gettext_noop

PHRASES = [
    gettext_noop("The {name} “{obj}” was changed successfully."),
    gettext_noop("The {name} “{obj}” was changed successfully. You may edit it again below."),
    gettext_noop("The {name} “{obj}” was changed successfully. You may add another {name} below."),
    gettext_noop("The {name} “{obj}” was added successfully."),
    gettext_noop("The {name} “{obj}” was added successfully. You may add another {name} below."),
    gettext_noop("You may edit it again below."),
    gettext_noop("Select %s to change"),
    gettext_noop("Select %s to view"),
    gettext_noop("Select %s"),
    gettext_noop("Add %(name)s"),
    gettext_noop("View %s"),
    gettext_noop("Add another %(verbose_name)s"),
    gettext_noop("Add another %(model)s"),
    gettext_noop("Change selected %(model)s"),
    gettext_noop("View selected %(model)s"),
    gettext_noop("Delete selected %(model)s"),
    gettext_noop("History"),
    gettext_noop("Change history: %s"),
    gettext_noop("Save and add another"),
    gettext_noop("Save and continue editing"),
    gettext_noop("Add"),
    gettext_noop("Delete"),
    gettext_noop("Delete?"),
    gettext_noop("Search"),
    gettext_noop("Go"),
    gettext_noop("Filter"),
    gettext_noop("Log in"),
    gettext_noop("Forgotten your login credentials?"),
    gettext_noop("Log in again"),
    gettext_noop("Logged out"),
    gettext_noop("Welcome,"),
    gettext_noop("Change password"),
    gettext_noop("Password change"),
    gettext_noop("Recent actions"),
    gettext_noop("My actions"),
    gettext_noop("None available"),
    gettext_noop("Thanks for spending some quality time with the web site today."),
    gettext_noop("Enter a valid date."),
    gettext_noop("April"),
]
