"""What a password must be: long, mixed (or a long phrase), and not the name of whoever bears it."""

from collections.abc import Iterable, Iterator

from ballast.kit.sentence import Sentence
from ballast.rulebook.entry import EntryRules

FEWEST_DIFFERENT = 5
SHORTEST_NAME = 3


def faults(password: str, *, names: Iterable[str], rules: EntryRules) -> list[Sentence]:
    """Everything that is wrong with a password for a person of these names; nothing where it is good."""
    return [*_too_plain(password, rules), *_told_by_name(password, names)]


def classes(password: str) -> int:
    """Of how many classes its characters are: small letters, capital letters, digits, all others (also 汉字)."""
    return len({_class(character) for character in password})


def _class(character: str) -> str:
    if character.isascii() and character.isalpha():
        return "small" if character.islower() else "capital"
    return "digit" if character.isascii() and character.isdigit() else "other"


def _too_plain(password: str, rules: EntryRules) -> Iterator[Sentence]:
    if len(password) < rules.password_length:
        yield Sentence(
            f"密码至少 {rules.password_length} 位，这个只有 {len(password)} 位",
            f"A password has at least {rules.password_length} characters; this has {len(password)}",
        )
    elif len(password) < rules.passphrase_length and classes(password) < rules.password_classes:
        yield Sentence(
            f"大小写字母、数字、符号四类中至少要有 {rules.password_classes} 类，"
            f"或者写一句不少于 {rules.passphrase_length} 个字符的话",
            f"Use at least {rules.password_classes} of capital letters, small letters, digits and signs, "
            f"or a phrase of at least {rules.passphrase_length} characters",
        )
    if len(set(password)) < FEWEST_DIFFERENT:
        yield Sentence(
            f"不同的字符太少，至少要有 {FEWEST_DIFFERENT} 个不同的字符",
            f"At least {FEWEST_DIFFERENT} different characters are wanted",
        )


def _told_by_name(password: str, names: Iterable[str]) -> Iterator[Sentence]:
    folded = password.casefold()
    for name in names:
        plain = name.strip().casefold()
        short = SHORTEST_NAME if plain.isascii() else 2
        if len(plain) >= short and (plain in folded or plain[::-1] in folded):
            yield Sentence(
                "密码里不能有账号或姓名（倒着写也不行）", "A password may not hold the name, not even backwards"
            )
            return
