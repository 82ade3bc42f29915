"""Whether mail goes: a letter is sent, and what became of it is said with what to do."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.translation import gettext as _

from articles.desk.notices.smtp import Postman, Unanswered, trouble
from articles.models import Notice

NOWHERE = ("console.EmailBackend", "dummy.EmailBackend")


def goes_nowhere() -> bool:
    """Whether the settings send mail to nobody."""
    return settings.EMAIL_BACKEND.endswith(NOWHERE)


def send(to: str) -> str:
    """Send a letter to the address; return '' where the server took it, or else why not, and the remedy."""
    if goes_nowhere():
        return _("Mail goes to nobody: EMAIL_URL names no mail server. Set it to submission://user:password@host.")
    text = _("This letter was sent by “manage.py setup” of %(site)s. That it arrived says that mail works.")
    message = EmailMessage(_("Mail works"), text % {"site": settings.SITE_URL}, to=[to])
    message.extra_headers["Auto-Submitted"] = "auto-generated"
    try:
        with Postman() as postman:
            postman.send(message, commit=lambda: True)
    except Unanswered:
        return _("The mail server broke off without an answer. Look whether the letter arrived.")
    except Exception as error:  # whatever it was, the operator is told and the rest goes on
        why, answer = trouble(error)
        remedy = _("Look at EMAIL_URL and EMAIL_FROM, then try again: manage.py setup --mail-to %(to)s") % {"to": to}
        return f"{Notice.Trouble(why).label}: {answer}. {remedy}"
    return ""
