"""Imports that are put off until the function wants them: they cost more than the interpreter's own start."""

import _frozen_importlib_external
import builtins
import sys


class _LateSite:
    """The interpreter starts without `site`; the first module that is not found brings site-packages in."""

    def find_spec(self, name, path=None, target=None):
        if path is not None:
            return None
        sys.meta_path.remove(self)
        import site

        site.main()
        return _frozen_importlib_external.PathFinder.find_spec(name, path, target)


class _LoggingHook:
    def __init__(self, install):
        self._install = install

    def find_spec(self, name, path=None, target=None):
        if name != "logging":
            return None
        sys.meta_path.remove(self)
        spec = _frozen_importlib_external.PathFinder.find_spec(name, path, target)
        load, install = spec.loader.exec_module, self._install

        def exec_module(module):
            load(module)
            install(module)

        spec.loader.exec_module = exec_module
        return spec


def _exit(code=None):
    raise SystemExit(code)


def put_off_site():
    # `site` would define these two.
    builtins.exit = builtins.quit = _exit
    sys.meta_path.append(_LateSite())


def when_logging_is_imported(install):
    """Calls `install(logging)` once the module has been loaded."""
    sys.meta_path.insert(0, _LoggingHook(install))
