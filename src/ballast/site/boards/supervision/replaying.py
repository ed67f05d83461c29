"""A replay as the page shows it: counts side by side, and every light that would change."""

from typing import Any

from ballast.rooms.supervision.queries import Replay
from ballast.site.boards.supervision.colours import lamp, lamps
from ballast.site.boards.supervision.disclosing import disclose_serials

SHOWN = 200


def page(told: Replay) -> dict[str, Any]:
    """Light by light the counts under both books, then the changes."""
    disclose_serials(one.serial for one in told.changes[:SHOWN] if one.serial)
    codes = list(dict.fromkeys([*told.after, *told.before]))
    names = {**{code: one.label for code, one in told.own.lights.items()},
             **{code: one.label for code, one in told.other.lights.items()}}  # fmt: skip
    lights = [
        {
            "name": names[code],
            "before": [(one, told.before[code][one.code]) for one in lamps(told.own) if code in told.before],
            "after": [(one, told.after[code][one.code]) for one in lamps(told.other) if code in told.after],
        }
        for code in codes
    ]
    changes = [
        {"one": one, "light": names[one.light], "before": lamp(told.own, one.before),
         "after": lamp(told.other, one.after)}
        for one in told.changes[:SHOWN]
    ]  # fmt: skip
    return {"told": told, "lights": lights, "changes": changes, "count": len(told.changes)}
