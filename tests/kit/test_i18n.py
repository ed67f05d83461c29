"""Parts of a translation become one catalogue, or say where they disagree."""

import gettext
from pathlib import Path

import pytest

from ballast.kit.i18n import compile_language, languages, merged
from ballast.kit.refusal import Refusal

HEADER = 'msgid ""\nmsgstr ""\n"Language: zh_Hans\\n"\n\n'


def part(locale: Path, area: str, body: str) -> None:
    (locale / "parts").mkdir(exist_ok=True)
    (locale / "parts" / f"{area}.zh_Hans.po").write_text(HEADER + body, encoding="utf-8")


def test_parts_are_merged_and_compiled(tmp_path: Path) -> None:
    part(tmp_path, "one", 'msgid "Projects"\nmsgstr "项目"\n')
    part(tmp_path, "two", 'msgid "%d row"\nmsgid_plural "%d rows"\nmsgstr[0] "%d 行"\n')
    assert languages(locale=tmp_path) == ["zh_Hans"]
    with compile_language("zh_Hans", locale=tmp_path).open("rb") as file:
        catalogue = gettext.GNUTranslations(file)
    assert catalogue.gettext("Projects") == "项目"
    assert catalogue.ngettext("%d row", "%d rows", 2) == "%d 行"


def test_the_same_words_twice_are_kept_once(tmp_path: Path) -> None:
    part(tmp_path, "one", 'msgid "Projects"\nmsgstr "项目"\n')
    part(tmp_path, "two", 'msgid "Projects"\nmsgstr "项目"\n\nmsgctxt "menu"\nmsgid "Projects"\nmsgstr "项目库"\n')
    assert [(entry.msgctxt, entry.msgstr) for entry in merged("zh_Hans", locale=tmp_path)] == [
        (None, "项目"),
        ("menu", "项目库"),
    ]


def test_parts_that_disagree_are_refused_with_the_place(tmp_path: Path) -> None:
    part(tmp_path, "one", 'msgid "Projects"\nmsgstr "项目"\n')
    part(tmp_path, "two", 'msgid "Projects"\nmsgstr "工程"\n')
    with pytest.raises(Refusal) as refused:
        compile_language("zh_Hans", locale=tmp_path)
    assert refused.value.where == "two.zh_Hans.po:5"
    assert "one.zh_Hans.po" in refused.value.sentence.zh
    assert not (tmp_path / "zh_Hans" / "LC_MESSAGES" / "django.mo").exists()
