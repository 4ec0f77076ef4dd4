"""Finds the handler as Lambda's Python runtimes do: docs.aws.amazon.com/lambda/latest/dg/python-handler.html"""

import importlib
import sys


class InitError(Exception):
    """Carries AWS's error type and the stack as lines."""

    def __init__(self, error_type, message, stack=()):
        super().__init__(message)
        self.error_type = error_type
        self.stack = list(stack)


def load(handler):
    """`<module path>.<function>`: the last dot splits, a slash in the path is a dot."""
    module_path, dot, function_name = handler.rpartition(".")
    if not dot:
        raise InitError("Runtime.MalformedHandlerName", f"Bad handler '{handler}': not enough values to unpack (expected 2, got 1)")
    module_name = module_path.replace("/", ".")
    if module_name.split(".")[0] in sys.builtin_module_names:
        raise InitError("Runtime.BuiltInModuleConflict", f"Cannot use built-in module {module_path} as a handler module")
    try:
        module = importlib.import_module(module_name)
    except ImportError as error:
        raise InitError("Runtime.ImportModuleError", f"Unable to import module '{module_path}': {error}") from error
    except SyntaxError as error:
        line = f'  File "{error.filename}" Line {error.lineno}\n    {error.text}'
        raise InitError("Runtime.UserCodeSyntaxError", f"Syntax error in module '{module_path}': {error}", [line]) from error
    try:
        return getattr(module, function_name)
    except AttributeError as error:
        raise InitError("Runtime.HandlerNotFound", f"Handler '{function_name}' missing on module '{module_path}'") from error
