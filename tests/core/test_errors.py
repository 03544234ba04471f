import pytest

from asnkarier.core.errors import AsnError, RuleError, Stopped, StoreError, Usage


@pytest.mark.parametrize(("error", "exit_code"), [(Stopped, 1), (Usage, 2), (RuleError, 3), (StoreError, 4)])
def test_exit_code_of_each_refusal(error: type[AsnError], exit_code: int) -> None:
    raised = error("some_code", {"file": "x.toml"})
    assert (raised.exit_code, raised.code, raised.values) == (exit_code, "some_code", {"file": "x.toml"})


def test_values_are_a_copy() -> None:
    values: dict[str, object] = {"key": 1}
    raised = RuleError("some_code", values)
    values["key"] = 2
    assert raised.values == {"key": 1}
