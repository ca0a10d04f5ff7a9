"""Rules that hold for every file."""

import ast
import re
import subprocess

import pytest
from bomiljo.settings import Settings

from tests.house.operations import ROOT

LONGEST = 300
GENERATED = re.compile(r"(\.gen\.|routeTree|migrations/versions/|\.d\.ts$)")
TRACKED = subprocess.run(
    ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
    cwd=ROOT,
    capture_output=True,
    text=True,
    check=True,
).stdout.splitlines()
PYTHON = [
    name
    for name in TRACKED
    if name.startswith("backend/bomiljo/") and name.endswith(".py") and (ROOT / name).exists()
]


def test_no_file_is_longer_than_a_person_reads() -> None:
    long = {
        name: lines
        for name in TRACKED
        if name.endswith((".py", ".ts", ".tsx")) and not GENERATED.search(name)
        if (ROOT / name).exists()
        and (lines := len((ROOT / name).read_text().splitlines())) > LONGEST
    }
    assert long == {}


@pytest.mark.parametrize("name", PYTHON)
def test_transactions_begin_and_end_in_one_place(name: str) -> None:
    calls = {
        node.func.attr
        for node in ast.walk(ast.parse((ROOT / name).read_text()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    allowed = ("kernel/", "embedded/", "runner.py", "demo/")
    if not any(part in name for part in allowed):
        assert not calls & {"commit", "rollback"}


def test_roles_are_compared_in_access_and_in_tables_of_choice_only() -> None:
    guilty = [
        name
        for name in PYTHON
        if "/access/" not in name and "/demo/" not in name
        if re.search(r"\bactor\.(role|audience)\b *(==|!=|in |is )", (ROOT / name).read_text())
    ]
    assert guilty == []


def test_every_setting_is_read_somewhere_and_documented() -> None:
    code = "\n".join((ROOT / name).read_text() for name in PYTHON)
    operations = (ROOT / "docs" / "operations.md").read_text()
    for name in Settings.model_fields:
        assert re.search(rf"\b(self|settings|get_settings\(\))\.{name}\b", code), f"{name} is dead"
        variable = "PORT" if name == "port" else f"BOMILJO_{name.upper()}"
        assert f"`{variable}`" in operations, f"{variable} is not in docs/operations.md"


def test_no_file_names_a_package_index() -> None:
    hosts = [
        ".".join(parts) for parts in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"))
    ]
    guilty = [
        name
        for name in TRACKED
        if (ROOT / name).is_file()
        and (data := (ROOT / name).read_bytes())
        and any(host.encode() in data for host in hosts)
    ]
    assert guilty == []
