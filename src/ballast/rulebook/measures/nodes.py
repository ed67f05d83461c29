"""Physical progress (形象进度): how far the construction node reported last stands, as the book counts nodes."""

from typing import TYPE_CHECKING

from pydantic import Field, field_validator

from ballast.rulebook.forms import Node
from ballast.rulebook.grammar.amounts import Share
from ballast.rulebook.measures.measured import Input, Measured, Unit, missing
from ballast.rulebook.measures.registry import Use, measure
from ballast.rulebook.terms import Basis

if TYPE_CHECKING:
    from ballast.rulebook.sight.project import ProjectSight

ORDER = list(Node)


class Physical(Use):
    """``shares``: how far the works have come with each node; one not named stands as far as the one before it."""

    shares: dict[Node, Share] = Field(
        min_length=1,
        description="到各节点算完成百分之几，如 topped_out = 60%；没写的节点按它前面的一个 / how far each node is",
    )
    basis: Basis = Basis.DECLARED

    @field_validator("shares")
    @classmethod
    def _rising(cls, shares: dict[Node, Share]) -> dict[Node, Share]:
        told = [(node, shares[node]) for node in ORDER if node in shares]
        if any(not 0 <= share <= 1 for _, share in told):
            raise ValueError("应在 0 与 100% 之间 / shares lie between 0 and 100 %")
        for (before, less), (node, more) in zip(told, told[1:], strict=False):
            if more < less:
                raise ValueError(
                    f"后面的节点不应少于前面的：{node}（{node.zh}）少于 {before}（{before.zh}） / "
                    f"{node} comes after {before} and may not be less"
                )
        return shares


@measure("form_progress", of="project", unit=Unit.PERCENT, use=Physical, least=0)
def form_progress(see: "ProjectSight", use: Physical) -> Measured:
    """The share of the node, or of the last one before it that the book names."""
    node = see.node(use.basis)
    if not isinstance(node.value, str):
        return missing(node)
    reached = Node(node.value)
    passed = [use.shares[one] for one in ORDER[: ORDER.index(reached) + 1] if one in use.shares]
    said = node._replace(value=reached.zh)
    told = Input("month", node.key[0], Unit.TEXT)
    return Measured(passed[-1] * 100 if passed else 0, (said, told))
