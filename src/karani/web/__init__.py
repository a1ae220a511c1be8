"""The pages and the API, on this machine only."""

from karani.web.app import create_app

__all__ = ["create_app"]
