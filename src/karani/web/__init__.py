"""The pages and the API, on this machine only.

The application is imported when it is asked for: processes that work for the server need only their own module.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from karani.web.app import create_app

__all__ = ["create_app"]


def __getattr__(name: str) -> Any:
    if name != "create_app":
        raise AttributeError(name)
    from karani.web.app import create_app  # noqa: PLC0415 - see above

    return create_app
