"""How a post is named where several are spoken of."""

from typing import NamedTuple


class Named(NamedTuple):
    """A post and the unit it belongs to; `alone` where no other post bears the name."""

    position: str
    unit: str | None
    alone: bool

    @property
    def said(self) -> str:
        """The name as it is typed: `name @ unit` where several bear it."""
        return self.position if self.alone or self.unit is None else f"{self.position} @ {self.unit}"

    def as_data(self) -> dict[str, object]:
        """Return what a JSON document says of it."""
        return {"position": self.position, "unit": self.unit}
