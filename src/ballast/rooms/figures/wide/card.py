"""What the card says: who, where, which industry, how large, on which lists."""

import ibis
import ibis.expr.types as ir

from ballast.rooms.figures import clock
from ballast.rooms.figures.relations import relation
from ballast.rulebook.books import SizeBand
from ballast.rulebook.terms import AreaKind


def places() -> ir.Table:
    """Every area with the county and the park it means."""
    area = relation("areas")
    parent = relation("areas").select(parent="id", parent_code="code")
    joined = area.left_join(parent, area.parent_id == parent.parent)
    park = joined.kind == str(AreaKind.PARK)
    return joined.select(
        area_id=joined.id,
        area=joined.code,
        county=ibis.ifelse(park, joined.parent_code.fill_null(""), joined.code),
        park=ibis.ifelse(park, joined.code, ""),
        level=joined.kind,
    )


def card(bands: tuple[SizeBand, ...]) -> ir.Table:
    """Every project with a card."""
    profile, project, place, classes = relation("profiles"), relation("projects"), places(), relation("classes")
    project = project.rename(project="id")
    wide = profile.join(project, profile.project_id == project.project).drop("project_id")
    wide = wide.join(place, wide.area_id == place.area_id).drop("area_id", "level")
    wide = wide.left_join(classes, wide.industry == classes.code).drop("code")
    return wide.mutate(
        section=wide.section.fill_null(""),
        division=wide.division.fill_null(""),
        service=wide.service.fill_null(""),
        size_band=_size_band(wide.total_investment, bands),
    )


def lists() -> ir.Table:
    """The named lists a project stands on at the end of the month, as ``|city|key69|``."""
    membership, named, end = relation("memberships"), relation("named_lists"), clock.text("end")
    standing = membership.filter(membership.since <= end, membership.until.isnull() | (membership.until >= end))
    joined = standing.join(named, standing.named_list_id == named.id)
    put = joined.group_by("project_id").agg(codes=joined.code.group_concat("|"))
    return put.select("project_id", lists=ibis.literal("|") + put.codes + "|")


def _size_band(total: ir.IntegerValue, bands: tuple[SizeBand, ...]) -> ir.StringValue:
    return ibis.cases(*((total >= band.at_least, band.code) for band in reversed(bands)), else_="")
