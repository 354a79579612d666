"""Times of a running commsearch-server: python3 tests/bench/measure_server.py http://127.0.0.1:8642/
Prints the 50th and 99th percentile in ms, one request at a time, connection included."""

import http.client
import json
import sys
import time
import urllib.parse

server = urllib.parse.urlsplit(sys.argv[1])
words = ["nông thôn mới", "ủy ban nhân dân", "ngân sách", "chăn nuôi", "bảo hiểm y tế", "giáo dục",
         "quốc phòng", "an ninh", "giảm nghèo", "môi trường", "xây dựng đảng", "xã cao", "15/bc"]
connection = http.client.HTTPConnection(server.hostname, server.port)


def milliseconds(target):
    start = time.perf_counter()
    connection.request("GET", target)
    response = connection.getresponse()
    body = response.read()
    if response.status != 200:
        raise SystemExit(f"{target}: {response.status} {body[:200]}")
    return (time.perf_counter() - start) * 1000


def told(name, targets):
    for target in targets:  # warm
        milliseconds(target)
    times = sorted(milliseconds(target) for _ in range(3) for target in targets)
    print(f"{name}: {len(times)} requests, p50 {times[len(times) // 2]:.1f} ms, "
          f"p99 {times[int(len(times) * .99)]:.1f} ms")


def bare(text):
    import unicodedata
    text = unicodedata.normalize("NFD", text.replace("đ", "d"))
    return "".join(c for c in text if not unicodedata.combining(c))


typed = [text[:end] for word in words for text in (word, bare(word)) for end in range(1, len(text) + 1)]
quoted = [urllib.parse.quote(text) for text in typed]
told("suggest, every beginning of the words", [f"/suggest?q={text}" for text in quoted])
full = [urllib.parse.quote(word) for word in words[:11]]
told("search, 10 reports, no facets", [f"/search?facet=none&q={q}" for q in full])
told("search, 10 reports, the usual facets", [f"/search?q={q}" for q in full])
told("search, facets only, two choices", [f"/search?limit=0&issuer=ubnd&year=2021&q={q}" for q in full])
told("everything, facets only", ["/search?limit=0"])
