"""What all tests share."""

import hypothesis
import pytest

from asnkarier.views import language
from tests import golden


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


def pytest_configure(config: pytest.Config) -> None:
    golden.updating = bool(config.getoption("--update-golden"))


@pytest.fixture(autouse=True)
def _own_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the settings of whoever runs the tests out of them."""
    for name in ("ASNKARIER_DB", "ASNKARIER_LANG", "ASNKARIER_BY", "ASNKARIER_DEBUG", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(language, "_current", language.DEFAULT)


# A busy machine is slow, which says nothing about the program: only what is asserted counts.
_PATIENT = hypothesis.settings(deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
# The same cases each time, so that a red run is about the change; `--hypothesis-profile=explore` looks for new ones.
hypothesis.settings.register_profile("patient", _PATIENT, derandomize=True)
hypothesis.settings.register_profile("explore", _PATIENT)
hypothesis.settings.load_profile("patient")
