"""Error documents and error log lines of Lambda's Python runtime."""

import json
import time

# The runtime prints this before the error of a failed init.
UNHANDLED = (
    "LAMBDA_WARNING: Unhandled exception. The most likely cause is an issue in the function code. "
    "However, in rare cases, a Lambda runtime update can cause unexpected function behavior. "
    "For functions using managed runtimes, runtime updates can be triggered by a function change, or can be applied automatically. "
    "To determine if the runtime has been updated, check the runtime version in the INIT_START log entry. "
    "If this error correlates with a change in the runtime version, you may be able to mitigate this error by "
    "temporarily rolling back to the previous runtime version. "
    "For more information, see https://docs.aws.amazon.com/lambda/latest/dg/runtimes-update.html\r\n"
)


def describe(error, request_id, own_frames):
    """`own_frames` leading frames of the stack are the runtime's and are left out."""
    if hasattr(error, "error_type"):
        error_type, stack = error.error_type, error.stack
    else:
        import traceback

        error_type = type(error).__name__
        stack = traceback.format_list(traceback.extract_tb(error.__traceback__)[own_frames:])
    return {"errorMessage": str(error), "errorType": error_type, "requestId": request_id, "stackTrace": stack}


def body(document):
    """For the Runtime API."""
    return json.dumps(document).encode()


def _indented(line):
    """CloudWatch's console eats leading spaces; the runtime writes no-break ones."""
    text = line.lstrip(" ")
    return "\u00a0" * (len(line) - len(text)) + text


def log(frames, document):
    if frames.as_json:
        timestamp = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        frames.write(json.dumps({"timestamp": timestamp, "log_level": "ERROR", **document}, ensure_ascii=False) + "\n", "ERROR")
        return
    lines = [f"[ERROR] {document['errorType']}: {document['errorMessage']}"]
    if document["stackTrace"]:
        lines.append("Traceback (most recent call last):")
        for entry in document["stackTrace"]:
            lines.extend(_indented(line) for line in entry.rstrip("\n").split("\n"))
    frames.write("\n".join(lines) + "\n", "ERROR")
