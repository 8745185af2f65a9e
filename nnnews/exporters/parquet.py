"""Parquet, for those who compute with the data. pyarrow is imported only here, and only when it is wanted."""

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from io import BytesIO
from typing import Any

from nnnews.errors import ConfigError

_NUMBERS = ("value", "value_max")
_KINDS = {**dict.fromkeys(_NUMBERS, "float64"), "figures": "int64", "relevant": "bool"}


def render(columns: Iterable[str], rows: Iterable[Mapping[str, Any]]) -> Iterator[bytes]:
    """A file of one row group. Raises ConfigError when pyarrow is not installed."""
    try:
        pyarrow, files = import_module("pyarrow"), import_module("pyarrow.parquet")
    except ModuleNotFoundError as error:
        raise ConfigError("setting 'parquet' needs pyarrow; run `pip install nnnews[parquet]`") from error
    schema = pyarrow.schema([(name, _KINDS.get(name, "string")) for name in columns])
    table = pyarrow.Table.from_pylist([_row(schema.names, row) for row in rows], schema=schema)
    buffer = BytesIO()
    files.write_table(table, buffer)
    yield buffer.getvalue()


def _row(names: Iterable[str], row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: float(row[name]) if name in _NUMBERS and row[name] is not None else row[name] for name in names}
