"""What the scripts of the pages say, in the reader's language."""

from django.utils.translation import gettext as _


def typing_words() -> dict[str, str]:
    """Of the grid and the form."""
    return {
        "saved": _("Saved %(at)s"),
        "saving": _("Saving…"),
        "typed": _("Not saved yet"),
        "offline": _("No connection. What you typed is kept in this browser and saved as soon as it is back."),
        "signed_out": _(
            "You are signed out. What you typed is kept in this browser; sign in again and it is offered back."
        ),
        "sign_in": _("Sign in again"),
        "reload": _("Load anew"),
        "refused": _("Not saved"),
        "kept": _("Typed earlier in this browser and not saved yet: %(n)s cells of %(m)s projects."),
        "restore": _("Put it back in"),
        "forget": _("Throw it away"),
        "mine": _("Take mine"),
        "theirs": _("Take theirs"),
        "clash": _("%(by)s typed %(theirs)s here, %(me)s typed %(mine)s. Choose one."),
        "empty": _("(empty)"),
        "remark": _("Sent back"),
        "last": _("Last month"),
        "rows": _("%(n)s projects"),
        "project": _("Project"),
        "state": _("State"),
        "pasted": _("%(n)s cells pasted"),
        "skipped": _("%(n)s cells may not be changed and were left"),
        "held": _("%(n)s have findings: put them right or explain"),
        "beyond": _("%(n)s cells lay beyond the rows and columns shown and were left"),
    }
