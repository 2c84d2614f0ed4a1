"""The one place that calls git: the files of a revision, written to a folder. Nothing in the repository is touched."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.diagnostics import CannotRun

LINK, MODULE = "120000", "160000"
QUIET = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}


@dataclass(frozen=True, slots=True)
class _Blob:
    mode: str
    object: str
    path: PurePosixPath


def export(root: Path, revision: str, folder: Path) -> None:
    """Writes `standards/` of a revision below `folder`; links are written dangling, so that readers refuse them.

    `root` is the knowledge base inside a working copy. Works in a shallow clone for the commits that it has. Raises
    CannotRun without git, outside a repository, and for a revision that is unknown or has no standards.
    """
    commit = _commit(root, revision)
    prefix = _ask(root, "rev-parse", "--show-prefix").decode().strip()
    listed = _git(root, "ls-tree", "-r", "-z", "--full-tree", commit, f"{prefix}standards")
    blobs = [_parse(line, prefix) for line in listed.stdout.split(b"\0") if line]
    if not blobs:
        raise CannotRun(f"{revision} 里没有 standards/ 文件夹", "换一个有知识库的提交、分支或标签。")
    files = [blob for blob in blobs if blob.mode not in (LINK, MODULE)]
    for blob, content in zip(files, _contents(root, revision, files), strict=True):
        _target(folder, blob).write_bytes(content)
    for blob in blobs:
        if blob.mode == LINK:
            _target(folder, blob).symlink_to("nowhere")
        elif blob.mode == MODULE:
            _target(folder, blob).mkdir()


def _commit(root: Path, revision: str) -> str:
    """The full name of a commit. Raises CannotRun when there is none."""
    inside = _git(root, "rev-parse", "--is-inside-work-tree")
    if inside.returncode:
        if b"dubious ownership" in inside.stderr:
            raise CannotRun("git 不信任这个文件夹：它属于另一个用户", f"运行 git config --global --add safe.directory {root}")
        raise CannotRun(
            f"“{revision}”不是知识库文件夹，这里也不是 git 仓库", "写含有 standards/settings.yml 的文件夹，或在 git 克隆里运行。"
        )
    found = _git(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if found.returncode or revision.startswith("-"):
        shallow = _ask(root, "rev-parse", "--is-shallow-repository").strip() == b"true"
        more = "这是浅克隆，历史不全：先运行 git fetch --unshallow，CI 里写 fetch-depth: 0。" if shallow else ""
        raise CannotRun(
            f"“{revision}”既不是知识库文件夹，也不是 git 里的版本", more or "写分支、标签、提交编号，或含有 standards/ 的文件夹。"
        )
    return found.stdout.decode().strip()


def _parse(line: bytes, prefix: str) -> _Blob:
    head, _, name = line.partition(b"\t")
    mode, _, object = head.decode().split(" ")[:3]
    path = PurePosixPath(os.fsdecode(name)).relative_to(prefix or ".")
    if ".." in path.parts or path.is_absolute():
        raise CannotRun(f"git 里有不能写出的路径 {path}", "在仓库里改掉这个文件名。")
    return _Blob(mode, object, path)


def _target(folder: Path, blob: _Blob) -> Path:
    path = folder / blob.path
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _contents(root: Path, revision: str, blobs: Sequence[_Blob]) -> Iterator[bytes]:
    """The bytes of each blob, in order."""
    asked = "".join(f"{blob.object}\n" for blob in blobs).encode()
    out = _git(root, "cat-file", "--batch", input=asked).stdout
    at = 0
    for blob in blobs:
        end = out.find(b"\n", at)
        head = out[at:end].split(b" ")
        if end < 0 or len(head) != 3:
            raise CannotRun(f"{revision} 的 {blob.path} 不在这个克隆里", "这是不完整的克隆：重新完整克隆一次。")
        size = int(head[2])
        yield out[end + 1 : end + 1 + size]
        at = end + size + 2


def _ask(root: Path, *arguments: str) -> bytes:
    return _git(root, *arguments).stdout


def _git(root: Path, *arguments: str, input: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = ["git", "-C", str(root), *arguments]
    try:
        return subprocess.run(command, input=input, capture_output=True, check=False, env=os.environ | QUIET)
    except OSError as error:
        raise CannotRun("没有找到 git，不能读取以前的版本", "安装 git；或者给出两个文件夹来比较。") from error
