"""GB/T 4754-2017: every code finds its section, and what does not exist is refused."""

import pytest

from ballast.rulebook.industries import (
    NAMES,
    SECTIONS,
    ServiceKind,
    UnknownIndustry,
    division_of,
    is_high_tech,
    is_industrial,
    name_of,
    normal,
    section_of,
    service_kind,
)


def test_the_sections_hold_all_divisions_without_gap_or_overlap() -> None:
    held = [division for section in SECTIONS.values() for division in section.divisions]
    assert held == [f"{number:02d}" for number in range(1, 98)] == list(NAMES)
    assert "".join(SECTIONS) == "ABCDEFGHIJKLMNOPQRST"


@pytest.mark.parametrize(
    ("code", "canonical", "letter", "division"),
    [
        ("39", "C39", "C", "39"), ("C3921", "C3921", "C", "39"), ("c392", "C392", "C", "39"),
        ("Ｃ３９", "C39", "C", "39"),
        ("05", "A05", "A", "05"), ("B06", "B06", "B", "06"), ("43", "C43", "C", "43"), ("44", "D44", "D", "44"),
        ("8336", "P8336", "P", "83"), ("T", "T", "T", None), ("97", "T97", "T", "97"),
    ],
)  # fmt: skip
def test_a_code_finds_its_place(code: str, canonical: str, letter: str, division: str | None) -> None:
    assert normal(code) == canonical
    assert section_of(code).letter == letter
    assert division_of(code) == division


@pytest.mark.parametrize("code", ["", "00", "98", "C01", "A39", "U", "C39211", "制造业", "3", "C 39"])
def test_what_does_not_exist_is_refused_in_both_languages(code: str) -> None:
    with pytest.raises(UnknownIndustry) as refused:
        normal(code)
    assert "GB/T 4754-2017" in refused.value.sentence.zh
    assert "GB/T 4754-2017" in refused.value.sentence.en


def test_industry_is_sections_b_c_and_d() -> None:
    assert [letter for letter in SECTIONS if is_industrial(letter)] == ["B", "C", "D"]


@pytest.mark.parametrize(
    "code", ["27", "2710", "3741", "C4343", "3562", "3841", "39", "391", "3990", "3474", "358", "4040", "2664"]
)
def test_high_tech_manufacturing(code: str) -> None:
    assert is_high_tech(code)


@pytest.mark.parametrize("code", ["35", "3561", "3842", "373", "4341", "3473", "403", "4050", "2663", "26", "C", "65"])
def test_not_high_tech_manufacturing(code: str) -> None:
    assert not is_high_tech(code)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("59", ServiceKind.PRODUCER), ("G5942", ServiceKind.PRODUCER), ("52", ServiceKind.CONSUMER),
        ("786", ServiceKind.CONSUMER), ("7861", ServiceKind.CONSUMER), ("781", ServiceKind.SOCIAL),
        ("8336", ServiceKind.SOCIAL), ("C39", None), ("E47", None), ("01", None), ("G", None),
    ],
)  # fmt: skip
def test_whom_a_service_serves(code: str, kind: ServiceKind | None) -> None:
    assert service_kind(code) is kind


def test_every_division_of_the_third_sector_serves_someone() -> None:
    goods = {*range(1, 5), *range(6, 11), 12, *range(13, 43), *range(44, 51)}
    assert {division for division in NAMES if service_kind(division) is None} == {f"{number:02d}" for number in goods}


def test_names() -> None:
    assert name_of("C3921") == "计算机、通信和其他电子设备制造业"
    assert name_of("P") == "教育"
