import logging
import os
import random

from supplier import fetch

logger = logging.getLogger()
logger.setLevel(logging.INFO)

FAULT_RATE = float(os.environ.get("SUPPLIER_FAULT_RATE", "0.08"))
TIMEOUT_MS = int(os.environ.get("SUPPLIER_TIMEOUT_MS", "2500"))
LOW_STOCK = 10

stock = {}


def chosen_fault(event):
    """What the event asks for ("timeout", "malformed", "none"), else chance decides."""
    if "fault" in event:
        return None if event["fault"] == "none" else event["fault"]
    if random.random() >= FAULT_RATE:
        return None
    return random.choice(("timeout", "timeout", "malformed"))


def parse(row):
    article, quantity = row.split(";")
    return article, int(quantity)


def handler(event, context):
    """{"supplier": "nordic-wholesale"}; {"fault": "timeout"} to see it fail."""
    event = event or {}
    supplier = event.get("supplier", "nordic-wholesale")
    rows = fetch(supplier, TIMEOUT_MS, chosen_fault(event))
    fresh = dict(parse(row) for row in rows)
    changed = sum(1 for article, quantity in fresh.items() if stock.get(article) != quantity)
    stock.update(fresh)
    low = sorted(article for article, quantity in fresh.items() if quantity < LOW_STOCK)
    logger.info("synced %s: %d articles, %d changed, %d low", supplier, len(fresh), changed, len(low))
    return {"supplier": supplier, "articles": len(fresh), "changed": changed, "lowStock": low[:10]}
