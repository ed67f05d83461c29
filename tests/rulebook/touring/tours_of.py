"""One kind of tour for tests, as a book would say it."""

from typing import Any

from ballast.rulebook.books.tours import Tour

CODES, FULL = ("investment", "progress", "technology"), (40, 40, 20)
NAMES = ("投资", "进度", "技术")


def tour(*, of: str = "total", trim: bool = True, **more: Any) -> Tour:
    """Three items, two kinds of judges, one highest and one lowest dropped from five ballots on."""
    items = [{"code": code, "zh": zh, "full": full} for code, zh, full in zip(CODES, NAMES, FULL, strict=True)]
    said: dict[str, Any] = {
        "zh": "季度观摩", "items": items, "ties": ["progress"],
        "judges": {"leaders": {"zh": "市领导", "weight": "60%"}, "departments": {"zh": "部门", "weight": "40%"}},
        "trim": {"of": of} if trim else None,
    }  # fmt: skip
    return Tour.model_validate(said | more)
