"""Statements that are run for every page: compiled once, then given to the driver as they are.

What SQLAlchemy does around each run takes several times as long as SQLite needs for the statement. There are eight of
them a page: a twentieth of the processor time of a crawl.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ClauseElement, Connection
from sqlalchemy.engine import Dialect
from sqlalchemy.sql.compiler import SQLCompiler

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Form:
    """A statement in the words of one database. `slots`: its parameters, and what makes the driver's value of each."""

    words: str
    slots: tuple[tuple[str, Callable[[Any], Any] | None], ...]
    constants: Values
    positional: bool

    def bound(self, values: Values) -> Any:
        """The parameters as the driver wants them."""
        given = {**self.constants, **values}
        bound = [process(given[name]) if process else given[name] for name, process in self.slots]
        return bound if self.positional else {name: value for (name, _), value in zip(self.slots, bound, strict=True)}


class Prepared:
    """A statement that is given single values under the same names each time. Errors are those of the driver."""

    def __init__(self, statement: ClauseElement) -> None:
        self._statement = statement
        self._forms: dict[str, _Form] = {}

    def run(self, connection: Connection, *rows: Values) -> list[tuple[Any, ...]]:
        """Once for each; what it gives of one are values of the driver, so let them be numbers and texts."""
        dialect = connection.dialect
        form = self._forms.get(dialect.name) or self._compile(dialect, rows[0])
        cursor = connection.connection.cursor()
        if len(rows) > 1:
            cursor.executemany(form.words, [form.bound(row) for row in rows])
            return []
        cursor.execute(form.words, form.bound(rows[0]))
        return list(cursor.fetchall()) if cursor.description else []

    def _compile(self, dialect: Dialect, values: Values) -> _Form:
        compiled = self._statement.compile(dialect=dialect, column_keys=list(values))
        assert isinstance(compiled, SQLCompiler)
        names = {name: bind for bind, name in compiled.bind_names.items()}
        makers = {name: bind.type.dialect_impl(dialect).bind_processor(dialect) for name, bind in names.items()}
        slots = tuple((name, makers[name]) for name in compiled.positiontup or names)
        constants = {name: compiled.params[name] for name, bind in names.items() if not bind.required}
        self._forms[dialect.name] = _Form(str(compiled), slots, constants, compiled.positional)
        return self._forms[dialect.name]
