"""A browser without script: it keeps the cookie, sends the token with every form, and follows where it is sent."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from uuid import uuid4

from fastapi import FastAPI
from fastapi.testclient import TestClient

HOME = "http://127.0.0.1:8417"
Response = Any
"""Of whichever HTTP client the test client brings along."""


class Browser:
    def __init__(self, app: FastAPI) -> None:
        self.app = app
        self.client = TestClient(app, base_url=HOME)
        self.client.get("/api/health")

    @property
    def token(self) -> str:
        return str(self.client.cookies["karani_token"])

    def get(self, address: str, headers: Mapping[str, str] | None = None) -> Response:
        answer: Response = self.client.get(address, headers=dict(headers or {}))
        return answer

    def post(self, address: str, form: Mapping[str, Any] | None = None, *, follow: bool = True) -> Response:
        answer: Response = self.client.post(
            address, data={"token": self.token, **(form or {})}, follow_redirects=follow
        )
        return answer

    def put(self, address: str, body: Any) -> Response:
        answer: Response = self.client.put(address, json=body, headers={"X-Karani-Token": self.token})
        return answer

    def send(self, method: str, address: str, content: bytes) -> Response:
        headers = {"X-Karani-Token": self.token, "Content-Type": "application/json"}
        answer: Response = self.client.request(method, address, content=content, headers=headers)
        return answer

    def plan(self, need: str = "stress", minutes: int = 20, **more: str) -> str:
        """Choose a need and look at the plan; returns the id of the practice."""
        sent = self.post("/practices", {"need": need, "minutes": str(minutes), "to": "plan", **more})
        assert sent.status_code == 200, sent.text
        return Path(sent.url.path).name

    def bundle(self, practice_id: str) -> dict[str, Any]:
        answer = self.get(f"/api/practices/{practice_id}/bundle")
        assert answer.status_code == 200, answer.text
        bundle: dict[str, Any] = answer.json()
        return bundle


def session_body(**changes: Any) -> dict[str, Any]:
    """What the player sends at the end of Asha's practice."""
    return {
        "id": str(uuid4()),
        "practice_id": None,
        "need": "stress",
        "title": "Twenty minutes to calm down",
        "started_at": "2026-11-19T20:12:05.123Z",
        "ended_at": "2026-11-19T20:32:05.456Z",
        "planned_seconds": 1200,
        "practiced_seconds": 1200,
        "outcome": "finished",
        "segments": [{"pose": "viparita-karani", "variation": None, "seconds": 1200}],
        "hurts": [],
        "mood_before": {"calm": 3, "energy": 4, "head": 5, "body": 4},
        "mood_after": {"calm": 7, "energy": 4, "head": 6, "body": None},
        "note": "",
        **changes,
    }
