"""QR codes as SVG, without a style of their own: black on white in every theme, since cameras need it."""

import qrcode
from django.utils.html import format_html
from django.utils.safestring import SafeString


def path_of(text: str) -> tuple[int, str]:
    """Return the width of the code in modules, quiet zone included, and the path of what is dark."""
    code = qrcode.QRCode(border=4, error_correction=qrcode.constants.ERROR_CORRECT_M)
    code.add_data(text)
    code.make(fit=True)
    matrix = code.get_matrix()
    steps = [
        f"M{x} {y}h1v1h-1z"
        for y, row in enumerate(matrix)
        for x, is_dark in enumerate(row)
        if is_dark
    ]
    return len(matrix), "".join(steps)


def svg(text: str, label: str) -> SafeString:
    """Return the code of `text`; `label` says to those who do not see it what it is."""
    width, path = path_of(text)
    return format_html(
        '<svg class="qr" viewBox="0 0 {0} {0}" role="img" aria-label="{1}"'
        ' shape-rendering="crispEdges"><rect width="{0}" height="{0}" fill="#fff"/>'
        '<path d="{2}" fill="#000"/></svg>',
        width,
        label,
        path,
    )
