"""commsearch itself: commsearch-index builds from the corpus' files, commsearch-server answers."""

from __future__ import annotations

import json
import os
import pathlib
import shutil
import socket
import subprocess

from systems.base import FACETS, PAGE, Failure, Query, System, Usage, run_measured, size_of

ENVIRONMENT = os.environ | {"LANG": "en_US.UTF-8", "COMMSEARCH_CONFIG": os.devnull}


class HttpConnection:
    """One kept connection to the server, made again when it was closed while idle."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.connect()

    def connect(self) -> None:
        self.socket = socket.create_connection(("127.0.0.1", self.port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def first_bytes(self, request: bytes) -> bytes:
        try:
            self.socket.sendall(request)
            return self.socket.recv(1 << 18)
        except ConnectionError:
            return b""

    def ask(self, request: bytes) -> bytes:
        """The body. Throws Failure when the status is not 200."""
        received = self.first_bytes(request)
        if not received:
            self.socket.close()
            self.connect()
            received = self.first_bytes(request) or self.more()
        while (end := received.find(b"\r\n\r\n")) < 0:
            received += self.more()
        head = received[:end].lower()
        at = head.index(b"content-length:") + len(b"content-length:")
        size = end + 4 + int(head[at:].split(b"\r\n", 1)[0])
        parts, have = [received], len(received)
        while have < size:
            parts.append(self.more())
            have += len(parts[-1])
        if b" 200 " not in head.split(b"\r\n", 1)[0]:
            raise Failure(f"the server answered {b''.join(parts)[:300]!r} to {request[-300:]!r}")
        return b"".join(parts)[end + 4:]

    def more(self) -> bytes:
        part = self.socket.recv(1 << 18)
        if not part:
            raise Failure("the server closed the connection")
        return part

    def close(self) -> None:
        self.socket.close()


class Commsearch(System):
    name = "commsearch"
    unit = "reports"
    how = "commsearch-server, JSON over one kept loopback connection; texts marked by their hits"
    programs = pathlib.Path("build/release/bin")

    def version(self) -> str:
        text = subprocess.run([self.programs / "commsearch", "--version"], capture_output=True,
                              text=True, check=True).stdout
        return text.split()[-1]

    def program_file(self) -> pathlib.Path | None:
        return self.programs / "commsearch-index"

    def build(self, jobs: int) -> Usage:
        shutil.rmtree(self.folder, ignore_errors=True)
        return self.build_again(jobs)

    def build_again(self, jobs: int) -> Usage:
        """Over what stands there: a night."""
        return run_measured([str(self.programs / "commsearch-index"), "build", "--quiet",
                             "--corpus", str(self.data.corpus), "--index", str(self.folder), "--jobs",
                             str(jobs)], environment=ENVIRONMENT)

    def generation(self) -> pathlib.Path:
        return max(self.folder.glob("gen-*"))

    def index_bytes(self) -> int:
        return size_of(self.generation())

    def store_bytes(self) -> int:
        """Size of what only makes nights short, beside the generation."""
        return size_of(self.folder) - self.index_bytes()

    def columns_bytes(self) -> int:
        return sum(path.stat().st_size for path in self.generation().glob("*.columns"))

    def open(self) -> None:
        self.server = subprocess.Popen(
            [self.programs / "commsearch-server", "--index", self.folder, "--port", "0",
             "--per-address", "200", "--queue", "1000", "--search-time", "600", "--no-access-log"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=ENVIRONMENT)
        assert self.server.stdout is not None
        address = self.server.stdout.readline()
        if not address:
            raise Failure(f"commsearch-server did not start on {self.folder}: build it again with "
                          "--rebuild")
        self.port = int(address.rstrip("/\n").rsplit(":", 1)[1])
        self.connection = HttpConnection(self.port)

    def close(self) -> None:
        self.connection.close()
        self.server.terminate()
        self.server.wait(timeout=60)
        assert self.server.stdout is not None
        self.server.stdout.close()

    def prepare(self, query: Query, facets: int) -> object | None:
        if query.match == "prefix":
            return target("/suggest", {"q": query.words[0]})
        body = json.dumps(request_of(query, facets)).encode()
        return (b"POST /search HTTP/1.1\r\nHost: bench\r\nContent-Type: application/json\r\n"
                b"Content-Length: %d\r\n\r\n" % len(body)) + body

    def run(self, request: object) -> object:
        return self.connection.ask(request)  # type: ignore[arg-type]

    def total(self, answer: object) -> int:
        told = json.loads(answer)  # type: ignore[arg-type]
        return told["total"]["passages"] if "total" in told else len(told["suggestions"])

    def can(self, kind: str) -> bool:
        return True

    def cold_command(self, text: str) -> list[str] | None:
        return [str(self.programs / "commsearch"), "--index", str(self.folder), text]


def target(path: str, parameters: dict[str, str]) -> bytes:
    from urllib.parse import urlencode
    return f"GET {path}?{urlencode(parameters)} HTTP/1.1\r\nHost: bench\r\n\r\n".encode()


def text_of(query: Query) -> str:
    if query.match == "phrase":
        return '"' + " ".join(query.words) + '"'
    if query.has_operators:
        return (" OR " if query.match == "any" else " AND ").join(query.words)
    return " ".join(query.words)


def request_of(query: Query, facets: int) -> dict[str, object]:
    request: dict[str, object] = {"query": text_of(query), "facets": list(FACETS[:facets]),
                                  "page": {"limit": PAGE, "offset": query.offset}}
    request["literal"] = True  # as its peers do, which know no places
    if query.is_exact:
        request["exact"] = True
    if query.filters:
        request["filters"] = {facet: label for facet, _, label in query.filters}
    return request
