"""commsearch-server under several clients at once, a mix of all kinds with all facets; by wrk."""

from __future__ import annotations

import json
import os
import pathlib
import re
import shutil
import subprocess

from kinds import KINDS, Drawer
from systems import Commsearch
from systems.base import FACETS, Failure
from systems.commsearch import request_of

CLIENTS = (1, 8, 64)


def memory_of(process: int) -> dict[str, int]:
    """Resident bytes: in all, and those of files that are mapped."""
    status = pathlib.Path(f"/proc/{process}/status").read_text()
    kilobytes = dict(re.findall(r"(VmRSS|RssFile|RssAnon):\s+(\d+) kB", status))
    return {name: int(number) * 1024 for name, number in kilobytes.items()}


def write_requests(drawer: Drawer, path: pathlib.Path) -> None:
    """Ten of each kind but suggestions, in turns."""
    kinds = [kind for kind in KINDS if kind.match != "prefix"]
    drawn = [drawer.queries(kind, 10) for kind in kinds]
    with open(path, "w") as out:
        for turn in range(10):
            for queries in drawn:
                body = request_of(queries[turn], len(FACETS))
                out.write(json.dumps(body, ensure_ascii=False) + "\n")


def load(ours: Commsearch, drawer: Drawer, seconds: int) -> dict[str, object] | None:
    """Clients -> throughput and latency; None without wrk. Throws Failure when requests failed."""
    if not shutil.which("wrk"):
        return None
    requests = ours.folder.parent / "requests.ndjson"
    write_requests(drawer, requests)
    found: dict[str, object] = {}
    for clients in CLIENTS:
        done = subprocess.run(
            ["wrk", "-t1", f"-c{clients}", f"-d{seconds}s", "--timeout", "60s", "-s",
             pathlib.Path(__file__).with_name("load.lua"), f"http://127.0.0.1:{ours.port}/search"],
            env=os.environ | {"BENCH_REQUESTS": str(requests)}, capture_output=True, text=True,
            check=False)
        result = re.search(r"^RESULT (.*)$", done.stdout, re.MULTILINE)
        if not result:
            raise Failure(f"wrk: {done.stdout[-300:]}{done.stderr[-300:]}")
        figures = json.loads(result[1])
        if not figures["requests"]:
            raise Failure(f"no answer to {clients} clients in {seconds} s: --load-seconds")
        if figures["errors"]:
            raise Failure(f"{figures['errors']} of {figures['requests']} requests failed with "
                          f"{clients} clients")
        figures["searches_a_second"] = figures["requests"] / figures["seconds"]
        found[str(clients)] = figures
    found["memory"] = memory_of(ours.server.pid)
    return found
