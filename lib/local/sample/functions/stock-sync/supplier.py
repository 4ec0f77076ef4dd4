"""Stands for the supplier's feed: mostly fine, now and then late or malformed."""
import random

ARTICLES_PER_FEED = 120


class UpstreamTimeout(Exception):
    """The supplier did not answer in time."""


def fetch(supplier, attempt_limit_ms, fault):
    """Rows of `article;quantity`, as text. `fault` is None, "timeout" or "malformed"."""
    if fault == "timeout":
        raise UpstreamTimeout(f"GET https://feed.{supplier}.example/stock timed out after {attempt_limit_ms} ms")
    rows = [f"p-{number + 1:03d};{random.randrange(0, 240)}" for number in range(ARTICLES_PER_FEED)]
    if fault == "malformed":
        rows[random.randrange(ARTICLES_PER_FEED)] = f"p-{random.randrange(1, 60):03d};n/a"
    return rows
