"""Holding photos against what they are to show: the project's site, the month, and every other use of the picture."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import tzinfo

from ballast.kit.ledger.models import FactQuerySet
from ballast.kit.uploads import UploadKind, alike, bands
from ballast.rooms.registry import models
from ballast.rooms.registry.cards import EvidenceCard
from ballast.rooms.registry.importing.standing import merged
from ballast.rulebook.checks import CheckParams, Photo, Use, examine_photo
from ballast.rulebook.checks.photos import Place, kilometres
from ballast.rulebook.evidence import claim

Meets = Callable[[models.Evidence, models.Evidence], bool]


def cards_of(facts: Sequence[models.Evidence], *, params: CheckParams, zone: tzinfo) -> list[EvidenceCard]:
    """The cards of pieces of evidence with what each asks; their times are told in ``zone``."""
    sites = _sites({fact.project_id for fact in facts})
    pictures = [fact for fact in facts if UploadKind(fact.file_kind).picture]
    files = {one.file_id for one in pictures}
    same = _uses(pictures, models.Evidence.objects.current().filter(file_id__in=files), _file)
    near = _uses(pictures, _candidates(pictures), lambda one, other: _alike(one, other, params.photo_alike_bits))
    return [
        _card(fact, sites.get(fact.project_id), tuple(same[fact.pk]), tuple(near[fact.pk]), params, zone)
        for fact in facts
    ]  # fmt: skip


def _card(
    fact: models.Evidence, site: Place | None, same: tuple[Use, ...], near: tuple[Use, ...], params: CheckParams,
    zone: tzinfo,
) -> EvidenceCard:  # fmt: skip
    place = _place(fact.longitude, fact.latitude)
    shown, kind = claim(fact.claim), UploadKind(fact.file_kind)
    taken_at = fact.taken_at.astimezone(zone) if fact.taken_at else None
    photo = Photo(
        claim=shown, uploaded_at=fact.recorded_at, taken_at=taken_at, zoned=bool(fact.zoned), place=place, site=site,
        same=same, alike=near,
    )  # fmt: skip
    return EvidenceCard(
        id=fact.pk, project_id=fact.project_id, claim=shown, kind=kind, name=fact.file_name, size=fact.file.size,
        caption=fact.caption, uploaded_at=fact.recorded_at, uploaded_by=fact.recorded_by, taken_at=taken_at,
        zoned=bool(fact.zoned), place=place, kilometres=kilometres(place, site) if place and site else None,
        findings=tuple(examine_photo(photo, params)) if kind.picture else (),
    )  # fmt: skip


def _sites(project_ids: set[int]) -> dict[int, Place]:
    found = models.Profile.objects.current().filter(project_id__in=project_ids)
    placed = {one: _place(east, north) for one, east, north in found.values_list("project_id", "longitude", "latitude")}
    return {project: site for project, site in placed.items() if site}


def _place(east: object, north: object) -> Place | None:
    return None if east is None or north is None else (float(str(east)), float(str(north)))


def _candidates(pictures: Sequence[models.Evidence]) -> FactQuerySet:
    """Every picture that agrees with one of these in a quarter of its look."""
    wanted: defaultdict[int, set[int]] = defaultdict(set)
    for one in pictures:
        for quarter, value in enumerate(bands(one.look)):
            wanted[quarter].add(value)
    found: set[int] = set()
    for quarter, values in wanted.items():
        near = models.Look.objects.filter(quarter=quarter, value__in=values)
        found.update(near.values_list("evidence_id", flat=True))
    return models.Evidence.objects.current().filter(pk__in=found)


def _uses(pictures: Iterable[models.Evidence], others: FactQuerySet, meets: Meets) -> defaultdict[int, list[Use]]:
    """For every picture, the earlier uses of what ``meets`` it for another month or another project."""
    found: defaultdict[int, list[Use]] = defaultdict(list)
    known = list(others.select_related("project").order_by("pk"))
    into = merged() if known else {}
    for one in pictures:
        mine, own = claim(one.claim), into.get(one.project_id, one.project_id)
        for other in known:
            theirs, home = claim(other.claim), into.get(other.project_id, other.project_id)
            elsewhere = home != own or (mine.kind == theirs.kind and mine != theirs)
            if other.pk < one.pk and elsewhere and meets(one, other):
                found[one.pk].append(Use(theirs, other.project.serial, home == own))
    return found


def _file(one: models.Evidence, other: models.Evidence) -> bool:
    return one.file_id == other.file_id


def _alike(one: models.Evidence, other: models.Evidence, bits: int) -> bool:
    return one.file_id != other.file_id and alike(one.look, other.look, bits=bits)
