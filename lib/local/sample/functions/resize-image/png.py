"""Reads and writes PNG with the standard library: 8 bits a channel, grey, RGB or RGBA, not interlaced."""
import struct
import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"
CHANNELS_BY_COLOUR_TYPE = {0: 1, 2: 3, 6: 4}
COLOUR_TYPE_BY_CHANNELS = {1: 0, 3: 2, 4: 6}


class UnsupportedImage(ValueError):
    """The bytes are no image that this function can read."""


def _chunks(data):
    position = len(SIGNATURE)
    while position + 8 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, position)
        yield kind, data[position + 8 : position + 8 + length]
        position += length + 12


def _paeth(left, up, corner):
    estimate = left + up - corner
    by_left, by_up, by_corner = abs(estimate - left), abs(estimate - up), abs(estimate - corner)
    if by_left <= by_up and by_left <= by_corner:
        return left
    return up if by_up <= by_corner else corner


def _unfilter(filter_type, line, previous, channels):
    if filter_type == 0:
        return line
    for i in range(len(line)):
        left = line[i - channels] if i >= channels else 0
        up = previous[i]
        if filter_type == 1:
            add = left
        elif filter_type == 2:
            add = up
        elif filter_type == 3:
            add = (left + up) >> 1
        elif filter_type == 4:
            add = _paeth(left, up, previous[i - channels] if i >= channels else 0)
        else:
            raise UnsupportedImage(f"PNG filter {filter_type} does not exist")
        line[i] = (line[i] + add) & 255
    return line


def decode(data):
    """Answers (width, height, channels, rows), each row a bytearray."""
    header, body = None, bytearray()
    for kind, content in _chunks(data):
        if kind == b"IHDR":
            header = struct.unpack(">IIBBBBB", content)
        elif kind == b"IDAT":
            body += content
    if header is None:
        raise UnsupportedImage("PNG without IHDR")
    width, height, depth, colour_type, _, _, interlace = header
    channels = CHANNELS_BY_COLOUR_TYPE.get(colour_type)
    if depth != 8 or channels is None or interlace:
        raise UnsupportedImage(f"PNG of depth {depth}, colour type {colour_type}, interlace {interlace}")
    raw = zlib.decompress(bytes(body))
    stride = width * channels
    rows, previous = [], bytearray(stride)
    for y in range(height):
        start = y * (stride + 1)
        previous = _unfilter(raw[start], bytearray(raw[start + 1 : start + 1 + stride]), previous, channels)
        rows.append(previous)
    return width, height, channels, rows


def encode(width, height, channels, rows):
    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    header = struct.pack(">IIBBBBB", width, height, 8, COLOUR_TYPE_BY_CHANNELS[channels], 0, 0, 0)
    body = zlib.compress(b"".join(b"\x00" + bytes(row) for row in rows), 6)
    return SIGNATURE + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")
