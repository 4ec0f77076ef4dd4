import datetime
import logging
import os
import random
import statistics
from collections import Counter, defaultdict

logger = logging.getLogger()
logger.setLevel(logging.INFO)

CATEGORIES = (("kitchen", 3200), ("home", 5400), ("travel", 7100), ("desk", 2600))
ORDER_COUNT = int(os.environ.get("ORDER_COUNT", "6000"))
CURRENCY = os.environ.get("REPORT_CURRENCY", "EUR")


def orders_of(day, count):
    """The orders of one day: always the same ones for the same day."""
    source = random.Random(day.isoformat())
    for number in range(count):
        category, mean_cents = source.choice(CATEGORIES)
        quantity = source.choices((1, 2, 3, 4), (62, 24, 10, 4))[0]
        cents = max(500, int(source.lognormvariate(0, 0.5) * mean_cents))
        yield {
            "product": f"{category}-{source.randrange(15) + 1:02d}",
            "category": category,
            "cents": cents * quantity,
            "hour": min(23, int(source.gauss(16, 4)) % 24),
            "returned": source.random() < 0.03,
        }


def report_of(orders):
    revenue, products, hours, values = defaultdict(int), Counter(), Counter(), []
    returned = 0
    for order in orders:
        returned += order["returned"]
        revenue[order["category"]] += order["cents"]
        products[order["product"]] += 1
        hours[order["hour"]] += 1
        values.append(order["cents"])
    return {
        "orders": len(values),
        "revenue": round(sum(values) / 100, 2),
        "revenueByCategory": {name: round(cents / 100, 2) for name, cents in sorted(revenue.items())},
        "medianOrder": round(statistics.median(values) / 100, 2),
        "p95Order": round(statistics.quantiles(values, n=20)[18] / 100, 2),
        "returnRate": round(returned / len(values), 4),
        "busiestHour": hours.most_common(1)[0][0],
        "topProducts": [{"product": name, "orders": count} for name, count in products.most_common(5)],
    }


def day_of(event):
    """EventBridge sends `time`; a direct call may name `date`. The report is about the day before `time`."""
    if "date" in event:
        return datetime.date.fromisoformat(event["date"])
    if "time" in event:
        return datetime.datetime.fromisoformat(event["time"].replace("Z", "+00:00")).date() - datetime.timedelta(days=1)
    return datetime.datetime.now(datetime.timezone.utc).date() - datetime.timedelta(days=1)


def handler(event, context):
    day = day_of(event or {})
    report = report_of(orders_of(day, ORDER_COUNT))
    logger.info("report for %s: %d orders, %.2f %s", day, report["orders"], report["revenue"], CURRENCY)
    return {"date": day.isoformat(), "currency": CURRENCY, **report}
