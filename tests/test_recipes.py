"""The git side works as written: recipes and hooks call stdbook as it is, and the push script refuses mistakes."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.cli import _parser
from generator.rules import CATALOGUE
from tests.kit import ROOT, STANDARD, TODAY, overlay

CI = ROOT / "docs" / "ci"
HOOKS = ROOT / ".pre-commit-hooks.yaml"
SCRIPT = CI / "pre-push"
RECIPES = ("github.yml", "gitlab.yml", "gitea.yml")
COMMENTING = ("github-comment.yml", "gitlab-comment.yml", "gitea-comment.yml")
WANTED = {
    "gitlab-comment.yml": ("diff markdown",),
    "gitea-comment.yml": ("diff markdown",),
    "github.yml": ("check github", "check sarif", "check text", "diff markdown", "fmt", "build"),
    "gitlab.yml": ("check gitlab", "check text", "diff markdown", "fmt", "build"),
    "gitea.yml": ("check github", "check sarif", "check text", "diff markdown", "fmt", "build"),
    "pre-push": ("check text", "fmt"),
    ".pre-commit-hooks.yaml": ("check text", "diff text", "fmt"),
}


def plain(path: Path) -> dict[str, Any]:
    """A YAML file with every scalar as text: `on` stays `on`."""
    return dict(yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader))


def shells(name: str) -> list[str]:
    """The shell text of a recipe, of the hooks, or of the script."""
    if name == SCRIPT.name:
        return [SCRIPT.read_text("utf-8")]
    if name == HOOKS.name:
        return [f"{hook['entry']} {shlex.join(hook.get('args', []))}" for hook in hooks()]
    recipe = plain(CI / name)
    if name.startswith("gitlab"):
        (job,) = recipe.values()
        return [*job.get("before_script", ()), *job["script"]]
    return [step["run"] for job in recipe["jobs"].values() for step in job["steps"] if "run" in step]


def hooks() -> list[dict[str, Any]]:
    """What .pre-commit-hooks.yaml offers."""
    return list(yaml.safe_load(HOOKS.read_text("utf-8")))


def calls(shell: str) -> list[list[str]]:
    """The arguments of each `stdbook` that stands where a command stands."""
    found = []
    for line in shell.replace("\\\n", " ").split("\n"):
        if "stdbook" not in line or line.lstrip().startswith(("#", "'", "say ")):
            continue
        words = shlex.shlex(line, posix=True, punctuation_chars=True)
        words.whitespace_split = True
        command: list[str] = []
        for word in [*words, ";"]:
            if set(word) <= set("();<>|&"):
                if command[:1] == ["stdbook"]:
                    found.append(command[1:])
                # after a redirection stands a file, not a command
                command = ["<file>"] if set(word) & set("<>") else []
            elif command or word not in ("if", "then", "!", "{", "do", "else"):
                command.append(word)
    return found


def parsed(arguments: list[str]) -> str:
    """The command and its format as the real parser understands them; fails when it does not."""
    try:
        read = _parser().parse_args(arguments)
    except SystemExit:
        pytest.fail(f"stdbook {shlex.join(arguments)}")
    for code in filter(None, getattr(read, "ignore", "").split(",")):
        assert code in CATALOGUE, code
    name = next(word for word in arguments if word in ("check", "fmt", "build", "explain", "diff", "impact", "owners", "draft"))
    return f"{name} {read.format}" if name in ("check", "diff") else name


def test_calls_are_found() -> None:
    """The finder sees commands after operators and keywords, and none in words, comments or file names."""
    assert calls("a=0; stdbook check x || a=$?") == [["check", "x"]]
    assert calls('if [ "$a" -eq 0 ]; then stdbook build --strict; fi') == [["build", "--strict"]]
    assert calls('stdbook check --format sarif > stdbook.sarif || test $? -eq 1\n{ echo; stdbook fmt; } >> "$X"') == [
        ["check", "--format", "sarif"],
        ["fmt"],
    ]
    assert calls("# stdbook check\necho stdbook\ncat x > stdbook\necho 'stdbook fmt'") == []


@pytest.mark.parametrize("name", WANTED)
def test_every_command_line_parses(name: str) -> None:
    """Each recipe calls check, diff, fmt and build in ways that the command line has."""
    found = {parsed(arguments) for shell in shells(name) for arguments in calls(shell)}
    assert found == set(WANTED[name])


def test_fenced_commands_of_the_guide_parse() -> None:
    """What docs/ci/README.md tells to run or to paste is right: shell lines, hook ids, entries."""
    guide = (CI / "README.md").read_text("utf-8")
    offered = {hook["id"] for hook in hooks()}
    blocks = re.findall(r"^```(\w+)\n(.*?)^```$", guide, re.MULTILINE | re.DOTALL)
    assert {kind for kind, _ in blocks} == {"yaml", "sh"}
    for kind, block in blocks:
        if kind == "sh":
            for arguments in calls(block):
                parsed(arguments)
            continue
        for repository in yaml.safe_load(block)["repos"]:
            for hook in repository["hooks"]:
                assert hook["id"] in offered
                if "entry" in hook:
                    program, *arguments = shlex.split(hook["entry"])
                    assert Path(program).name == "stdbook"
                    parsed(arguments)
    for inline in re.findall(r"`stdbook ([a-z][^`]*)`", guide):
        parsed(shlex.split(inline))
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", guide):
        assert (CI / target).exists(), target


def test_hooks_name_console_scripts() -> None:
    """pre-commit finds what the hooks start: scripts of pyproject.toml, on files of standards/ alone."""
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]
    by_id = {hook["id"]: hook for hook in hooks()}
    assert set(by_id) == {"stdbook-check", "stdbook-fmt", "stdbook-gate"}
    for hook in by_id.values():
        assert hook["entry"].split()[0] in scripts
        assert hook["language"] == "python"
        assert re.search(r"[\u4e00-\u9fff]", hook["name"] + hook["description"])
        pattern = re.compile(hook["files"])
        assert pattern.search("standards/work/z301-01/standard.yml")
        assert not pattern.search("mkdocs.yml")
        assert not pattern.search("docs/standards/x.yml")
    assert by_id["stdbook-check"]["pass_filenames"] is False
    assert "pass_filenames" not in by_id["stdbook-fmt"]


@pytest.mark.parametrize("name", ["github.yml", "gitea.yml"])
def test_workflows_have_the_least_rights(name: str) -> None:
    """A stranger's change meets a read-only token, no secret, a time limit, and actions that are pinned or say how to pin."""
    recipe = plain(CI / name)
    triggers, text = recipe["on"], (CI / name).read_text("utf-8")
    assert "pull_request" in triggers
    assert "pull_request_target" not in triggers
    assert not triggers["pull_request"], "a required check that is skipped by paths blocks merging"
    assert recipe["permissions"] == {"contents": "read"}
    assert "secrets." not in text
    assert recipe["concurrency"]
    for id, job in recipe["jobs"].items():
        assert int(job["timeout-minutes"]) <= 15
        rights = job.get("permissions", {})
        if "write" in rights.values():
            assert not any("run" in step for step in job["steps"]), f"{id} may write and must not run what the change brings"
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] == "false"
    for action, version in re.findall(r"uses: (\S+)@(.*)", text):
        assert re.fullmatch(r"[0-9a-f]{40} # v\d+\.\d+\.\d+", version) or f"github.com/{'/'.join(action.split('/')[:2])} " in text


@pytest.mark.parametrize("path", [*(CI / name for name in RECIPES), SCRIPT, CI / "README.md", HOOKS], ids=lambda p: p.name)
def test_no_registry_is_named(path: Path) -> None:
    """Where packages come from is set on the runner, never here."""
    assert not re.search(r"pypi|index-url|/simple\b|mirrors?\.|PIP_INDEX", path.read_text("utf-8"), re.IGNORECASE)


def test_gitlab_job_is_bounded() -> None:
    """The GitLab job ends, gives way to a newer one, keeps its report when it fails, and uses no variable of the project's."""
    job = plain(CI / "gitlab.yml")["standards"]
    assert job["timeout"]
    assert job["interruptible"] == "true"
    assert job["artifacts"]["when"] == "always"
    assert job["artifacts"]["reports"]["codequality"] in job["script"][0]
    assert re.fullmatch(r"\w[-\w ]*", job["artifacts"]["expose_as"], re.ASCII)
    assert not any("changes" in rule for rule in job["rules"])


@dataclass(frozen=True)
class Clone:
    """A knowledge base under git with an empty bare repository to push to."""

    base: Path
    bare: Path
    env: dict[str, str]

    def git(self, *arguments: str) -> str:
        """Runs git, which must succeed."""
        done = subprocess.run(["git", *arguments], cwd=self.base, env=self.env, capture_output=True, text=True, encoding="utf-8")
        assert done.returncode == 0, done.stderr
        return done.stdout

    def commit(self, old: str = "", new: str = "", file: str = STANDARD) -> None:
        """Commits everything, after replacing a text that stands once."""
        path = self.base / file
        if old:
            text = path.read_text("utf-8")
            assert text.count(old) == 1
            path.write_text(text.replace(old, new), "utf-8")
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "change")

    def push(self, *refs: str, **env: str) -> tuple[bool, str]:
        """Whether a push was accepted, and what was said."""
        done = subprocess.run(
            ["git", "push", "--quiet", "origin", *(refs or ("main",))],
            cwd=self.base,
            env=self.env | env,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        return done.returncode == 0, done.stderr

    def received(self, ref: str = "main") -> str:
        """The commit that the bare repository has."""
        done = subprocess.run(
            ["git", "-C", str(self.bare), "rev-parse", "--verify", "--quiet", ref], env=self.env, capture_output=True, text=True
        )
        return done.stdout.strip()


@pytest.fixture(scope="module")
def env() -> dict[str, str]:
    """The environment of someone with stdbook on the PATH, with a name and with no settings of git."""
    made = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "STDBOOK_"))}
    made |= {
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), made["PATH"]]),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "SOURCE_DATE_EPOCH": str(int(datetime(TODAY.year, TODAY.month, TODAY.day, tzinfo=UTC).timestamp())),
    }
    for role in ("AUTHOR", "COMMITTER"):
        made |= {f"GIT_{role}_NAME": "编辑", f"GIT_{role}_EMAIL": "editor@example.com"}
    return made


@pytest.fixture(scope="module")
def canonical(env: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The smallest knowledge base as `stdbook fmt` leaves it."""
    base = overlay(tmp_path_factory.mktemp("canonical"), {})
    subprocess.run(["stdbook", "fmt"], cwd=base, env=env, check=True, capture_output=True)
    return base


@pytest.fixture
def clone(request: pytest.FixtureRequest, canonical: Path, env: dict[str, str], tmp_path: Path) -> Clone:
    """The canonical knowledge base, committed, with the script installed on this side or, if asked, on the other."""
    base, bare = overlay(tmp_path, {}, canonical), tmp_path / "bare.git"
    made = Clone(base, bare, env)
    made.git("init", "--quiet", "--initial-branch", "main")
    made.git("init", "--quiet", "--bare", str(bare))
    made.git("remote", "add", "origin", str(bare))
    role = getattr(request, "param", "pre-push")
    hook = (base / ".git" if role == "pre-push" else bare) / "hooks" / role
    shutil.copy(SCRIPT, hook)
    hook.chmod(0o755)
    made.commit()
    return made


BOTH_SIDES = pytest.mark.parametrize("clone", ["pre-push", "pre-receive"], indirect=True)


@BOTH_SIDES
def test_clean_standards_are_pushed(clone: Clone) -> None:
    """A clean commit arrives; so does one that takes a branch away again."""
    accepted, said = clone.push("main", "main:refs/heads/topic")
    assert accepted, said
    assert clone.received() == clone.git("rev-parse", "HEAD").strip()
    assert clone.push(":topic")[0]
    assert not clone.received("topic")


@BOTH_SIDES
def test_a_mistake_is_not_pushed(clone: Clone) -> None:
    """A wrong reference is named with its place, with what to do, in Chinese, and stays here; mended, it goes."""
    assert clone.push()[0]
    before = clone.received()
    clone.commit("related: [z301-01]", "related: [z301-99]")
    accepted, said = clone.push()
    assert not accepted
    assert f"{STANDARD}:" in said
    assert re.search(r"错误 [A-Z]\d{3}", said)
    assert "没有推送" in said
    assert "stdbook explain" in said
    assert clone.received() == before
    clone.commit("related: [z301-99]", "related: [z301-01]")
    assert clone.push()[0]


def test_another_way_of_writing_is_not_pushed(clone: Clone) -> None:
    """What is right but not canonical is refused with the command that mends it."""
    clone.commit("title: 抄表管理", "title:    '抄表管理'")
    accepted, said = clone.push()
    assert not accepted
    assert "运行 stdbook fmt" in said
    subprocess.run(["stdbook", "fmt"], cwd=clone.base, env=clone.env, check=True, capture_output=True)
    clone.commit()
    assert clone.push()[0]


def test_the_commit_counts_not_the_folder(clone: Clone) -> None:
    """A mistake that is not committed does not stop a push; a mend that is not committed does not help."""
    path = clone.base / STANDARD
    right = path.read_text("utf-8")
    wrong = right.replace("related: [z301-01]", "related: [z301-99]")
    path.write_text(wrong, "utf-8")
    assert clone.push()[0]
    clone.commit()
    path.write_text(right, "utf-8")
    assert not clone.push()[0]


@BOTH_SIDES
def test_standards_cannot_be_taken_out_of_sight(clone: Clone) -> None:
    """Neither a commit without settings nor a file that git would leave out of an archive slips through."""
    assert clone.push()[0]
    (clone.base / ".gitattributes").write_text("standards/management export-ignore\n", "utf-8")
    clone.commit("related: [z301-01]", "related: [z301-99]")
    assert not clone.push()[0]
    clone.git("rm", "-r", "--quiet", "standards/settings.yml")
    clone.commit()
    accepted, said = clone.push()
    assert not accepted
    assert "standards/settings.yml" in said


def test_other_changes_cost_nothing(clone: Clone, tmp_path: Path) -> None:
    """Where standards/ is as it was, stdbook is not even looked for; where it changed and stdbook is missing, that is said."""
    assert clone.push()[0]
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("git", "mktemp", "rm"):
        found = shutil.which(name)
        assert found
        (tools / name).symlink_to(found)
    (clone.base / "README.md").write_text("关于\n", "utf-8")
    clone.commit()
    assert clone.push(PATH=str(tools))[0]
    clone.commit("title: 抄表管理", "title: 抄表和示数管理")
    accepted, said = clone.push(PATH=str(tools))
    assert not accepted
    assert "没有找到 stdbook" in said
