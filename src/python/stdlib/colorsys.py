"""Colours in three other systems: YIQ (of television), HLS and HSV. Every coordinate is a float from 0 to 1, except I and Q, which can be negative.

In every Python.
Source: https://docs.python.org/3/library/colorsys.html
"""

__all__ = ["rgb_to_yiq", "yiq_to_rgb", "rgb_to_hls", "hls_to_rgb", "rgb_to_hsv", "hsv_to_rgb"]


def rgb_to_yiq(r, g, b):
    y = 0.30 * r + 0.59 * g + 0.11 * b
    return y, 0.74 * (r - y) - 0.27 * (b - y), 0.48 * (r - y) + 0.41 * (b - y)


def yiq_to_rgb(y, i, q):
    r = y + 0.9468822170900693 * i + 0.6235565819861433 * q
    g = y - 0.27478764629897834 * i - 0.6356910791873801 * q
    b = y - 1.1085450346420322 * i + 1.7090069284064666 * q
    return _within(r), _within(g), _within(b)


def _within(value):
    return min(max(value, 0.0), 1.0)


def _hue(r, g, b, most, span):
    """Where on the circle of colours: red at 0, green at a third, blue at two thirds."""
    toward_red, toward_green, toward_blue = (most - r) / span, (most - g) / span, (most - b) / span
    if r == most:
        sixths = toward_blue - toward_green
    elif g == most:
        sixths = 2.0 + toward_red - toward_blue
    else:
        sixths = 4.0 + toward_green - toward_red
    return (sixths / 6.0) % 1.0


def rgb_to_hls(r, g, b):
    most, least = max(r, g, b), min(r, g, b)
    total, span = most + least, most - least
    lightness = total / 2.0
    if most == least:
        return 0.0, lightness, 0.0
    saturation = span / total if lightness <= 0.5 else span / (2.0 - most - least)
    return _hue(r, g, b, most, span), lightness, saturation


def hls_to_rgb(h, l, s):
    if s == 0.0:
        return l, l, l
    high = l * (1.0 + s) if l <= 0.5 else l + s - l * s
    low = 2.0 * l - high
    return _part(low, high, h + 1.0 / 3.0), _part(low, high, h), _part(low, high, h - 1.0 / 3.0)


def _part(low, high, hue):
    hue %= 1.0
    if hue < 1.0 / 6.0:
        return low + (high - low) * hue * 6.0
    if hue < 0.5:
        return high
    if hue < 2.0 / 3.0:
        return low + (high - low) * (2.0 / 3.0 - hue) * 6.0
    return low


def rgb_to_hsv(r, g, b):
    most, least = max(r, g, b), min(r, g, b)
    if most == least:
        return 0.0, 0.0, most
    span = most - least
    return _hue(r, g, b, most, span), span / most, most


def hsv_to_rgb(h, s, v):
    if s == 0.0:
        return v, v, v
    sector = int(h * 6.0)
    along = h * 6.0 - sector
    p, q, t = v * (1.0 - s), v * (1.0 - s * along), v * (1.0 - s * (1.0 - along))
    return [(v, t, p), (q, v, p), (p, v, t), (p, q, v), (t, p, v), (v, p, q)][sector % 6]
