"""JSON as the standard module reads and writes it, without its import: that brings regular expressions along, which
cost a cold start more than the interpreter's own start does. Once the function has imported `json`, that is used."""

import sys

JSON_SPACE = " \t\n\r"


class _ScannerOptions:
    """What `json.JSONDecoder` gives to its scanner."""

    strict = True
    object_hook = object_pairs_hook = None
    parse_float = parse_constant = float
    parse_int = int


def _scan(text):
    """Raises, of whatever kind, what `json.loads` would explain."""
    start = len(text) - len(text.lstrip(JSON_SPACE))
    value, end = _scanner(text, start)
    if text[end:].strip(JSON_SPACE):
        raise ValueError
    return value


def _write(value, ascii_only, default):
    string = _encode_ascii if ascii_only else _encode
    if isinstance(value, str):
        return string(value)
    return "".join(_make_encoder({}, default, string, None, ": ", ", ", False, False, True)(value, 0))


def _is_usable():
    # The accelerator is CPython's own business: another Python may have none, or a different one.
    global _scanner, _make_encoder, _encode, _encode_ascii
    try:
        from _json import encode_basestring, encode_basestring_ascii, make_encoder, make_scanner

        _scanner, _make_encoder = make_scanner(_ScannerOptions), make_encoder
        _encode, _encode_ascii = encode_basestring, encode_basestring_ascii
        read = _scan(' {"a": [1, 2.5, "\\u00e9"]}\n')
        return read == {"a": [1, 2.5, "é"]} and _write(read, True, None) == '{"a": [1, 2.5, "\\u00e9"]}'
    except Exception:
        return False


_usable = _is_usable()


def _is_loaded():
    return not _usable or "json" in sys.modules


def loads(body):
    """`body`: bytes of UTF-8. Raises what `json.loads` raises."""
    if not _is_loaded():
        try:
            return _scan(body.decode("utf-8", "surrogatepass"))
        except (ValueError, StopIteration):
            pass  # The standard module finds the words.
    import json

    return json.loads(body)


def dumps(value, ascii_only, default):
    """Text; raises what `json.dumps` raises. `default` gets what has no form in JSON, as there."""
    if _is_loaded():
        import json

        return json.dumps(value, ensure_ascii=ascii_only, default=default)
    return _write(value, ascii_only, default)
