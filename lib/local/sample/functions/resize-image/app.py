import base64
import hashlib
import logging
import os

import bmp
import png

logger = logging.getLogger()
logger.setLevel(logging.INFO)

DEFAULT_WIDTH = int(os.environ.get("THUMBNAIL_WIDTH", "64"))
MAX_SOURCE_PIXELS = 1_000_000


def generated(key):
    """A photo-like PNG that depends on the key alone: stands for the object in the bucket."""
    seed = hashlib.sha256(key.encode()).digest()
    width, height = 128 + seed[0] % 64, 96 + seed[1] % 48
    rows = []
    for y in range(height):
        row = bytearray(width * 3)
        for x in range(width):
            row[x * 3] = (seed[2] + x * 2 + y) & 255
            row[x * 3 + 1] = (seed[3] + x * y // 32) & 255
            row[x * 3 + 2] = (seed[4] + y * 3) & 255
        rows.append(row)
    return png.encode(width, height, 3, rows)


def decode(data):
    if data.startswith(png.SIGNATURE):
        return "png", png.decode(data)
    if data.startswith(b"BM"):
        return "bmp", bmp.decode(data)
    raise png.UnsupportedImage("only PNG and BMP can be resized")


def shrink(width, height, channels, rows, target_width, target_height):
    """Averages the box of source pixels below each target pixel."""
    result = []
    for ty in range(target_height):
        top, bottom = ty * height // target_height, max(ty * height // target_height + 1, (ty + 1) * height // target_height)
        line = bytearray()
        for tx in range(target_width):
            left, right = tx * width // target_width, max(tx * width // target_width + 1, (tx + 1) * width // target_width)
            count = (bottom - top) * (right - left)
            for channel in range(channels):
                total = sum(sum(row[left * channels + channel : right * channels : channels]) for row in rows[top:bottom])
                line.append(total // count)
        result.append(line)
    return result


def describe(data, image_format, width, height):
    return {
        "format": image_format,
        "width": width,
        "height": height,
        "sizeBytes": len(data),
        "sha256": hashlib.sha256(data).hexdigest(),
    }


def resize(key, data, target_width, include_image):
    image_format, (width, height, channels, rows) = decode(data)
    if width * height > MAX_SOURCE_PIXELS:
        raise png.UnsupportedImage(f"{width} x {height} is larger than {MAX_SOURCE_PIXELS} pixels")
    target_width = max(1, min(width, target_width))
    target_height = max(1, round(height * target_width / width))
    small = png.encode(target_width, target_height, channels, shrink(width, height, channels, rows, target_width, target_height))
    logger.info("resized %s: %dx%d -> %dx%d, %d -> %d bytes", key, width, height, target_width, target_height, len(data), len(small))
    answer = {
        "key": key,
        "source": describe(data, image_format, width, height),
        "thumbnail": describe(small, "png", target_width, target_height),
    }
    if include_image:
        answer["thumbnail"]["base64"] = base64.b64encode(small).decode()
    return answer


def handler(event, context):
    """S3 event: one image per record, generated from its key. Direct: {"image": base64, "width": 64, "includeImage": true}."""
    event = event or {}
    width = int(event.get("width", DEFAULT_WIDTH))
    if "Records" in event:
        keys = [record["s3"]["object"]["key"] for record in event["Records"]]
        return {"images": [resize(key, generated(key), width, False) for key in keys]}
    key = event.get("key", "products/p-001.png")
    data = base64.b64decode(event["image"]) if "image" in event else generated(key)
    return resize(key, data, width, bool(event.get("includeImage")))
