"""Where the token of a visit stands; see `karani.web.csrf`."""

TOKEN = "karani.token"  # noqa: S105 - a place in the scope, not a token
