"""A handler's result as bytes for the Runtime API."""

from . import json_text
from .handler_loader import InitError


def _decimal(value):
    import decimal

    if isinstance(value, decimal.Decimal):
        return float(value)
    raise TypeError(f"Object of type {type(value).__name__} is not JSON serializable")


def encode(result, ascii_only):
    """Returns (body, content type)."""
    if isinstance(result, bytes):
        return result, "application/unknown"
    try:
        return json_text.dumps(result, ascii_only, _decimal).encode("utf-8", "surrogatepass"), "application/json"
    except Exception as error:
        raise InitError("Runtime.MarshalError", f"Unable to marshal response: {error}") from error
