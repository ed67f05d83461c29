"""Project codes and credit codes: the right ones pass in one form, the wrong ones say what is wrong."""

import pytest

from ballast.rulebook.codes import credit_code, project_code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2406-370102-04-01-123456", "2406-370102-04-01-123456"),
        ("２４０６－３７０１０２－０４－０１－１２３４５６", "2406-370102-04-01-123456"),
        (" 2406—370102—04—01—12345x ", "2406-370102-04-01-12345X"),
        ("2018-640100-35-03-001234", "2018-640100-35-03-001234"),
        ("2112-000000-04-01-000017", "2112-000000-04-01-000017"),
    ],
)
def test_a_project_code_comes_in_one_form(text: str, code: str) -> None:
    assert project_code(text) == (code, None)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2406370102040112345", "格式"), ("2406-370102-04-01-12345", "格式"), ("2406-370102-04-01-1234567", "格式"),
        ("2413-370102-04-01-123456", "年月"), ("2400-370102-04-01-123456", "年月"),
        ("2014-370102-04-01-123456", "年月"),
        ("2406-990102-04-01-123456", "区划"), ("2406-100000-04-01-123456", "区划"), ("", "格式"),
    ],
)  # fmt: skip
def test_a_wrong_project_code_says_what_is_wrong(text: str, said: str) -> None:
    _, fault = project_code(text)
    assert fault is not None
    assert said in fault.zh
    assert fault.en


def test_a_credit_code_comes_in_one_form() -> None:
    assert credit_code("91110000600037341l") == ("91110000600037341L", None)
    assert credit_code("９１１１００００６０００３７３４１Ｌ") == ("91110000600037341L", None)


@pytest.mark.parametrize(
    ("text", "said"),
    [("9111000060003734", "16 位"), ("91110000600037342L", "校验"), ("9111000060003734IL", "格式"), ("", "0 位")],
)
def test_a_wrong_credit_code_says_what_is_wrong(text: str, said: str) -> None:
    _, fault = credit_code(text)
    assert fault is not None
    assert said in fault.zh
