-- For wrk: the requests of the file named by BENCH_REQUESTS, a JSON body a line, each thread from
-- another place; the figures as one line of JSON behind "RESULT ".
local bodies = {}
for line in io.lines(os.getenv("BENCH_REQUESTS")) do
  bodies[#bodies + 1] = line
end
local threads = 0
function setup(thread)
  thread:set("at", threads * 17)
  threads = threads + 1
end

function request()
  at = at % #bodies + 1
  return wrk.format("POST", "/search", { ["Content-Type"] = "application/json" }, bodies[at])
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    'RESULT {"requests": %d, "seconds": %.3f, "p50": %.3f, "p99": %.3f, "max": %.3f, "errors": %d}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1000,
    latency:percentile(99) / 1000, latency.max / 1000,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
