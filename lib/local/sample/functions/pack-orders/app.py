import json
import logging
import os

logger = logging.getLogger()
logger.setLevel(logging.INFO)

PARCEL_LIMIT = int(os.environ.get("PARCEL_LIMIT", "10"))


def pack(order):
    quantity = sum(int(item["quantity"]) for item in order["items"])
    parcels = -(-quantity // PARCEL_LIMIT)
    logger.info("packed %s: %d items in %d parcels", order["orderId"], quantity, parcels)
    return parcels


def handler(event, context):
    """An SQS batch of orders. What cannot be packed is reported, the rest is done."""
    failures = []
    for record in event["Records"]:
        try:
            pack(json.loads(record["body"]))
        except (KeyError, TypeError, ValueError) as error:
            logger.error("cannot pack message %s: %s %s", record["messageId"], type(error).__name__, error)
            failures.append({"itemIdentifier": record["messageId"]})
    return {"batchItemFailures": failures}
