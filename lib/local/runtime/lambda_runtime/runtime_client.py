"""A Runtime API client on one raw socket: http.client would double the start time of the interpreter."""

import _socket
import sys

BASE = "/2018-06-01/runtime"


class RuntimeClient:
    """`address` is the host:port of AWS_LAMBDA_RUNTIME_API."""

    def __init__(self, address):
        host, port = address.rsplit(":", 1)
        self._address = address
        self._buffer = b""
        self._socket = _socket.socket(_socket.AF_INET, _socket.SOCK_STREAM)
        self._socket.connect((host, int(port)))
        self._socket.setsockopt(_socket.IPPROTO_TCP, _socket.TCP_NODELAY, 1)

    def _receive(self):
        chunk = self._socket.recv(262144)
        if not chunk:
            # Without its Runtime API an environment has nothing left to do.
            sys.exit(1)
        return chunk

    def _read_answer(self):
        while (end := self._buffer.find(b"\r\n\r\n")) < 0:
            self._buffer += self._receive()
        headers = {}
        for line in self._buffer[:end].decode("latin-1").split("\r\n")[1:]:
            name, _, value = line.partition(":")
            headers[name.lower()] = value.strip()
        body, self._buffer = self._buffer[end + 4 :], b""
        length = int(headers.get("content-length", "0"))
        if len(body) < length:
            parts, size = [body], len(body)
            while size < length:
                parts.append(self._receive())
                size += len(parts[-1])
            body = b"".join(parts)
        self._buffer = body[length:]
        return headers, body[:length]

    def _request(self, method, path, body=None, headers=""):
        length = "" if body is None else f"Content-Length: {len(body)}\r\n"
        return f"{method} {BASE}{path} HTTP/1.1\r\nHost: {self._address}\r\n{length}{headers}\r\n".encode("latin-1") + (body or b"")

    def next(self):
        self._socket.sendall(self._request("GET", "/invocation/next"))
        return self._read_answer()

    def respond_and_next(self, request_id, body, content_type):
        """Both requests travel in one write; answers come in the order of the requests."""
        post = self._request("POST", f"/invocation/{request_id}/response", body, f"Content-Type: {content_type}\r\n")
        return self._post_and_next(post)

    def fail_and_next(self, request_id, error_type, body):
        return self._post_and_next(self._error(f"/invocation/{request_id}/error", error_type, body))

    def post_init_error(self, error_type, body):
        self._socket.sendall(self._error("/init/error", error_type, body))
        self._read_answer()

    def _error(self, path, error_type, body):
        safe = error_type.encode("ascii", "ignore").decode("ascii")
        return self._request("POST", path, body, f"Content-Type: application/json\r\nLambda-Runtime-Function-Error-Type: {safe}\r\n")

    def _post_and_next(self, post):
        self._socket.sendall(post + self._request("GET", "/invocation/next"))
        self._read_answer()
        return self._read_answer()
