"""The Frictionless data package that describes the bundled tables: ``datapackage.json``."""

import hashlib
import json
from typing import Any

_DISTRICT, _TOWNSHIP = "[0-9]{6}", "[0-9]{9}"
_DIVISION = "[0-9]{6}(?:[0-9]{3})?"
_VILLAGE = "[0-9]{12}"
_CODES = {
    "divisions.csv": _DIVISION,
    "villages.csv": _VILLAGE,
    "annex_1.csv": _DISTRICT,
    "annex_2.csv": _TOWNSHIP,
    "annex_3.csv": _VILLAGE,
    "aliases.csv": _DIVISION,
    "functional_areas.csv": _TOWNSHIP,
}
_KEYS = {
    "divisions.csv": ["code"],
    "villages.csv": ["code"],
    "annex_1.csv": ["number"],
    "annex_2.csv": ["number"],
    "annex_3.csv": ["number"],
    "discrepancies.csv": ["code", "printed"],
    "functional_areas.csv": ["code"],
    "successors.csv": ["code", "edition"],
    "norms.csv": ["id"],
    "added_norms.csv": ["id"],
    "provisions.csv": ["id"],
    "labels.csv": ["path"],
    "reasons.csv": ["norm"],
    "relations.csv": ["norm", "other"],
    "sentences.csv": ["provision", "number"],
}
_REFERRED = {
    "annex_1.csv": "divisions",
    "annex_2.csv": "divisions",
    "annex_3.csv": "villages",
    "aliases.csv": "divisions",
    "functional_areas.csv": "divisions",
}
_WHOLE = frozenset({"number", "annex", "edition", "start", "body", "end"})


def data_package(tables: dict[str, bytes], sources: dict[str, dict[str, str]]) -> bytes:
    """Return the description of the tables: columns, keys, what refers to what, sizes and hashes."""
    package = {
        "name": "cq-fupin-data",
        "title": "重庆市社会组织参与脱贫攻坚工作指引（2020）的数据 · data of Chongqing's 2020 guideline",
        "profile": "tabular-data-package",
        "resources": [_resource(name, tables[name], sources[name]) for name in sorted(tables)],
    }
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode()


def _resource(name: str, content: bytes, source: dict[str, str]) -> dict[str, Any]:
    return {
        "name": name.removesuffix(".csv"),
        "path": name,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "sources": [{"title": f"{source['publisher']} ({source['edition']})", "path": source["origin"]}],
        "schema": _schema(name, content.decode().splitlines()[0].split(",")),
    }


def _schema(name: str, columns: list[str]) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(name, column) for column in columns]}
    if name in _KEYS:
        schema["primaryKey"] = _KEYS[name]
    if name in _REFERRED:
        target = {"resource": _REFERRED[name], "fields": ["code"]}
        schema["foreignKeys"] = [{"fields": ["code"], "reference": target}]
    return schema


def _field(name: str, column: str) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column, "type": "integer" if column in _WHOLE else "string"}
    constraints: dict[str, Any] = {}
    if column in _KEYS.get(name, ()):
        constraints["required"] = True
    if column == "code" and name in _CODES:
        constraints |= {"required": True, "pattern": _CODES[name]}
    return field | ({"constraints": constraints} if constraints else {})
