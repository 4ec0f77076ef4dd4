"""Reads BMP: 24 bits a pixel, not compressed."""
import struct

from png import UnsupportedImage


def decode(data):
    """Answers (width, height, 3, rows), each row a bytearray of RGB."""
    if len(data) < 54:
        raise UnsupportedImage("BMP is cut off")
    offset = struct.unpack_from("<I", data, 10)[0]
    width, signed_height, _, depth, compression = struct.unpack_from("<iiHHI", data, 18)
    height = abs(signed_height)
    stride = (width * 3 + 3) & ~3
    if depth != 24 or compression:
        raise UnsupportedImage(f"BMP of {depth} bits a pixel, compression {compression}")
    if width < 1 or len(data) < offset + stride * height:
        raise UnsupportedImage("BMP is cut off")
    rows = []
    for y in range(height):
        start = offset + y * stride
        row = bytearray(data[start : start + width * 3])
        row[0::3], row[2::3] = row[2::3], row[0::3]
        rows.append(row)
    # A positive height means that the lowest row comes first.
    return width, height, 3, rows if signed_height < 0 else rows[::-1]
