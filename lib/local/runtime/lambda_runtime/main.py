"""What runs inside a Python execution environment: loads the handler, then asks the Runtime API for events."""

import os
import sys

from . import handler_loader, json_text, late_imports, result_body
from .invocation_context import LambdaContext
from .log_frames import LogFrames
from .runtime_client import RuntimeClient

current_request_id = ""


def _set_up_logs():
    frames = LogFrames(int(os.environ.pop("_LAMBDA_TELEMETRY_LOG_FD")), os.environ.get("AWS_LAMBDA_LOG_FORMAT") == "JSON")
    sys.stdout.reconfigure(line_buffering=True)
    level = os.environ.get("AWS_LAMBDA_LOG_LEVEL", "")

    def install(logging):
        # Imported only now: it needs the module whose import is being awaited.
        from . import logging_setup

        logging_setup.install(logging, frames, level, lambda: current_request_id)

    late_imports.when_logging_is_imported(install)
    return frames


def _flush():
    sys.stdout.flush()
    sys.stderr.flush()


def _fail_init(client, frames, error):
    from . import error_report

    document = error_report.describe(error, "", 2)
    sys.stdout.write(error_report.UNHANDLED)
    _flush()
    error_report.log(frames, document)
    client.post_init_error(document["errorType"], error_report.body(document))
    sys.exit(1)


def _invoke(handler, headers, body, ascii_only):
    event = json_text.loads(body) if "json" in headers.get("content-type", "json") else body
    return result_body.encode(handler(event, LambdaContext(headers)), ascii_only)


def _layer_folders(runtime_minor):
    layers = os.environ.get("WARMSTART_LAYERS")
    if not layers:
        return []
    return [f"{layers}/python/lib/python3.{runtime_minor}/site-packages", f"{layers}/python"]


def run():
    global current_request_id
    client = RuntimeClient(os.environ["AWS_LAMBDA_RUNTIME_API"])
    frames = _set_up_logs()
    late_imports.put_off_site()
    runtime_minor = int(os.environ["AWS_EXECUTION_ENV"].rpartition(".")[2])
    sys.path[:0] = [os.environ["LAMBDA_TASK_ROOT"], *_layer_folders(runtime_minor)]
    try:
        handler = handler_loader.load(os.environ["_HANDLER"])
    except Exception as error:
        _fail_init(client, frames, error)

    _flush()
    headers, body = client.next()
    while True:
        current_request_id = headers["lambda-runtime-aws-request-id"]
        os.environ["_X_AMZN_TRACE_ID"] = headers.get("lambda-runtime-trace-id", "")
        try:
            answer, content_type = _invoke(handler, headers, body, runtime_minor < 12)
        except Exception as error:
            from . import error_report

            document = error_report.describe(error, current_request_id, 2)
            _flush()
            error_report.log(frames, document)
            headers, body = client.fail_and_next(current_request_id, document["errorType"], error_report.body(document))
            continue
        _flush()
        headers, body = client.respond_and_next(current_request_id, answer, content_type)
