"""The law inside a sealed decision: every record as it was written, to be judged by again without the program's own files."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from asnkarier.core.regulation import Regulation, Version
from asnkarier.law.decode import Where, table
from asnkarier.law.load import Lawbook, fingerprint, in_order, read_record, record_hash


class SealedLaw(Lawbook):
    """A lawbook of the records in a sealed decision and of nothing else; other topics are not regulated in it."""

    def __init__(self, rules: Iterable[Mapping[str, Any]]) -> None:
        """Read records as `sealed` wrote them."""
        super().__init__()
        self._sealed: dict[str, list[object]] = {}
        for rule in rules:
            self._sealed.setdefault(str(rule["topic"]), []).append(_thawed(rule["record"]))

    def _load(self, name: str) -> Regulation[Any]:
        where = Where(name).at("version")
        records = self._sealed.get(name, [])
        versions = [
            read_record(name, table(record, where.at(i)), where.at(i), added=False) for i, record in enumerate(records)
        ]
        return Regulation(name, {}, in_order(versions, where))


def sealed(law: Lawbook, as_of: date) -> list[dict[str, object]]:
    """Return every record up to the day of the topics that were asked, whole, with its hash and whether it was in force."""
    found: list[dict[str, object]] = []
    for name, regulation in sorted(law.asked.items()):
        past = [version for version in regulation.versions if version.in_force_since <= as_of]
        for version in past:
            last = version.in_force_until
            found.append(
                {
                    "topic": name,
                    "in_force_since": version.in_force_since,
                    "in_force": version is past[-1] and (last is None or as_of <= last),
                    "law": version.citation.law,
                    "article": version.citation.article,
                    "added": version.added,
                    "sha256": fingerprint(version),
                    "record": _frozen(version.record),
                }
            )
    return found


def tampered(rules: Sequence[Mapping[str, Any]]) -> list[str]:
    """Return the topics whose record is not the one whose hash stands beside it."""
    return [str(rule["topic"]) for rule in rules if record_hash(_thawed(rule["record"])) != rule["sha256"]]


def changed(rules: Sequence[Mapping[str, Any]], law: Lawbook, as_of: date) -> list[dict[str, object]]:
    """Return the sealed records in force whose topic says something else for the day in `law`: both hashes."""
    result = []
    for rule in rules:
        if not rule["in_force"]:
            continue
        now = next((v for v in reversed(law.topic(rule["topic"]).versions) if v.in_force_since <= as_of), None)
        digest = None if now is None or _ended(now, as_of) else fingerprint(now)
        if digest != rule["sha256"]:
            result.append({"topic": rule["topic"], "law": rule["law"], "sealed": rule["sha256"], "now": digest})
    return result


def _ended(version: Version[Any], as_of: date) -> bool:
    return version.in_force_until is not None and version.in_force_until < as_of


def _frozen(value: object) -> object:
    """Return a value of TOML as JSON can hold it: days and decimal numbers keep their type under a key of their own."""
    if isinstance(value, Mapping):
        return {key: _frozen(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_frozen(item) for item in value]
    if isinstance(value, date):
        return {"$date": value.isoformat()}
    if isinstance(value, Decimal):
        return {"$decimal": str(value)}
    return value


def _thawed(value: object) -> object:
    if isinstance(value, Mapping):
        if set(value) == {"$date"}:
            return date.fromisoformat(str(value["$date"]))
        if set(value) == {"$decimal"}:
            return Decimal(str(value["$decimal"]))
        return {key: _thawed(item) for key, item in value.items()}
    return [_thawed(item) for item in value] if isinstance(value, list) else value
