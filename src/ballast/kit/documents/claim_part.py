"""The part of the file that keeps the claims too long for a content control's tag."""

from docx.opc.oxml import serialize_part_xml
from docx.oxml import parse_xml

from ballast.kit.documents.wordml import Element

_NAMESPACE = "urn:ballast:claims"


def claims_xml(claims: dict[str, str]) -> bytes:
    """The part's bytes: one element a claim, in order of its short tag."""
    root: Element = parse_xml(f'<claims xmlns="{_NAMESPACE}"/>')
    for short in sorted(claims):
        child = root.makeelement(f"{{{_NAMESPACE}}}claim", {"tag": short})
        child.text = claims[short]
        root.append(child)
    return serialize_part_xml(root)


def read_claims(root: Element) -> dict[str, str]:
    """Short tag to whole claim; empty when the part is another program's."""
    if root.tag != f"{{{_NAMESPACE}}}claims":
        return {}
    return {child.get("tag", ""): child.text or "" for child in root}
