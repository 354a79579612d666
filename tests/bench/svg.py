"""A plot of few lines as SVG: panels beside each other, each with a logarithmic x axis."""

from __future__ import annotations

import dataclasses
import math

WIDTH, HEIGHT, MARGIN, INSET = 300, 200, 48, 22
STYLE = ("text { font: 12px sans-serif; fill: #555 } .title { font-weight: bold } "
         "line { stroke: #bbb } polyline { fill: none; stroke: #1565c0; stroke-width: 2 } "
         "circle { fill: #1565c0 }")


@dataclasses.dataclass
class Panel:
    title: str
    points: list[tuple[float, float]]
    note: str = ""


def short(value: float) -> str:
    for limit, unit in ((1e6, "M"), (1e3, "k")):
        if value >= limit:
            return f"{value / limit:.3g}{unit}"
    return f"{value:.3g}"


def ceiling(value: float) -> float:
    """The next of 1, 2, 5, 10, 20, …"""
    power = 10 ** math.floor(math.log10(value))
    return next(step * power for step in (1, 2, 5, 10) if step * power >= value * 0.999)


def panel(of: Panel, left: float) -> list[str]:
    xs = [math.log10(x) for x, _ in of.points]
    low, span = min(xs), (max(xs) - min(xs)) or 1
    top = ceiling(max(y for _, y in of.points) * 1.05)
    inner_width, bottom = WIDTH - 2 * MARGIN, HEIGHT - 28

    def at(x: float, y: float) -> tuple[float, float]:
        return (left + MARGIN + INSET + (x - low) / span * (inner_width - 2 * INSET),
                bottom - y / top * (bottom - MARGIN))

    places = [at(x, y) for x, (_, y) in zip(xs, of.points)]
    parts = [f'<text class="title" x="{left + MARGIN}" y="18">{of.title}</text>',
             f'<text x="{left + MARGIN}" y="34">{of.note}</text>']
    for share in (0, 0.5, 1):
        x, y = left + MARGIN, at(low, top * share)[1]
        parts.append(f'<line x1="{x:.1f}" y1="{y:.1f}" x2="{x + inner_width:.1f}" y2="{y:.1f}"/>')
        parts.append(f'<text x="{x - 6:.1f}" y="{y + 4:.1f}" text-anchor="end">'
                     f'{short(top * share)}</text>')
    joined = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    parts.append(f'<polyline points="{joined}"/>')
    for (x, y), (passages, value) in zip(places, of.points):
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3"/>')
        parts.append(f'<text x="{x:.1f}" y="{y - 8:.1f}" text-anchor="middle">{short(value)}</text>')
        parts.append(f'<text x="{x:.1f}" y="{bottom + 18}" text-anchor="middle">'
                     f'{short(passages)}</text>')
    return parts


def plot(panels: list[Panel]) -> str:
    width = WIDTH * len(panels)
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {HEIGHT}" '
             f'width="{width}" height="{HEIGHT}" role="img">', f"<style>{STYLE}</style>",
             f'<rect width="{width}" height="{HEIGHT}" fill="#fff"/>']
    for number, each in enumerate(panels):
        parts += panel(each, WIDTH * number)
    return "\n".join([*parts, "</svg>"]) + "\n"
