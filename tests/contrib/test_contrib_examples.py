"""The examples for cron, systemd and nginx are taken by the programs that they are for."""

import getpass
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

CONTRIB = Path(__file__).parents[2] / "contrib"


def tool(name: str, package: str) -> str:
    found = shutil.which(name) or shutil.which(name, path="/usr/sbin:/sbin")
    return found or pytest.skip(f"{name} is not installed: apt install {package}")


def test_systemd_takes_service_and_timer(tmp_path: Path) -> None:
    analyze = tool("systemd-analyze", "systemd")
    for name in ("nnnews.service", "nnnews.timer"):
        text = (CONTRIB / name).read_text("utf-8")
        (tmp_path / name).write_text(text.replace("/srv/nnnews/.venv/bin/nnnews", sys.executable))
    units = (str(tmp_path / "nnnews.service"), str(tmp_path / "nnnews.timer"))
    run = subprocess.run([analyze, "verify", "--man=no", *units], capture_output=True, text=True, timeout=60)
    ours = [line for line in run.stderr.splitlines() if "nnnews" in line]
    assert (run.returncode, ours) == (0, []), run.stderr


def test_a_service_may_write_its_data_and_exports_only() -> None:
    lines = (CONTRIB / "nnnews.service").read_text("utf-8").splitlines()
    assert {"Type=oneshot", "SuccessExitStatus=75", "ProtectSystem=strict"} <= set(lines)
    assert "ReadWritePaths=/srv/nnnews/data /srv/nnnews/exports" in lines


def test_systemd_understands_the_hours() -> None:
    analyze = tool("systemd-analyze", "systemd")
    [hours] = re.findall(r"^OnCalendar=(.*)$", (CONTRIB / "nnnews.timer").read_text("utf-8"), re.MULTILINE)
    run = subprocess.run([analyze, "calendar", hours], capture_output=True, text=True, timeout=60)
    assert run.returncode == 0 and "Asia/Shanghai" in run.stdout, run.stderr


def test_every_line_of_the_crontab_is_a_comment_a_setting_or_a_job() -> None:
    field = r"[\d*][\d,*/-]*"
    known = re.compile(rf"#.*|[A-Z_]+=\S+|{' +'.join([field] * 5)} +[^%]+|")
    assert [line for line in (CONTRIB / "crontab").read_text("utf-8").splitlines() if not known.fullmatch(line)] == []


def test_cron_takes_the_crontab() -> None:
    crontab = tool("crontab", "cron")
    usage = subprocess.run([crontab, "-h"], capture_output=True, text=True, timeout=60).stderr
    option = next((one for one in ("-T", "-n") if f" {one} " in usage), None) or pytest.skip("crontab cannot check")
    subprocess.run([crontab, option, str(CONTRIB / "crontab")], check=True, timeout=60)


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """An nginx with the example, as an unprivileged user runs it, on a free port of this machine."""
    nginx = tool("nginx", "nginx-light")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    site = (CONTRIB / "nginx.conf").read_text("utf-8").replace("    listen [::]:80;\n", "")
    site = site.replace("listen 80;", f"listen 127.0.0.1:{port};").replace("/srv/nnnews/exports", str(tmp_path))
    temporary = "".join(f"{kind}_temp_path {tmp_path}/{kind};" for kind in ("client_body", *PASSES))
    http = f"include /etc/nginx/mime.types; access_log off; {temporary}\n{site}"
    own = f"user {getpass.getuser()};" if os.getuid() == 0 else ""  # else its workers may not read our folder
    main = f"{own} daemon off; pid {tmp_path}/pid; error_log stderr; events {{ }} http {{ {http} }}"
    (tmp_path / "main.conf").write_text(main)
    subprocess.run([nginx, "-t", "-q", "-c", str(tmp_path / "main.conf")], check=True, timeout=60)
    server = subprocess.Popen([nginx, "-c", str(tmp_path / "main.conf")], stderr=subprocess.DEVNULL)
    yield _awaited(f"http://127.0.0.1:{port}")
    server.terminate()
    server.wait(30)


PASSES = ("proxy", "fastcgi", "uwsgi", "scgi")


def _awaited(address: str) -> str:
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", int(address.rpartition(":")[2])), 1).close()
            break
        except OSError:
            time.sleep(0.1)
    return address


TYPES = {
    "index.html": ("text/html; charset=utf-8", "no-cache"),
    "feeds/all.rss.xml": ("application/rss+xml; charset=utf-8", "no-cache"),
    "feeds/d/x.atom.xml": ("application/atom+xml; charset=utf-8", "no-cache"),
    "feeds/all.json": ("application/feed+json; charset=utf-8", "no-cache"),
    "status.json": ("application/json; charset=utf-8", "no-cache"),
    "data/2026-03/articles.jsonl": ("application/x-ndjson; charset=utf-8", "no-cache"),
    "assets/page-1.js": ("application/javascript; charset=utf-8", "public, max-age=31536000, immutable"),
    "idx/2026/0/1.js?v=1": ("application/javascript; charset=utf-8", "public, max-age=31536000, immutable"),
}


def test_nginx_tells_types_and_how_long_to_keep(address: str, tmp_path: Path) -> None:
    told = {}
    for name in TYPES:
        file = tmp_path / name.partition("?")[0]
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("字" * 2000)
        asked = urllib.request.Request(f"{address}/{name}", headers={"Accept-Encoding": "gzip"})
        with urllib.request.urlopen(asked, timeout=30) as answer:
            told[name] = (answer.headers["Content-Type"], answer.headers["Cache-Control"])
            assert answer.headers["Content-Encoding"] == "gzip", name
            assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
    assert told == TYPES
