"""Nobody else can act for the person, and no page can be made to run what is not ours."""

from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from karani.library import Library
from karani.storage import Storage
from karani.web import create_app
from karani.web.assets import Assets
from karani.web.tracks import Tracks
from tests.storage.sessions import ASHA_CALMED_DOWN, BEN_STOPPED_FOR_HIS_BACK
from tests.web.browser import Browser, session_body

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; media-src 'self' blob: data:; manifest-src 'self'; worker-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
FORM = {"need": "stress", "minutes": "20"}


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "LOCALHOST:8417", "127.0.0.1:1"])
def test_this_machines_own_names_are_answered(asha: Browser, host: str) -> None:
    assert asha.get("/", {"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "karani.example",
        "127.0.0.1.example",
        "localhost.example:8417",
        "192.168.0.7",
        "127.0.0.1@evil",
        "localhost:x",
        "",
    ],
)
def test_a_foreign_host_is_refused(asha: Browser, host: str) -> None:
    answer = asha.get("/journal", {"Host": host})
    assert answer.status_code == 400
    assert "not Karani&#39;s own" in answer.text


def test_every_answer_carries_the_policy(asha: Browser) -> None:
    for address in ("/", "/poses", "/nowhere", "/api/health", "/api/nowhere", "/static/nowhere", "/sw.js"):
        headers = asha.get(address).headers
        assert headers["content-security-policy"] == POLICY
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
    refused = asha.get("/", {"Host": "evil.example"})
    assert refused.headers["content-security-policy"] == POLICY


def test_a_form_without_the_token_changes_nothing(asha: Browser, storage: Storage) -> None:
    for form in (FORM, {**FORM, "token": ""}, {**FORM, "token": "guess"}):
        answer = asha.client.post("/practices", data=form)
        assert answer.status_code == 403
        assert "load it again" in answer.text
    assert storage.find_last_practice() is None


def test_a_token_without_its_cookie_changes_nothing(asha: Browser, storage: Storage) -> None:
    token = asha.token
    asha.client.cookies.clear()
    assert asha.client.post("/practices", data={**FORM, "token": token}).status_code == 403
    assert storage.find_last_practice() is None


def test_empty_cookie_and_empty_token_do_not_agree(asha: Browser) -> None:
    asha.client.cookies.clear()
    answer = asha.client.post("/practices", data={**FORM, "token": ""}, headers={"Cookie": "karani_token="})
    assert answer.status_code == 403


def test_a_session_without_the_token_is_not_recorded(asha: Browser, storage: Storage) -> None:
    body = session_body()
    answer = asha.client.put(f"/api/sessions/{body['id']}", json=body)
    assert answer.status_code == 403
    assert set(answer.json()) == {"error"}
    assert storage.count_sessions() == 0


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://127.0.0.1:9999", "https://127.0.0.1:8417"]
)
def test_a_form_of_another_page_changes_nothing(asha: Browser, storage: Storage, origin: str) -> None:
    answer = asha.client.post("/practices", data={**FORM, "token": asha.token}, headers={"Origin": origin})
    assert answer.status_code == 403
    assert "another page" in answer.text
    assert storage.find_last_practice() is None


def test_our_own_origin_is_welcome(asha: Browser) -> None:
    answer = asha.client.post(
        "/practices", data={**FORM, "token": asha.token}, headers={"Origin": "http://127.0.0.1:8417"}
    )
    assert answer.status_code == 200


def test_the_token_stays_the_same_and_is_for_this_site_only(asha: Browser) -> None:
    first = TestClient(asha.app, base_url="http://127.0.0.1:8417").get("/")
    cookie = first.headers["set-cookie"]
    assert cookie.startswith("karani_token=")
    assert "SameSite=Strict" in cookie
    assert "HttpOnly" not in cookie
    token = asha.token
    assert "set-cookie" not in asha.get("/").headers
    assert f'name="token" value="{token}"' in asha.get("/").text


def test_a_body_beyond_the_limit_is_refused(asha: Browser, storage: Storage) -> None:
    body = session_body(note="a" * 300_000)
    answer = asha.put(f"/api/sessions/{body['id']}", body)
    assert answer.status_code == 413
    assert answer.json()["error"].endswith("256 kB is the most.")
    answer = asha.client.post("/practices", data={**FORM, "more": "a" * 300_000, "token": asha.token})
    assert answer.status_code == 413
    assert storage.find_last_practice() is None


def test_a_form_of_ten_thousand_fields_is_refused(asha: Browser) -> None:
    content = f"token={asha.token}&" + "&".join(f"a{number}=1" for number in range(10_000))
    headers = {"Content-Type": "application/x-www-form-urlencoded", "X-Karani-Token": asha.token}
    assert asha.client.post("/you", content=content, headers=headers).status_code == 422


class Inspector(HTMLParser):
    """Collects what the policy would stop, and the forms that would change something without a token."""

    def __init__(self) -> None:
        super().__init__()
        self.inline: list[str] = []
        self.without_token: list[str] = []
        self.form: dict[str, str | None] = {}
        self.sends = self.has_token = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        is_data = named.get("type") == "application/ld+json"  # a block of data that no browser runs
        if tag == "style" or (tag == "script" and "src" not in named and not is_data):
            self.inline.append(tag)
        self.inline += [f"{tag} {name}" for name in named if name == "style" or name.startswith("on")]
        if tag == "form":
            self.form, self.sends, self.has_token = named, False, False
        self.sends |= tag == "button" and named.get("type") != "button"
        self.has_token |= tag == "input" and named.get("name") == "token"

    def handle_endtag(self, tag: str) -> None:
        if tag == "form" and self.form.get("method") == "post" and self.sends and not self.has_token:
            self.without_token.append(str(self.form.get("action")))


def test_no_page_holds_an_inline_script_or_style_and_every_form_its_token(
    asha: Browser, storage: Storage
) -> None:
    storage.save_session(ASHA_CALMED_DOWN)
    storage.save_session(BEN_STOPPED_FOR_HIS_BACK)
    practice = asha.plan("stress", 20)
    addresses = [
        "/", "/poses", "/poses?q=zzz", "/poses/viparita-karani", "/poses/salamba-sirsasana", "/journal", "/you", "/about",
        f"/journal/{BEN_STOPPED_FOR_HIS_BACK.id}", f"/practices/{practice}", f"/practices/{practice}/play", "/nowhere",
    ]  # fmt: skip
    for address in addresses:
        page = Inspector()
        page.feed(asha.get(address).text)
        assert page.inline == [], address
        assert page.without_token == [], address


def test_what_is_not_there_is_answered_in_kind(asha: Browser) -> None:
    assert asha.get("/api/nowhere").json() == {
        "error": "There is no such page; the address may have a letter too many."
    }
    page = asha.get("/nowhere")
    assert page.status_code == 404
    assert "There is no such page" in page.text
    answer = asha.client.put("/about", headers={"X-Karani-Token": asha.token})
    assert answer.status_code == 405
    assert "cannot be used that way" in answer.text


def test_a_mistake_of_ours_is_told_calmly_and_not_shown(
    asha: Browser, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def break_down(*_: Any) -> None:
        raise ZeroDivisionError("a secret of the house")

    monkeypatch.setattr("karani.web.routes.about.compose_about", break_down)
    page = asha.get("/about")
    assert page.status_code == 500
    assert "Something went wrong on Karani&#39;s side." in page.text
    assert "secret" not in page.text
    assert page.headers["content-security-policy"] == POLICY
    assert "a secret of the house" in caplog.text


def test_a_journal_that_cannot_be_read_is_told_in_a_sentence(asha: Browser, storage: Storage) -> None:
    from sqlalchemy import text

    with storage.engine.begin() as connection:
        connection.execute(text("DROP TABLE session"))
    page = asha.get("/journal")
    assert page.status_code == 503
    assert "could not be used" in page.text


def test_pages_that_were_never_built_say_how_to_build_them(
    storage: Storage, library: Library, tmp_path: Path
) -> None:
    app = create_app(storage, library, tracks=Tracks(tmp_path), assets=Assets(None, (), ()))
    answer = TestClient(app, base_url="http://127.0.0.1").get("/")
    assert answer.status_code == 503
    assert "python3 dev.py run" in answer.text


def test_long_pages_travel_small(asha: Browser) -> None:
    answer = asha.get("/poses", {"Accept-Encoding": "gzip"})
    assert answer.headers["content-encoding"] == "gzip"
