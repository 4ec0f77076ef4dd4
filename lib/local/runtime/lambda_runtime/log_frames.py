"""One frame is one log event, so that text with line breaks stays one event.

Frame: 4 bytes kind and level, 4 bytes length, 8 bytes microseconds, then the text (big-endian).
"""

import os
import time

TEXT_FRAME = 0xA55A0003
JSON_FRAME = 0xA55A0002
LEVELS = {"TRACE": 4, "DEBUG": 8, "INFO": 12, "WARN": 16, "WARNING": 16, "ERROR": 20, "FATAL": 24, "CRITICAL": 24}


class LogFrames:
    def __init__(self, fd, as_json):
        self._fd = fd
        self.as_json = as_json

    def write(self, text, level="INFO"):
        data = text.encode("utf-8", "surrogatepass")
        kind = (JSON_FRAME if self.as_json else TEXT_FRAME) | LEVELS.get(level, 0)
        now = int(time.time() * 1_000_000)
        frame = kind.to_bytes(4, "big") + len(data).to_bytes(4, "big") + now.to_bytes(8, "big") + data
        while frame:
            frame = frame[os.write(self._fd, frame) :]
