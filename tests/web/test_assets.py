"""Sheet, scripts and fonts: served packed, kept for good under their digest, nothing else served."""

import re

from fastapi.testclient import TestClient


def test_assets_are_kept_for_good_under_their_digest_alone(client: TestClient) -> None:
    linked = re.findall(r'(?:src|href)="(/static/[^"]+)"', client.get("/").text)
    assert any("page.css?" in address for address in linked)
    for address in linked:
        answer = client.get(address)
        assert answer.status_code == 200
        kept = "immutable" in answer.headers["cache-control"]
        assert kept == ("?" in address), address
        again = client.get(address, headers={"if-none-match": answer.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
    assert "immutable" not in client.get("/static/page.css?other").headers["cache-control"]


def test_scripts_travel_packed_and_fonts_as_they_are(client: TestClient) -> None:
    assert client.get("/static/vendor/htmx-2.0.11.min.js").headers["content-encoding"] == "gzip"
    font = client.get("/static/fonts/source-sans-3-latin-400-normal.woff2")
    assert (font.headers["content-type"], font.headers.get("content-encoding")) == ("font/woff2", None)


def test_nothing_beside_the_assets_is_served(client: TestClient) -> None:
    for address in ("/static/", "/static/../app.py", "/static/%2e%2e/app.py", "/static/vendor/README", "/static/x.css"):
        assert client.get(address).status_code == 404, address
