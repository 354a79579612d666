"""A question from a standing start: a process is started, answers and ends."""

from __future__ import annotations

import os
import pathlib
import statistics
import subprocess
import time

from systems import System
from systems.base import Failure, run_measured
from systems.commsearch import ENVIRONMENT

QUESTION = "nông thôn mới"
DROP = pathlib.Path("/proc/sys/vm/drop_caches")


def drop_caches() -> bool:
    """Empties the kernel's page cache; False where it may not."""
    try:
        os.sync()
        DROP.write_text("3\n")
        return True
    except OSError:
        return False


def milliseconds(command: list[str], times: int, drops: bool) -> dict[str, float] | None:
    found = []
    for _ in range(times):
        if drops and not drop_caches():
            return None
        start = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, env=ENVIRONMENT, check=True)
        found.append((time.perf_counter() - start) * 1000)
    return {"p50": statistics.median(found), "min": min(found), "max": max(found)}


def cold(system: System, times: int, drops: bool) -> dict[str, object] | None:
    """None when no program of it is started for a question. With the page cache dropped
    too, a quarter of `times`, if `drops` and where the kernel lets us."""
    command = system.cold_command(QUESTION)
    if command is None:
        return None
    if not subprocess.run(command, capture_output=True, env=ENVIRONMENT, check=False).stdout:
        raise Failure(f"{command} found nothing")
    return {"warm": milliseconds(command, times, False),
            "dropped": milliseconds(command, max(1, times // 4), True) if drops else None,
            "peak_bytes": run_measured(command, environment=ENVIRONMENT).peak_bytes}
