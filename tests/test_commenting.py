"""The job that posts a change report: one comment a request, nothing of the change runs, its words are only words."""

from __future__ import annotations

import http.server
import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from tests.kit import ROOT

CI = ROOT / "docs" / "ci"
MARK = "<!-- stdbook-diff -->"
TOKEN, BOT = "secret", "the-bot"
AUTHOR = {"github": ("user", "login"), "gitea": ("user", "login"), "gitlab": ("author", "username")}
REPO = {"github": "/repos/a/b", "gitea": "/repos/a/b", "gitlab": "/projects/a%2Fb"}


class Host(http.server.BaseHTTPRequestHandler):
    """As much of a code host as the script asks: 51 open requests, and comments that are kept."""

    platform = "github"
    comments: list[dict[str, Any]]
    said: list[str]

    def do_GET(self) -> None:
        """A page of a list."""
        url = urlsplit(self.path)
        query = parse_qs(url.query)
        path = url.path.removeprefix(REPO[self.platform])
        if re.fullmatch(r"/(pulls|merge_requests)", path):
            found = [{"number": n, "iid": n, "sha": f"sha{n}", "head": {"sha": f"sha{n}"}} for n in range(1, 52)]
        else:
            assert re.fullmatch(r"/(issues|merge_requests)/7/(comments|notes)", path), path
            found = self.comments
        size = int((query.get("limit") or query["per_page"])[0])
        page = int(query["page"][0])
        self.answer(found[(page - 1) * size : page * size])

    def do_POST(self) -> None:
        """A new comment."""
        user, name = AUTHOR[self.platform]
        self.comments.append({"id": len(self.comments) + 1, "body": self.body(), user: {name: BOT}})
        self.answer({})

    def do_PATCH(self) -> None:
        """A comment changed."""
        id = int(self.path.rpartition("/")[2])
        self.comments[id - 1]["body"] = self.body()
        self.answer({})

    do_PUT = do_PATCH  # noqa: N815

    def body(self) -> str:
        """The text that came."""
        self.said.append(self.command)
        assert TOKEN in (self.headers["Authorization"] or self.headers["PRIVATE-TOKEN"])
        return str(json.loads(self.rfile.read(int(self.headers["Content-Length"])))["body"])

    def answer(self, found: object) -> None:
        """Data."""
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(found).encode())

    def log_message(self, format: str, *args: object) -> None: ...


@pytest.fixture(params=AUTHOR)
def host(request: pytest.FixtureRequest) -> Iterator[tuple[type[Host], dict[str, str]]]:
    """A code host, and the environment that leads to it; somebody else has commented with our mark."""
    user, name = AUTHOR[request.param]
    other = {"id": 1, "body": f"{MARK} mine", user: {name: "somebody"}}
    handler = type("Served", (Host,), {"platform": request.param, "comments": [other], "said": []})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_address[1]}"
    yield handler, {"STDBOOK_API": address, "STDBOOK_REPO": "a/b", "STDBOOK_TOKEN": TOKEN, "STDBOOK_BOT": BOT}
    server.shutdown()
    server.server_close()


def run(env: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    """The script as a job runs it: with a bare Python."""
    command = [sys.executable, "-I", str(CI / "comment.py"), *arguments]
    return subprocess.run(command, env=os.environ | env, capture_output=True, text=True, encoding="utf-8", check=False)


def test_one_comment_that_is_kept_up_to_date(host: tuple[type[Host], dict[str, str]], tmp_path: Path) -> None:
    """The first run posts, the same again does nothing, another text changes that comment and nobody else's."""
    handler, env = host
    listed = run(env, handler.platform, "open")
    assert listed.stdout.split("\n")[:2] == ["1 sha1", "2 sha2"]
    assert listed.stdout.count("\n") == 51
    report = tmp_path / "stdbook-diff.md"
    for text, said in (
        ("one", ["POST"]),
        ("one", ["POST"]),
        ("two", ["POST", (handler.platform == "gitlab" and "PUT") or "PATCH"]),
    ):
        report.write_text(f"{MARK}\n{text}\n", "utf-8")
        done = run(env, handler.platform, "7", str(report))
        assert (done.returncode, handler.said) == (0, said), done.stderr
    assert [c["body"].strip() for c in handler.comments] == [f"{MARK} mine", f"{MARK}\ntwo"]


def test_words_of_the_change_stay_words(host: tuple[type[Host], dict[str, str]], tmp_path: Path) -> None:
    """Nobody is called, no command of the platform is given, a huge text is cut; what is no report is not posted."""
    handler, env = host
    report = tmp_path / "stdbook-diff.md"
    report.write_text(f"{MARK}\n@everyone\n  /merge\r/approve\n" + "长\n" * 90_000, "utf-8")
    assert run(env, handler.platform, "7", str(report)).returncode == 0
    body = handler.comments[-1]["body"]
    assert "@" not in body
    assert not re.search(r"^\s*/", body, re.MULTILINE)
    assert len(body) < 65_536
    assert "太长" in body
    report.write_text("anything else", "utf-8")
    link = tmp_path / "link.md"
    link.symlink_to(report)
    for number, file in (("7", report), ("7", link), ("7", tmp_path / "none"), ("7;ls", report), ("x", report)):
        done = run(env, handler.platform, number, str(file))
        assert done.returncode == 2
        assert "未完成" in done.stderr
    assert len(handler.comments) == 2


@pytest.mark.parametrize("host", ["gitea", "gitlab"], indirect=True)
def test_the_polling_job_reads_a_change_as_data(host: tuple[type[Host], dict[str, str]], tmp_path: Path) -> None:
    """From a clone of the default branch, the change of request 7 is compared and posted; files that it brings never run."""
    handler, env = host
    root, server = tmp_path / "clone", tmp_path / "server.git"
    shutil.copytree(ROOT / "standards", root / "standards")
    (root / "ci").mkdir()
    shutil.copy(CI / "comment.py", root / "ci")
    run_git(root, "init", "-b", "main")
    run_git(root, "add", "-A")
    run_git(root, "commit", "-m", "standards")
    run_git(root, "init", "--bare", str(server))
    run_git(root, "remote", "add", "origin", str(server))
    run_git(root, "switch", "-c", "request")
    path = root / "standards" / "management" / "g206-01" / "standard.yml"
    path.write_text(path.read_text("utf-8").replace("value: 98\n", "value: 99\n"), "utf-8")
    (root / "ci" / "comment.py").write_text("raise SystemExit('run')\n", "utf-8")
    run_git(root, "commit", "-am", "request")
    run_git(root, "push", "origin", f"HEAD:refs/{'pull' if handler.platform == 'gitea' else 'merge-requests'}/7/head")
    run_git(root, "switch", "main")
    recipe = yaml.load((CI / f"{handler.platform}-comment.yml").read_text("utf-8"), Loader=yaml.BaseLoader)
    if handler.platform == "gitea":
        script = recipe["jobs"]["comment"]["steps"][-1]["run"]
    else:
        script = "\n".join(line for line in recipe["standards-comment"]["script"] if "pip install" not in line)
    path_ = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    here = os.environ | env | {"PATH": path_, "RUNNER_TEMP": str(tmp_path)}
    done = subprocess.run(["bash", "-e", "-c", script], cwd=root, env=here, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert len(handler.comments) == 2
    assert "<del>98%</del><ins>99%</ins>" in handler.comments[1]["body"]
    assert "G801" in handler.comments[1]["body"]


def run_git(root: Path, *arguments: str) -> None:
    """Runs git as somebody."""
    person = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *person, *arguments], cwd=root, check=True, capture_output=True)


def test_trouble_is_said(tmp_path: Path) -> None:
    """Without settings, or where nobody answers: what is missing, no traceback, and no token in the words."""
    report = tmp_path / "stdbook-diff.md"
    report.write_text(MARK, "utf-8")
    here = {"STDBOOK_API": "http://127.0.0.1:9", "STDBOOK_REPO": "a/b", "STDBOOK_TOKEN": TOKEN, "STDBOOK_BOT": BOT}
    for env in ({}, here):
        done = run(env, "github", "7", str(report))
        assert done.returncode == 1
        assert "未完成" in done.stderr
        assert "Traceback" not in done.stderr
        assert TOKEN not in done.stderr


def test_nothing_of_a_change_runs_beside_a_token() -> None:
    """Jobs that may write start on the default branch alone, check nothing else out, and put no event's words into a shell."""
    github = yaml.load((CI / "github-comment.yml").read_text("utf-8"), Loader=yaml.BaseLoader)
    gitea = yaml.load((CI / "gitea-comment.yml").read_text("utf-8"), Loader=yaml.BaseLoader)
    gitlab = yaml.load((CI / "gitlab-comment.yml").read_text("utf-8"), Loader=yaml.BaseLoader)
    assert [*github["on"]] == ["workflow_run"]
    assert [*gitea["on"]] == ["schedule"]
    watched = yaml.load((CI / "github.yml").read_text("utf-8"), Loader=yaml.BaseLoader)
    assert github["on"]["workflow_run"]["workflows"] == [watched["name"]]
    assert github["permissions"] == {}
    for recipe in (github, gitea):
        for step in recipe["jobs"]["comment"]["steps"]:
            assert "${{" not in step.get("run", "")
            if "checkout" in step.get("uses", ""):
                assert step["with"].get("ref", "").replace(" ", "") in ("", "${{github.event.repository.default_branch}}")
            if "uses" in step:
                assert re.search(r"@[0-9a-f]{40}$", step["uses"])
    (rule,) = gitlab["standards-comment"]["rules"]
    assert rule["if"] == '$CI_PIPELINE_SOURCE == "schedule" && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH'
    saved = [s["with"] for s in watched["jobs"]["check"]["steps"] if s.get("with", {}).get("name") == "stdbook-diff"]
    assert [one["path"] for one in saved] == ["stdbook-diff.md"]
