"""Journal and person: the first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    create_person()
    create_practice()
    create_session()
    create_pose_note()


def create_person() -> None:
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("conditions", sa.JSON(), nullable=False),
        sa.Column("doctor_agreed", sa.JSON(), nullable=False),
        sa.Column("props", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("excluded", sa.JSON(), nullable=False),
        sa.Column("height_cm", sa.Float(), nullable=True),
        sa.Column("mass_kg", sa.Float(), nullable=True),
        sa.Column("sex", sa.String(20), nullable=True),
        sa.Column("age", sa.Integer(), nullable=True),
        sa.Column("straight_leg_raise_deg", sa.Float(), nullable=True),
        sa.Column("count_s", sa.Float(), nullable=False),
        sa.Column("breath", sa.String(80), nullable=True),
        sa.Column("wishes", sa.JSON(), nullable=False),
        sa.Column("first_question_seen", sa.Boolean(), nullable=False),
    )


def create_practice() -> None:
    op.create_table(
        "practice",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
    )


def create_session() -> None:
    op.create_table(
        "session",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("practice_id", sa.String(36), nullable=True),
        sa.Column("need", sa.String(80), nullable=False),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("started_at", sa.DateTime(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=False),
        sa.Column("planned_seconds", sa.Float(), nullable=False),
        sa.Column("practiced_seconds", sa.Float(), nullable=False),
        sa.Column("outcome", sa.String(20), nullable=False),
        sa.Column("segments", sa.JSON(), nullable=False),
        sa.Column("hurts", sa.JSON(), nullable=False),
        sa.Column("mood_before", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("mood_after", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
    )
    op.create_index("session_started_at", "session", ["started_at"])


def create_pose_note() -> None:
    op.create_table(
        "pose_note",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("pose", sa.String(80), nullable=False),
        sa.Column("pain_place", sa.String(80), nullable=False),
        sa.Column("since", sa.DateTime(), nullable=False),
        sa.Column("lifted_at", sa.DateTime(), nullable=True),
    )
    op.create_index("ix_pose_note_pose", "pose_note", ["pose"])
