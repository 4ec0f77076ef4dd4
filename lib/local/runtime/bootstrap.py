"""Entry of a Python execution environment. Only this file is compiled at each start: the rest has a bytecode cache."""

import sys

from lambda_runtime import main

# Modules of the function must not be able to collide with ours.
del sys.path[0]
main.run()
