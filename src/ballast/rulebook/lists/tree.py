"""Groups by depth: a mark or a sort of title that was met before closes everything opened since."""

from dataclasses import dataclass

from ballast.rulebook.lists.lines import SUBTOTAL, Line

# A kind of project by the vocabulary, or by its place alone.
ALIKE = frozenset(["category", "other"])


@dataclass(slots=True)
class Node:
    """A group in the making: its line, the groups above it, and the projects below it (as places in the order)."""

    line: Line
    key: str
    parents: tuple["Node", ...]
    stated: "Stated"
    first: int = 0
    last: int = 0
    sum: int = 0
    members: str = ""
    direct: int = 0
    holds: bool = False
    titles: tuple[str, ...] | None = None

    @property
    def level(self) -> int:
        """1 for a group of the outermost depth."""
        return len(self.parents) + 1


@dataclass(frozen=True, slots=True)
class Stated:
    """What a group row states, in 元, and what the last figure written of either sum is worth."""

    count: int | None = None
    total: int | None = None
    annual: int | None = None
    total_step: int = 1
    annual_step: int = 1

    def anything(self) -> bool:
        """True when at least one figure is stated."""
        return not (self.count is None and self.total is None and self.annual is None)


@dataclass(slots=True)
class Mark:
    """A total or an 其中 row: where it stands among the projects and which groups were open there."""

    line: Line
    stated: Stated
    place: int
    open: tuple[Node, ...]

    @property
    def subtotal(self) -> bool:
        """True for 小计, which closes the nearest group; 合计 and 总计 reach further."""
        return bool(SUBTOTAL.search(self.line.title))


class Tree:
    """Built by feeding lines in order; ``place`` counts the projects fed so far."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.marks: list[Mark] = []
        self.stack: list[Node] = []
        self.place = 0
        self.sum = 0

    def group(self, line: Line, stated: Stated) -> None:
        """Open a group."""
        key = line.key or line.mark or "other"
        self._close_full(marked=bool(line.mark))
        keys = [node.key for node in self.stack]
        if key in ALIKE and key not in keys:
            key = next((known for known in keys if known in ALIKE), key)
        if key not in keys and not line.mark and self.stack and self.stack[-1].direct and not self.stack[-1].line.mark:
            # Beside a county with projects of its own a bureau stands as its equal, not within it.
            self._close(len(keys) - 1)
            keys.pop()
        depth = self._beside(key, keys, stated)
        if depth is not None:
            if depth == len(keys) - 1 and self._holds(self.stack[depth], line, stated):
                self.stack[depth].holds = True
                key = f"{keys[depth]}'"
            else:
                key = keys[depth]
                self._close(depth)
        node = Node(line, key, tuple(self.stack), stated, self.place, self.place, self.sum)
        self.nodes.append(node)
        self.stack.append(node)

    def _beside(self, key: str, keys: list[str], stated: Stated) -> int | None:
        """The depth of the open group a new one follows: the innermost of its sort that its holder has room for."""
        alike = [depth for depth, one in enumerate(keys) if one.rstrip("'") == key]
        for depth in reversed(alike):
            if depth == alike[0] or self._has_room(self.stack[depth - 1], stated):
                return depth
        return None

    def _has_room(self, holder: Node, stated: Stated) -> bool:
        """Whether what a group states leaves room for another that states so much."""
        pairs = (
            (holder.stated.count, self.place - holder.first, stated.count),
            (holder.stated.total, self.sum - holder.sum, stated.total),
        )
        return all(whole is None or more is None or done + more <= whole for whole, done, more in pairs)

    def _close_full(self, *, marked: bool) -> None:
        """A group whose stated sum its projects already meet takes in no further group; a marked one, sum and count."""
        for depth, node in enumerate(self.stack):
            summed = node.stated.total == self.sum - node.sum
            counted = node.stated.count == self.place - node.first
            full = counted and (summed or node.stated.total is None) or summed and not (marked or node.line.mark)
            if full and self.place > node.first:
                self._close(depth)
                return

    def _holds(self, holder: Node, line: Line, stated: Stated) -> bool:
        """An unmarked group still empty that states more than the next one holds it, and those after it that it has
        room for: 续建项目 over 交通类 and 水利类."""
        if holder.holds:
            return self._has_room(holder, stated)
        if line.mark or holder.first != self.place or holder.line.mark:
            return False
        if holder.stated.total and stated.total and holder.line.row == line.row - 1:
            alone = holder.stated.total == stated.total and any(node.holds for node in self.nodes)
            return alone or holder.stated.total > stated.total
        return bool(holder.stated.count and stated.count and holder.stated.count > stated.count)

    def project(self, line: Line, total: int) -> tuple[Node, ...]:
        """Count a project and its total in; the groups it belongs to.

        A project numbered like an open group whose members are numbered otherwise stands beside it: 2 after 1-1, 1-2.
        """
        for depth, node in enumerate(self.stack):
            if line.mark and node.key == line.mark != node.members and node.members:
                self._close(depth)
                break
        for node in self.stack:
            node.members = node.members or line.mark
        if self.stack:
            self.stack[-1].direct += 1
        self.place += 1
        self.sum += total
        return tuple(self.stack)

    def mark(self, line: Line, stated: Stated) -> None:
        """Note a total or 其中 row."""
        self.marks.append(Mark(line, stated, self.place, tuple(self.stack)))

    def _close(self, depth: int) -> None:
        for node in self.stack[depth:]:
            node.last = self.place
        del self.stack[depth:]

    def finish(self) -> None:
        """Close every open group at the end of the table."""
        self._close(0)
