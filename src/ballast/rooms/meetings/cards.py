"""Frozen cards of meetings, as other floors see them."""

from dataclasses import dataclass, field
from datetime import date, datetime

from ballast.kit.sentence import Sentence
from ballast.kit.words import Word

PATIENCE = 30  # seconds after which somebody should look whether a worker is there


class MeetingState(Word):
    """How far a meeting has come."""

    CALLED = "called", "筹备", "called"
    OPEN = "open", "进行中", "open"
    CLOSED = "closed", "已结束", "closed"


class About(Word):
    """What an item of the agenda is about."""

    BULLETIN = "bulletin", "通报", "the bulletin"
    PROJECT = "project", "项目", "a project"
    COUNTY = "county", "县区", "a county"
    OFFICE = "office", "部门", "an office"
    OTHER = "other", "其他", "other business"


class Task(Word):
    """What is done with an item in the room."""

    REPORTS = "reports", "汇报", "reports"
    SPEAKS = "speaks", "典型发言", "speaks as one of the best"
    EXPLAINS = "explains", "作出说明", "explains"
    REVIEWED = "reviewed", "逐个点评", "is reviewed"


class PackState(Word):
    """What became of a pack."""

    MADE = "made", "已生成", "made"
    UNSOUND = "unsound", "核对未通过", "did not pass its check"
    ISSUED = "issued", "已印发", "issued"


class MakingState(Word):
    """How far the making of a pack behind the scenes has come."""

    WAITING = "waiting", "排队", "waiting"
    RUNNING = "running", "制作中", "being made"
    MADE = "made", "已生成", "made"
    FAILED = "failed", "未能生成", "failed"


class FileKind(Word):
    """What a file of a pack is."""

    BULLETIN = "bulletin", "通报", "bulletin"
    COUNTY = "county", "县区页", "page of a county"
    PROJECT = "project", "项目一页纸", "page of a project"
    LEADER = "leader", "包联领导页", "page of a leader"
    SLIDES = "slides", "幻灯片", "slides"
    TABLES = "tables", "数据表", "workbook of tables"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileCard:
    """One file of a pack: its name in it, its kind, whom it is about, its size and its hash."""

    name: str
    kind: FileKind
    subject: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PackCard:
    """One pack: of which edition, how it came out, its files and what its check found.

    ``overtaken`` says that the month has a further edition since: it can no longer be issued.
    """

    meeting: str
    number: int
    month: str
    edition: int
    state: PackState
    draft: bool
    need_to_know: bool
    files: tuple[FileCard, ...]
    findings: tuple[tuple[str, str, Sentence], ...]
    made_at: datetime
    made_by: str
    issued_at: datetime | None
    overtaken: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MakingCard:
    """The newest making of a meeting's pack: how many of its files are done, and the reason where it failed.

    ``idle`` is how many seconds it has waited for a worker.
    """

    state: MakingState
    done: int
    total: int
    tries: int
    pack: int
    reason: Sentence
    asked_by: str
    idle: int

    @property
    def going_on(self) -> bool:
        """Whether it will be made yet."""
        return self.state in (MakingState.WAITING, MakingState.RUNNING)

    @property
    def seen(self) -> str:
        """What tells one look at it from the next."""
        return f"{self.state}-{self.tries}-{self.done}-{self.idle > PATIENCE}"

    @property
    def unheard(self) -> bool:
        """Whether it has waited so long that no worker seems to be there."""
        return self.state is MakingState.WAITING and self.idle > PATIENCE


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteCard:
    """A telephone that is connected to the screen of a meeting."""

    id: int
    device: str
    taken_at: datetime
    asked_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """The telephones of a meeting: those connected, and whether a code still waits for one."""

    waiting: bool
    connected: tuple[RemoteCard, ...]

    @property
    def seen(self) -> str:
        """What tells one look at it from the next."""
        return f"{int(self.waiting)}-{'.'.join(str(one.id) for one in self.connected)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemCard:
    """One item of the agenda."""

    code: int
    position: int
    section: str
    about: About
    subject: str
    title: str
    task: Task
    speaker: str
    minutes: int
    why: tuple[Sentence, ...]
    reason: str
    taken_off: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingCard:
    """One meeting with its agenda, in order; what was taken off stands in ``taken_off``."""

    number: str
    kind: str
    title: str
    month: str
    held_on: date
    place: str
    state: MeetingState
    opened_at: datetime | None
    closed_at: datetime | None
    items: tuple[ItemCard, ...] = field(default=())
    taken_off: tuple[ItemCard, ...] = field(default=())

    @property
    def minutes(self) -> int:
        """How long the agenda takes."""
        return sum(item.minutes for item in self.items)
