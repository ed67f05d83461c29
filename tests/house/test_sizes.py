"""Small files, small functions."""

import ast
from statistics import median

from house.source import modules, ratchet

FILE_LINES = 300
FUNCTION_LINES = 40
MEDIAN_LINES = 80
EVERYTHING = ("src/ballast", "tests", "tools", "bench")


def test_no_file_is_longer_than_three_hundred_lines() -> None:
    lengths = {module.path: module.text.count("\n") for module in modules(*EVERYTHING)}
    ratchet("file_lines", {path: lines for path, lines in lengths.items() if lines > FILE_LINES})


def test_no_function_is_longer_than_forty_lines() -> None:
    long: dict[str, int] = {}
    for module in modules(*EVERYTHING):
        for node in module.nodes:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > FUNCTION_LINES:
                    long[f"{module.path}::{node.name}"] = lines
    ratchet("function_lines", long)


def test_half_of_the_files_have_at_most_eighty_lines() -> None:
    middle = int(median(module.text.count("\n") for module in modules() if module.text))
    ratchet("median_lines", {"src/ballast": middle} if middle > MEDIAN_LINES else {})
