"""The journal, the person and their practices, in one database."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Engine, delete, func, select
from sqlalchemy.exc import IntegrityError, SQLAlchemyError
from sqlalchemy.orm import Session as Work

from karani.errors import KaraniError
from karani.practice import Practice, practice_from_dict, practice_to_dict
from karani.storage.database import open_engine, place_of, sentence_of
from karani.storage.migrate import migrate
from karani.storage.person import Person, PoseNote
from karani.storage.rows import (
    PERSON_ID,
    dict_or_none,
    note_of,
    person_of,
    person_row,
    session_of,
    session_row,
)
from karani.storage.session import Session
from karani.storage.tables import PersonRow, PoseNoteRow, PracticeRow, SessionRow


def open_storage(url: str) -> "Storage":
    """Open the database at `url` and bring its tables up to date; StorageError says what is wrong with it."""
    engine = open_engine(url)
    with sentences(engine):
        migrate(engine)
    return Storage(engine)


@contextmanager
def sentences(engine: Engine) -> Iterator[None]:
    try:
        yield
    except SQLAlchemyError as error:
        raise sentence_of(error, engine) from error


@dataclass(frozen=True, slots=True)
class Storage:
    engine: Engine

    @property
    def place(self) -> str:
        """Where the data lie, as a person can read it."""
        return place_of(self.engine.url)

    def close(self) -> None:
        self.engine.dispose()

    def find_person(self) -> Person:
        """The person, or one who has said nothing yet."""
        with self._work() as work:
            row = work.get(PersonRow, PERSON_ID)
            return Person() if row is None else person_of(row)

    def save_person(self, person: Person) -> None:
        with self._work(writes=True) as work:
            work.merge(person_row(person))

    def save_practice(self, practice_id: str, practice: Practice, created_at: datetime) -> None:
        """Save a practice, or replace the one of that id."""
        content = practice_to_dict(practice)
        with self._work(writes=True) as work:
            work.merge(PracticeRow(id=practice_id, created_at=created_at, content=content))

    def find_practice(self, practice_id: str) -> Practice | None:
        with self._work() as work:
            row = work.get(PracticeRow, practice_id)
            return None if row is None else practice_from_dict(row.content)

    def find_last_practice(self) -> Practice | None:
        """The practice that was planned last."""
        with self._work() as work:
            row = work.scalars(select(PracticeRow).order_by(PracticeRow.created_at.desc()).limit(1)).first()
            return None if row is None else practice_from_dict(row.content)

    def delete_practices_before(self, moment: datetime) -> int:
        """Delete old practices that were never done; returns how many."""
        done = select(SessionRow.practice_id).where(SessionRow.practice_id.is_not(None))
        stale = delete(PracticeRow).where(PracticeRow.created_at < moment, PracticeRow.id.not_in(done))
        with self._work(writes=True) as work:
            return int(work.execute(stale).rowcount)  # type: ignore[attr-defined]  # a delete's result has it

    def save_session(self, session: Session) -> Session:
        """Save a session once, by its id; again, it only adds a mood or note that was missing. Returns what is kept."""
        try:
            return self._save_session(session)
        except IntegrityError:  # another process saved it between our look and our writing
            return self._save_session(session)

    def _save_session(self, session: Session) -> Session:
        with self._work(writes=True) as work:
            row = work.get(SessionRow, session.id)
            if row is None:
                row = session_row(session)
                work.add(row)
                note_hurts(work, session)
                work.flush()
            else:
                add_what_is_missing(row, session)
            return session_of(row)

    def find_session(self, session_id: str) -> Session | None:
        with self._work() as work:
            row = work.get(SessionRow, session_id)
            return None if row is None else session_of(row)

    def list_sessions(self) -> tuple[Session, ...]:
        """All sessions, the newest first."""
        newest_first = select(SessionRow).order_by(SessionRow.started_at.desc(), SessionRow.id)
        with self._work() as work:
            return tuple(session_of(row) for row in work.scalars(newest_first))

    def list_sessions_beside(self, session_id: str, count: int) -> tuple[Session, ...]:
        """So many sessions around one of them, the newest first; only these are read whole."""
        order = (SessionRow.started_at.desc(), SessionRow.id)
        with self._work() as work:
            ids = list(work.scalars(select(SessionRow.id).order_by(*order)))
            at = ids.index(session_id) if session_id in ids else 0
            start = max(0, min(at - count // 2, len(ids) - count))
            wanted = select(SessionRow).where(SessionRow.id.in_(ids[start : start + count])).order_by(*order)
            return tuple(session_of(row) for row in work.scalars(wanted))

    def count_sessions(self) -> int:
        with self._work() as work:
            return work.scalar(select(func.count()).select_from(SessionRow)) or 0

    def save_session_note(self, session_id: str, note: str) -> bool:
        """Replace a session's note; False when there is no such session."""
        with self._work(writes=True) as work:
            row = work.get(SessionRow, session_id)
            if row is not None:
                row.note = note
            return row is not None

    def delete_session(self, session_id: str) -> bool:
        """Delete a session and the plan behind it; False when there is no such session."""
        with self._work(writes=True) as work:
            row = work.get(SessionRow, session_id)
            if row is None:
                return False
            work.delete(row)
            work.flush()
            delete_plan(work, row.practice_id)
        self._forget_old_pages()
        return True

    def delete_all_sessions(self) -> None:
        """Empty the journal: every session and every plan. Notes of poses that hurt stay until they are lifted."""
        with self._work(writes=True) as work:
            work.execute(delete(SessionRow))
            work.execute(delete(PracticeRow))
            work.execute(delete(PoseNoteRow).where(PoseNoteRow.lifted_at.is_not(None)))
        self._forget_old_pages()

    def list_notes(self) -> tuple[PoseNote, ...]:
        """The notes that stand, the newest first."""
        standing = (
            select(PoseNoteRow).where(PoseNoteRow.lifted_at.is_(None)).order_by(PoseNoteRow.since.desc())
        )
        with self._work() as work:
            return tuple(note_of(row) for row in work.scalars(standing))

    def lift_note(self, pose: str, now: datetime) -> bool:
        """The person wants the pose back; False when no note stands on it."""
        with self._work(writes=True) as work:
            rows = standing_notes(work, pose)
            for row in rows:
                row.lifted_at = now
            return bool(rows)

    @contextmanager
    def _work(self, *, writes: bool = False) -> Iterator[Work]:
        with (
            sentences_but_conflicts(self.engine),
            Work(self.engine.execution_options(writes=writes)) as work,
            work.begin(),
        ):
            yield work

    def _forget_old_pages(self) -> None:
        """SQLite's write-ahead file would keep deleted words until it is written back."""
        if self.engine.dialect.name == "sqlite":
            with sentences(self.engine), closing(self.engine.raw_connection()) as connection:
                connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")


@contextmanager
def sentences_but_conflicts(engine: Engine) -> Iterator[None]:
    try:
        yield
    except (IntegrityError, KaraniError):
        raise
    except SQLAlchemyError as error:
        raise sentence_of(error, engine) from error


def note_hurts(work: Work, session: Session) -> None:
    """Every pose that hurt gets a note, once, from the moment it hurt."""
    for hurt in session.hurts:
        if not standing_notes(work, hurt.pose):
            since = session.started_at + timedelta(seconds=hurt.at_s)
            work.add(PoseNoteRow(pose=hurt.pose, pain_place=hurt.pain_place, since=since))
            work.flush()


def standing_notes(work: Work, pose: str) -> list[PoseNoteRow]:
    return list(
        work.scalars(select(PoseNoteRow).where(PoseNoteRow.pose == pose, PoseNoteRow.lifted_at.is_(None)))
    )


def add_what_is_missing(row: SessionRow, session: Session) -> None:
    row.mood_before = row.mood_before or dict_or_none(session.mood_before)
    row.mood_after = row.mood_after or dict_or_none(session.mood_after)
    row.note = row.note or session.note


def delete_plan(work: Work, practice_id: str | None) -> None:
    """Delete the plan of a deleted session, unless another session followed it too."""
    others = select(func.count()).select_from(SessionRow).where(SessionRow.practice_id == practice_id)
    if practice_id and not work.scalar(others):
        work.execute(delete(PracticeRow).where(PracticeRow.id == practice_id))
