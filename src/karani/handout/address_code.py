"""The square code of an address, for a phone held over the paper."""

import io


def draw_code(address: str) -> str:
    """SVG; empty without an address."""
    if not address:
        return ""
    import segno  # noqa: PLC0415 - few handouts have an address

    out = io.BytesIO()
    segno.make(address, micro=False, error="m").save(out, kind="svg", xmldecl=False, dark="#1d1512", border=1)
    return out.getvalue().decode()
