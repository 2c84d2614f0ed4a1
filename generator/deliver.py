"""The edge to the disk and to MkDocs: artifacts are written whole or not at all."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from generator.diagnostics import CannotRun, why
from generator.model.edition import Artifact

MARK = ".stdbook-site"
"""The plugin leaves this file in every site that it builds; only such folders are ever replaced."""
MKDOCS_CONFIG = Path(__file__).parent.parent / "mkdocs.yml"


def write(artifacts: Iterable[Artifact], folder: Path) -> list[Path]:
    """Writes every artifact below `folder`; nothing appears there before all of them are made.

    Raises CannotRun when the folder cannot be written.
    """
    with _beside(folder) as fresh:
        paths = []
        for artifact in artifacts:
            path = fresh / artifact.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(artifact.content)
            paths.append(Path(artifact.path))
        for path in paths:
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            (fresh / path).replace(target)
    return [folder / path for path in paths]


def build_site(root: Path, site: Path, *, today: date, strict: bool) -> None:
    """Runs MkDocs with our plugin into a fresh folder and swaps it for `site`: readers see the old or the new, whole.

    Raises CannotRun when MkDocs does not finish, and when `site` is a folder that stdbook did not make; whatever
    stands there is then untouched.
    """
    _refuse_to_replace(site, root)
    with _beside(site) as fresh:
        command = ["build", "-q", "-d", str(fresh / "site"), *(["--strict"] if strict else [])]
        if _mkdocs(command, root, today):
            raise CannotRun("网站没有生成，原有网站未动", "上面是 MkDocs 的报告。")
        old = fresh / "old"
        if site.exists():
            site.replace(old)
        try:
            (fresh / "site").replace(site)
        except OSError:
            if old.exists():
                old.replace(site)
            raise


def _refuse_to_replace(site: Path, root: Path) -> None:
    """Only a missing or empty folder, or one with our mark, is replaced: never the knowledge base or what holds it."""
    target = site.resolve()
    inside = target.is_relative_to(root / "standards") or root.resolve().is_relative_to(target)
    foreign = target.is_dir() and any(target.iterdir()) and not (target / MARK).is_file()
    if inside or foreign or target.is_file():
        raise CannotRun(f"{site} 不是 stdbook 生成的网站文件夹，不能覆盖", "换一个新的或空的文件夹。")


def serve_site(root: Path, *, today: date, port: int) -> int:
    """Serves a live preview until interrupted; a saved YAML file shows at once."""
    return _mkdocs(["serve", "-q", "-a", f"127.0.0.1:{port}"], root, today)


def _mkdocs(arguments: list[str], root: Path, today: date) -> int:
    environment = os.environ | {"STDBOOK_ROOT": str(root), "STDBOOK_TODAY": today.isoformat(), "NO_MKDOCS_2_WARNING": "1"}
    own = root / "mkdocs.yml"
    config = own if own.is_file() else MKDOCS_CONFIG
    command = [sys.executable, "-m", "mkdocs", arguments[0], "-f", str(config), *arguments[1:]]
    return subprocess.run(command, env=environment, check=False).returncode


@contextmanager
def _beside(folder: Path) -> Iterator[Path]:
    """A temporary folder on the same file system, removed afterwards whatever happens."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=f"{folder.name}.tmp-", dir=folder.parent))
        fresh.chmod(0o755)
    except OSError as error:
        raise CannotRun(f"不能写入 {folder.parent}：{why(error)}", "换一个有写权限的文件夹。") from error
    try:
        yield fresh
    except OSError as error:
        raise CannotRun(f"写入 {folder} 失败：{why(error)}", "检查磁盘空间和权限。") from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
