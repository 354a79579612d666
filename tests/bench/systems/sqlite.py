"""SQLite FTS5: unicode61 with remove_diacritics 2, external content, optimised, in the process."""

from __future__ import annotations

import shutil
import sqlite3

from systems.base import FACET_VALUES, FACETS, PAGE, Failure, Query, System, Usage, run_measured

COLUMNS = ", ".join(f"f{i} INTEGER" for i in range(len(FACETS)))

BUILD = f"""
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -400000;
CREATE TABLE loaded(id INTEGER PRIMARY KEY, report INTEGER, context INTEGER, date INTEGER, {COLUMNS},
                    title TEXT, text TEXT);
CREATE TABLE passages(id INTEGER PRIMARY KEY, title TEXT, text TEXT);
CREATE TABLE facets(id INTEGER PRIMARY KEY, date INTEGER, {COLUMNS}, report INTEGER);
CREATE VIRTUAL TABLE words USING fts5(text, content='passages', content_rowid='id',
                                      tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE vocabulary USING fts5vocab(words, row);
.mode ascii
.separator "\\t" "\\n"
.import {{table}} loaded
BEGIN;
INSERT INTO passages SELECT id, title, text FROM loaded;
INSERT INTO facets SELECT id, date, {", ".join(f"f{i}" for i in range(len(FACETS)))}, report FROM loaded;
INSERT INTO words(words) VALUES('rebuild');
INSERT INTO words(words) VALUES('optimize');
CREATE INDEX facets_date ON facets(date);
DROP TABLE loaded;
COMMIT;
VACUUM;
ANALYZE;
"""


class Sqlite(System):
    name = "SQLite FTS5"
    reading = "folded"
    how = "in the process (Python's sqlite3), 1 GB of cache, memory map; narrow table of facets"

    @classmethod
    def missing(cls) -> str | None:
        return None if shutil.which("sqlite3") else "sqlite3"

    def version(self) -> str:
        return sqlite3.sqlite_version

    @property
    def file(self):
        return self.folder / "fts.sqlite"

    def build(self, jobs: int) -> Usage:
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        script = self.folder / "build.sql"
        script.write_text(".bail on\n" + BUILD.format(table=self.data.table))
        return run_measured(["sqlite3", str(self.file)], stdin=script)

    def open(self) -> None:
        self.connection = sqlite3.connect(self.file)
        for pragma in ("mmap_size = 17179869184", "cache_size = -1000000", "temp_store = MEMORY",
                       "query_only = ON"):
            self.connection.execute("PRAGMA " + pragma)
        rows = self.connection.execute("SELECT count(*) FROM passages").fetchone()[0]
        if rows != self.data.passages:
            raise Failure(f"{self.file} holds {rows} rows, not {self.data.passages}; "
                          "build it again with --rebuild")

    def close(self) -> None:
        self.connection.close()

    def prepare(self, query: Query, facets: int) -> object | None:
        if query.match == "prefix":
            prefix = query.words[0]
            return [("SELECT term, doc FROM vocabulary WHERE term >= ? AND term < ? "
                     "ORDER BY doc DESC LIMIT 10", (prefix, prefix + "\U0010ffff"))]
        chosen = [f"facets.f{FACETS.index(facet)} = {number}" for facet, number, _ in query.filters]
        if query.match == "browse":
            where, arguments = " AND ".join(chosen) or "1", ()
            order, source = "facets.date DESC", "facets"
        else:
            where, arguments = " AND ".join(["words MATCH ?", *chosen]), (match_of(query),)
            order, source = "rank", "words CROSS JOIN facets ON facets.id = words.rowid"
        if query.match != "browse" and not chosen:
            ids = f"SELECT rowid AS id, rank AS place FROM words WHERE {where}"
        else:
            ids = f"SELECT facets.id AS id, {order} AS place FROM {source} WHERE {where}".replace(
                " DESC AS", " AS")
        direction = " DESC" if query.match == "browse" else ""
        rows = (f"SELECT title, text FROM ({ids} ORDER BY place{direction} LIMIT {PAGE} "
                f"OFFSET {query.offset}) AS hits JOIN passages ON passages.id = hits.id "
                f"ORDER BY place{direction}")
        return [(counting(where, source, facets), arguments), (rows, arguments)]

    def run(self, request: object) -> object:
        return [self.connection.execute(*part).fetchall() for part in request]  # type: ignore

    def total(self, answer: object) -> int:
        first = answer[0]  # type: ignore[index]
        return first[0][2] if len(answer) > 1 else len(first)  # type: ignore[arg-type]

    def reports_by(self, query: Query, facet: str) -> dict[str, int]:
        """Label of a facet's value -> number of matching reports, to compare answers."""
        labels = {}
        for line in (self.data.folder / "values.tsv").read_text().splitlines():
            name, number, label = line.split("\t")
            if name == facet:
                labels[int(number)] = label
        column = f"facets.f{FACETS.index(facet)}"
        return {labels[number]: reports for number, reports in self.connection.execute(
            f"SELECT {column}, count(DISTINCT facets.report) FROM words "
            f"JOIN facets ON facets.id = words.rowid WHERE words MATCH ? GROUP BY 1",
            (match_of(query),))}

    def cold_command(self, text: str) -> list[str] | None:
        rows, arguments = self.prepare(Query("cold", "all", tuple(text.split())), 0)[1]  # type: ignore
        return ["sqlite3", str(self.file), rows.replace("?", f"'{arguments[0]}'")]


def match_of(query: Query) -> str:
    quoted = [f'"{word}"' for word in query.words]
    if query.match == "phrase":
        return '"' + " ".join(query.words) + '"'
    return (" OR " if query.match == "any" else " AND ").join(quoted)


def counting(where: str, source: str, facets: int) -> str:
    """One pass over the matches, then a group for each facet."""
    if facets == 0:
        return f"SELECT 0, 0, count(*) FROM {source} WHERE {where}"
    columns = ", ".join(f"facets.f{i}" for i in range(facets))
    parts = [f"WITH matched AS MATERIALIZED (SELECT {columns} FROM {source} WHERE {where}) "
             "SELECT 0, 0, count(*) FROM matched"]
    parts += [f"SELECT * FROM (SELECT {i + 1}, f{i}, count(*) AS n FROM matched GROUP BY f{i} "
              f"ORDER BY n DESC LIMIT {FACET_VALUES})" for i in range(facets)]
    return " UNION ALL ".join(parts)
