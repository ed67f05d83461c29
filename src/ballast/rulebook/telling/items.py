"""The chapter of action items in plain words."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ballast.kit.sentence import Sentence
from ballast.rulebook.books.items import ItemLevel, ItemRules
from ballast.rulebook.terms import Role

if TYPE_CHECKING:
    from ballast.rulebook.books.book import Book

COUNTS = {
    "submitted": ("提交之日不晚于期限且经同意销号为按期", "in time if submitted by the deadline and then settled"),
    "settled": ("销号之日不晚于期限为按期", "in time if settled by the deadline"),
}


def items(book: "Book") -> Iterator[Sentence]:
    """What holds for every item, then each level; nothing where the book has no level."""
    rules = book.items
    if not rules.levels:
        return
    yield Sentence(*COUNTS[rules.counts])
    yield _settling(rules)
    yield _extending(rules)
    longest, near = rules.longest.said, rules.near.said
    yield Sentence(
        f"期限至多{longest[0]}；到期前{near[0]}起提醒", f"deadlines of at most {longest[1]}; reminded {near[1]} before"
    )
    for level in rules.levels.values():
        yield _level(level)


def _settling(rules: ItemRules) -> Sentence:
    zh, en = "销号须有佐证", "settled only with evidence"
    if rules.enterprise_confirms:
        zh, en = f"{zh}，企业提出的问题须企业确认", f"{en}; what an enterprise raised it confirms"
    if rules.by_another:
        zh, en = f"{zh}，由提交人以外的人办理", f"{en}; by another than who submitted it"
    return Sentence(zh, en)


def _extending(rules: ItemRules) -> Sentence:
    if not rules.extensions:
        return Sentence("不得延期", "no deadline is extended")
    zh, en = rules.extension.said
    who = _names(rules.extended_by)
    return Sentence(
        f"期限之前可延期，至多 {rules.extensions} 次，每次至多{zh}，由{who.zh}同意",
        f"extended before the deadline at most {rules.extensions} times by at most {en} each, by {who.en}",
    )


def _level(level: ItemLevel) -> Sentence:
    who, span = _names(level.settled_by), level.deadline.said
    zh, en = f"{level.zh}：期限{span[0]}", f"{level.label.en}: within {span[1]}"
    if level.overdue_for is not None:
        risen = level.overdue_for.said
        zh, en = f"{zh}；逾期满{risen[0]}升为本级", f"{en}; reached when overdue for {risen[1]}"
    if level.letter.zh:
        zh, en = f"{zh}，发{level.letter.zh}", f"{en}, with a {level.letter.en}"
    clause = Sentence(f"（{level.clause.zh}）", f" ({level.clause.en})") if level.clause.zh else Sentence("", "")
    return Sentence(f"{zh}；由{who.zh}销号{clause.zh}", f"{en}; settled by {who.en}{clause.en}")


def _names(roles: Sequence[Role]) -> Sentence:
    return Sentence("、".join(role.zh for role in roles), ", ".join(role.en for role in roles))
