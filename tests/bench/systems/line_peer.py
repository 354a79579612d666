"""Peers that are a program of ours: requests and answers are lines (plain_xapian.cc)."""

from __future__ import annotations

from systems.base import FACETS, PipedProgram, Query, System


class LinePeer(System):
    def serve_command(self) -> list[str]:
        raise NotImplementedError

    def open(self) -> None:
        self.program = PipedProgram(self.serve_command())

    def close(self) -> None:
        self.program.close()

    def prepare(self, query: Query, facets: int) -> object | None:
        chosen = ";".join(f"{FACETS.index(facet)}={number}" for facet, number, _ in query.filters)
        return "\t".join([query.match, str(facets), str(query.offset), chosen,
                          " ".join(query.words)]).encode()

    def run(self, request: object) -> object:
        return self.program.ask(request)  # type: ignore[arg-type]

    def total(self, answer: object) -> int:
        return int(answer.split(b"\t", 1)[0])  # type: ignore[attr-defined]
