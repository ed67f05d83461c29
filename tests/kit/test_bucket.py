"""Files kept in a real S3 server on this machine: written, read, found damaged, gone, and the server away."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime

import boto3
import pytest
from django.core.files.storage import default_storage
from pytest_django import Settings

from ballast.kit.bucket import StoreAway
from ballast.kit.files import FileDamaged, keep, place, read
from ballast.site import environment
from plugins.serving import answered, free_port

AT = datetime(2025, 8, 4, 1, tzinfo=UTC)
ACCOUNT = {"key": "k", "secret": "s", "region": "us-east-1"}


@pytest.fixture
def server() -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A server of its own process, and its address."""
    port = free_port()
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=quiet, stderr=quiet) as running:
        answered(running, port)
        yield f"http://127.0.0.1:{port}", running
        running.kill()


@pytest.mark.slow
@pytest.mark.django_db
def test_a_bucket_keeps_files_as_the_disk_does(
    server: tuple[str, subprocess.Popen[bytes]], settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    address, running = server
    told = {"bucket": "ballast", "endpoint": address, "prefix": "files", "addressing": "path", **ACCOUNT}
    monkeypatch.setattr(environment, "S3", told)
    settings.STORAGES = {**settings.STORAGES, "default": environment.file_store()}
    hand = boto3.client(
        "s3", endpoint_url=address, aws_access_key_id="k", aws_secret_access_key="s", region_name=ACCOUNT["region"]
    )  # fmt: skip
    with pytest.raises(StoreAway, match="NoSuchBucket"):
        keep(b"abc", "现场.jpg", at=AT, by="张三")
    hand.create_bucket(Bucket="ballast")
    stored = keep(b"abc", "现场.jpg", at=AT, by="张三")
    assert read(keep(b"abc", "副本.jpg", at=AT, by="李四")) == b"abc"
    key = f"files/{place(stored.sha256)}"
    assert [one["Key"] for one in hand.list_objects_v2(Bucket="ballast")["Contents"]] == [key]
    hand.put_object(Bucket="ballast", Key=key, Body=b"abd")
    with pytest.raises(FileDamaged, match="现场"):
        read(stored)
    hand.delete_object(Bucket="ballast", Key=key)
    with pytest.raises(FileDamaged):
        read(stored)
    assert not default_storage.exists(place(stored.sha256))
    running.kill()
    running.wait()
    with pytest.raises(StoreAway, match="没有应答"):
        read(stored)
