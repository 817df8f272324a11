"""Every address of the project, walked from the resolver; routers and the admin included."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver


def names() -> set[str]:
    """Return the names of all addresses; an address without one goes by its route."""
    return {name for name, _route in walk(get_resolver().url_patterns)}


def walk(
    patterns: list[URLPattern | URLResolver], namespaces: tuple[str, ...] = (), prefix: str = ""
) -> Iterator[tuple[str, str]]:
    """Yield name and route of every address below `patterns`."""
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield (":".join((*namespaces, pattern.name)) if pattern.name else route), route
        else:
            inner = (pattern.namespace,) if pattern.namespace else ()
            yield from walk(pattern.url_patterns, (*namespaces, *inner), route)


def path_of(name: str, kwargs: dict[str, str]) -> str:
    """Return the path of an address that goes by its route, with its arguments filled in."""
    path = f"/{name}".replace("(?P<url>.*)$", kwargs.get("url", ""))
    for key, value in kwargs.items():
        path = path.replace(f"<path:{key}>", str(value)).replace(f"<{key}>", str(value))
    return path
