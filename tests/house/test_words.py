"""Chinese is the language of the screen: no string without its translation."""

import ast
import re

from ballast.kit.i18n import LOCALE, merged, parts
from house.source import Module
from house.words import everything, in_python, in_template

PLACES = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


def test_every_string_has_its_chinese() -> None:
    known = {(entry.msgctxt, entry.msgid) for entry in merged("zh_Hans").translated_entries()}
    lacking = sorted({f"{m.where} {m.text!r}" for m in everything() if m.text and (m.context, m.text) not in known})
    assert not lacking, "add to src/ballast/locale/parts/<area>.zh_Hans.po:\n  " + "\n  ".join(lacking)


def test_every_translated_string_is_a_plain_one() -> None:
    computed = [message.where for message in everything() if not message.text]
    assert not computed, f"gettext needs the string itself, with %(name)s for what varies: {computed}"


def test_no_translation_is_left_over() -> None:
    asked = {(message.context, message.text) for message in everything()}
    unused = [entry.msgid for entry in merged("zh_Hans") if (entry.msgctxt, entry.msgid) not in asked]
    assert not unused, f"nobody asks for these any more: {unused}"


def test_translations_keep_what_varies() -> None:
    broken = [
        entry.msgid
        for entry in merged("zh_Hans")
        for said in [entry.msgstr, *entry.msgstr_plural.values()]
        if said and not set(PLACES.findall(said)) <= set(PLACES.findall(entry.msgid + entry.msgid_plural))
    ]
    assert not broken, f"a placeholder the source string does not have: {broken}"


def test_parts_are_named_for_area_and_language() -> None:
    assert parts("zh_Hans"), "no translations at all"
    assert {path.name for path in (LOCALE / "parts").iterdir()} == {path.name for path in parts("zh_Hans")}


def test_the_check_sees_strings_in_python_and_in_templates() -> None:
    code = 'a = _("one")\nb = ngettext("two", "twos", n)\nc = pgettext("month", "May")\nd = _(f"x{n}")\n'
    found = [(m.text, m.context) for m in in_python(Module("x.py", code, ast.parse(code)))]
    assert found == [("one", None), ("two", None), ("May", "month"), ("", None)]
    page = """{% load i18n %}{% translate "it's" %}{% trans 'b' context "c" %}{{ x|default:_("d") }}
    {% blocktranslate trimmed with n=x %}
      e {{ n }}
    {% endblocktranslate %}{% blocktranslate count n=x %}one{% plural %}many{% endblocktranslate %}"""
    seen = {(m.text, m.context) for m in in_template(page, "x.html")}
    assert seen == {("it's", None), ("b", "c"), ("d", None), ("e %(n)s", None), ("one", None)}
