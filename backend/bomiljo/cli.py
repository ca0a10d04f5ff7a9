"""What `make` calls: run the house, migrate and seed it, print its contract."""

import json
import sys
from pathlib import Path

from bomiljo.access.roles import Role
from bomiljo.demo.app import create_demo_api
from bomiljo.settings import Settings

CONTRACT = Path(__file__).parents[2] / "openapi"
VERBS = "run | migrate | seed | worker | sweep | openapi | openapi-check"


def contract() -> tuple[str, str]:
    """The OpenAPI document and the table of operations and roles, both as committed."""
    document = create_demo_api(Settings(mode="demo")).openapi()
    text = json.dumps(document, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    return text, access_table(document)


def access_table(document: dict[str, dict[str, dict[str, dict[str, list[str]]]]]) -> str:
    lines = [
        "# Who may do what",
        "",
        "| operation | permission | " + " | ".join(Role) + " |",
        "|---|---|" + ":-:|" * len(Role),
    ]
    for path, item in sorted(document["paths"].items()):
        for method, operation in sorted(item.items()):
            roles = operation.get("x-roles", list(Role))
            marks = " | ".join("x" if role in roles else " " for role in Role)
            permission = operation.get("x-permission", "*open*")
            lines.append(f"| {method.upper()} {path} | {permission} | {marks} |")
    return "\n".join(lines) + "\n"


def write_contract() -> None:
    document, table = contract()
    CONTRACT.mkdir(exist_ok=True)
    (CONTRACT / "openapi.json").write_text(document)
    (CONTRACT / "access.md").write_text(table)


def check_contract() -> None:
    document, table = contract()
    same = (CONTRACT / "openapi.json").read_text() == document
    if not same or (CONTRACT / "access.md").read_text() != table:
        sys.exit("openapi/ is not what the code says: run `make openapi` and read the difference")


def main() -> None:
    from bomiljo import runner  # noqa: PLC0415

    verbs = {
        "run": runner.run,
        "migrate": runner.migrate,
        "seed": runner.seed,
        "worker": runner.work,
        "sweep": runner.sweep,
        "openapi": write_contract,
        "openapi-check": check_contract,
    }
    verb = verbs.get(sys.argv[1] if len(sys.argv) == 2 else "")
    if verb is None:
        sys.exit(f"usage: python -m bomiljo.cli {VERBS}")
    verb()


if __name__ == "__main__":
    main()
