"""Every code the program raises or finds has its words, and no words lie about unused."""

import ast
from pathlib import Path

from asnkarier.views.messages.catalogue import everything, fill

PACKAGE = Path(__file__).parents[2] / "asnkarier"
SAYERS = {"Finding", "Usage", "Stopped", "RuleError", "StoreError", "AsnError", "Bad"}


def _codes() -> dict[str, str]:
    """Return code → file of every `Finding("code", …)` and every refusal in the program."""
    found: dict[str, str] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in SAYERS:
                first = node.args[0] if node.args else next((k.value for k in node.keywords if k.arg == "code"), None)
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    found.setdefault(first.value, str(path.relative_to(PACKAGE)))
    return found


def _literals() -> set[str]:
    """Return every string literal outside the messages: a code may be chosen before it is raised."""
    found: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        if "messages" not in path.parts:
            tree = ast.parse(path.read_text(encoding="utf-8"))
            found.update(
                node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
            )
    return found


def test_every_code_has_words() -> None:
    missing = {code: file for code, file in _codes().items() if code not in everything()}
    assert missing == {}, "add the codes to a module of asnkarier/views/messages"


def test_every_message_is_used() -> None:
    assert sorted(everything().keys() - _literals()) == []


def test_every_message_says_something() -> None:
    assert [code for code, message in everything().items() if not message.message] == []


def test_the_word_goes_with_the_number() -> None:
    text = "{rows} {rows:row|rows} and {posts} {posts:post|posts}"
    assert fill(text, {"rows": 1, "posts": 2}) == "1 row and 2 posts"
    assert fill(text, {"rows": 0, "posts": "1"}) == "0 rows and 1 post"


def test_a_remedy_without_anything_near_leaves_the_brackets_out() -> None:
    remedy = everything()["person_unknown"].remedy
    assert "nearest" not in fill(remedy, {"nip": "1", "nearest": ""})
    assert "(nearest: 198001012005012901)" in fill(remedy, {"nip": "1", "nearest": "198001012005012901"})
