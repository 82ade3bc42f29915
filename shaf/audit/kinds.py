"""What is logged: one table. An event of a kind that this release does not know is shown by its name."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

ENTERING, PEOPLE, REGISTER, PUBLIC, OUTSIDERS, INSTALLATION = (
    "entering",
    "people",
    "register",
    "public",
    "outsiders",
    "installation",
)
GROUPS: dict[str, Promise] = {
    ENTERING: _("Logins and second factors"),
    PEOPLE: _("People and roles"),
    REGISTER: _("Register and settings"),
    PUBLIC: _("Publication"),
    OUTSIDERS: _("Previews for outsiders"),
    INSTALLATION: _("Backups and the log itself"),
}


@dataclass(frozen=True, slots=True)
class Kind:
    """`says`: what happened, in a few words."""

    name: str
    group: str
    says: Promise


TABLE = (
    Kind("password_right", ENTERING, _("The right password was given")),
    Kind("login", ENTERING, _("Logged in")),
    Kind("login_failed", ENTERING, _("A login failed")),
    Kind("logout", ENTERING, _("Logged out")),
    Kind("password_asked", ENTERING, _("A new password was asked for")),
    Kind("password_set", ENTERING, _("A password was set")),
    Kind("second_factor_added", ENTERING, _("A second factor was added")),
    Kind("second_factor_removed", ENTERING, _("A second factor was removed")),
    Kind("second_factor_failed", ENTERING, _("The second factor was wrong")),
    Kind("second_factor_reset", ENTERING, _("The second factor was reset by the operator")),
    Kind("recovery_codes_made", ENTERING, _("Recovery codes were made")),
    Kind("session_ended", ENTERING, _("A session was ended")),
    Kind("device_new", ENTERING, _("Logged in on a new device")),
    Kind("invited", PEOPLE, _("Somebody was invited")),
    Kind("invited_again", PEOPLE, _("An invitation was sent again")),
    Kind("invitation_answered", PEOPLE, _("An invitation was answered")),
    Kind("invitation_taken_back", PEOPLE, _("An invitation was taken back")),
    Kind("confirmed", PEOPLE, _("Somebody was confirmed")),
    Kind("roles", PEOPLE, _("Roles were given")),
    Kind("left", PEOPLE, _("Roles were ended")),
    Kind("account_closed", PEOPLE, _("An account was closed")),
    Kind("account_changed", PEOPLE, _("An account was changed by a superuser")),
    Kind("on_call", PEOPLE, _("A duty on call was changed")),
    Kind("called_in", PEOPLE, _("A guest editor was chosen")),
    Kind("entry_added", REGISTER, _("An entry of the register was added")),
    Kind("entry_changed", REGISTER, _("An entry of the register was changed")),
    Kind("entry_deleted", REGISTER, _("An entry of the register was deleted")),
    Kind("entries_merged", REGISTER, _("Two entries were merged")),
    Kind("settings", REGISTER, _("A setting was changed")),
    Kind("published", PUBLIC, _("An edition was published")),
    Kind("withdrawn", PUBLIC, pgettext_lazy("log", "An edition was withdrawn")),
    Kind("cancelled", PUBLIC, _("A scheduled edition was cancelled")),
    Kind("deleted", PUBLIC, _("A report was deleted for good")),
    Kind("preview_opened", OUTSIDERS, _("A preview was opened by an outsider")),
    Kind("backup", INSTALLATION, _("A backup was made")),
    Kind("restored", INSTALLATION, _("The installation was restored from a backup")),
    Kind("exported", INSTALLATION, _("The log was exported")),
    Kind("dropped", INSTALLATION, _("The oldest part of the log was let go of")),
)
KINDS: dict[str, Kind] = {kind.name: kind for kind in TABLE}


def words(name: str) -> Promise | str:
    """Return what happened, in words."""
    return KINDS[name].says if name in KINDS else name


def of_group(group: str) -> list[str]:
    """Return the names of the group's kinds."""
    return [kind.name for kind in TABLE if kind.group == group]
