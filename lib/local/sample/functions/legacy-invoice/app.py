# Written for Python 3.8 and never moved: keep to its syntax.
import datetime
import logging
import os
from decimal import ROUND_HALF_UP, Decimal

logger = logging.getLogger()
logger.setLevel(logging.INFO)

VAT_RATE = Decimal(os.environ.get("VAT_RATE", "0.21"))
SELLER = os.environ.get("SELLER", "Example Shop B.V.")
CENT = Decimal("0.01")
WIDTH = 46

DEFAULT_LINES = [
    {"text": "Enamel mug, sand", "quantity": 2, "unitPrice": "14.00"},
    {"text": "Wool blanket, ink", "quantity": 1, "unitPrice": "91.00"},
]


def money(amount):
    return amount.quantize(CENT, rounding=ROUND_HALF_UP)


def render(number, day, lines):
    """The invoice as plain text, and its totals."""
    net = sum((Decimal(line["unitPrice"]) * line["quantity"] for line in lines), Decimal(0))
    vat = money(net * VAT_RATE)
    text = ["%s" % SELLER, "Invoice %s, %s" % (number, day.isoformat()), "-" * WIDTH]
    for line in lines:
        amount = money(Decimal(line["unitPrice"]) * line["quantity"])
        text.append("%-28.28s %4d x %10s" % (line["text"], line["quantity"], amount))
    text.append("-" * WIDTH)
    for label, amount in (("Net", money(net)), ("VAT", vat), ("Total", money(net + vat))):
        text.append("%-34s %11s" % (label, amount))
    return "\n".join(text) + "\n", {"net": str(money(net)), "vat": str(vat), "total": str(money(net + vat))}


def handler(event, context):
    """{"orderId": "o-…", "date": "2024-05-31", "lines": [{"text", "quantity", "unitPrice"}]}"""
    event = event or {}
    order_id = event.get("orderId", "o-0000000001")
    day = datetime.date.fromisoformat(event["date"]) if "date" in event else datetime.date.today()
    number = "%d-%s" % (day.year, order_id[-6:].upper())
    text, totals = render(number, day, event.get("lines", DEFAULT_LINES))
    logger.info("invoice %s: total %s", number, totals["total"])
    return {"invoice": number, "text": text, "totals": totals}
