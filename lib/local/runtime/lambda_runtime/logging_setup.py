"""The root handler that Lambda's Python runtime installs: docs.aws.amazon.com/lambda/latest/dg/python-logging.html"""

import time


def _own_members(record, known):
    return {name: value for name, value in record.__dict__.items() if name not in known}


def install(logging, frames, level, current_request_id):
    """`current_request_id()` is asked for each record; it is empty outside an invocation."""
    text = logging.Formatter("[%(levelname)s]\t%(asctime)s.%(msecs)dZ\t%(aws_request_id)s\t%(message)s\n", "%Y-%m-%dT%H:%M:%S")
    text.converter = time.gmtime
    known = set(logging.LogRecord("", 0, "", 0, "", None, None).__dict__) | {"message", "asctime", "aws_request_id"}

    def as_json(record):
        import json

        line = {
            "timestamp": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(record.created)),
            "level": record.levelname,
            "message": record.getMessage(),
            "logger": record.name,
        }
        if record.exc_info and record.exc_info[0]:
            import traceback

            line["stackTrace"] = traceback.format_tb(record.exc_info[2])
            line["errorType"] = record.exc_info[0].__name__
            line["errorMessage"] = str(record.exc_info[1])
        line["requestId"] = record.aws_request_id
        line.update(_own_members(record, known))
        return json.dumps(line, ensure_ascii=False, default=str) + "\n"

    class LambdaHandler(logging.Handler):
        def emit(self, record):
            record.aws_request_id = current_request_id()
            level_name = "WARN" if record.levelname == "WARNING" else record.levelname
            frames.write(as_json(record) if frames.as_json else text.format(record), level_name)

    root = logging.getLogger()
    root.addHandler(LambdaHandler())
    if frames.as_json:
        root.setLevel({"TRACE": "DEBUG", "FATAL": "CRITICAL"}.get(level, level) or "INFO")
