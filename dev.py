"""Sets up and runs everything with the standard library alone: `python dev.py site`, `python dev.py test`.

The Makefile calls it; on Windows call it yourself. It keeps a virtual environment in `.venv`.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge")
INSTALLED_BROWSERS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)


def main() -> int:
    """Runs one of the tasks; returns its exit code."""
    tasks = {"site": site, "test": test, "serve": serve, "audit": audit, "lock": lock}
    tasks |= {"bench": bench, "bench-check": bench_check, "bench-diff": bench_diff}
    tasks |= {"bench-search": bench_search, "bench-growth": bench_growth}
    if len(sys.argv) < 2 or sys.argv[1] not in tasks:
        print(f"用法：python dev.py {'|'.join(tasks)}")
        return 2
    if sys.version_info < (3, 11):
        print(f"需要 Python 3.11 或更新的版本，现在是 {sys.version.split()[0]}")
        return 2
    return tasks[sys.argv[1]](sys.argv[2:])


def site(arguments: list[str]) -> int:
    """Checks the standards and builds the site into `site/`."""
    install("site")
    if code := run(PYTHON, "-m", "generator", "check", "--ignore", "R203"):
        return code
    if code := run(PYTHON, "-m", "generator", "build", *arguments):
        return code
    stdbook = (BIN / "stdbook").relative_to(ROOT)
    print(f"\n打开网站：{stdbook} serve   然后访问 http://127.0.0.1:8000/")
    print("或把 site/ 文件夹放到任何网页服务器上。")
    return 0


def serve(arguments: list[str]) -> int:
    """A live preview."""
    install("site")
    return run(PYTHON, "-m", "generator", "serve", *arguments)


def test(arguments: list[str]) -> int:
    """Lint, types, import contracts, then every test with a real browser."""
    install("dev")
    browser = find_browser()
    if browser is None:
        print("没有找到浏览器：请安装 Chromium、Chrome 或 Edge（Debian：apt-get install chromium）后重试。")
        return 1
    os.environ["STDBOOK_BROWSER"] = browser
    steps = (
        ("ruff", "check", "."),
        ("ruff", "format", "--check", "."),
        ("mypy",),
        ("lint-imports", "--no-logo"),
    )
    for tool, *rest in steps:
        if code := run(BIN / tool, *rest):
            return code
    return run(PYTHON, "-m", "pytest", *arguments)


def bench(arguments: list[str]) -> int:
    """Builds synthetic standards beside the stock theme and prints what each costs."""
    install("bench")
    return run(PYTHON, "-m", "bench.build", *arguments)


def bench_check(arguments: list[str]) -> int:
    """What checking costs beside merely loading the same YAML."""
    install("dev")
    return run(PYTHON, "-m", "bench.check", *arguments)


def bench_search(arguments: list[str]) -> int:
    """How many judged queries are answered first, beside the theme's search and Pagefind."""
    install("bench")
    return run(PYTHON, "-m", "bench.search", *arguments)


def bench_growth(arguments: list[str]) -> int:
    """What the search costs over 150,000 clauses."""
    install("dev")
    return run(PYTHON, "-m", "bench.growth", *arguments)


def bench_diff(arguments: list[str]) -> int:
    """What comparing two states costs beside loading both."""
    install("dev")
    return run(PYTHON, "-m", "bench.diff", *arguments)


def audit(arguments: list[str]) -> int:
    """Checks every link and anchor of the built site."""
    install("dev")
    options = ("--offline", "--include-fragments", "--index-files", "index.html", "--no-progress")
    return run(BIN / "lychee", *options, "--root-dir", ROOT / "site", ROOT / "site" / "**" / "*.html")


def lock(arguments: list[str]) -> int:
    """Compiles the locked requirements anew (needs uv)."""
    for name, groups in (("site", ("build",)), ("dev", ("dev",)), ("bench", ("bench",))):
        chosen = [word for group in groups for word in ("--group", group)]
        command = ["uv", "pip", "compile", "pyproject.toml", *chosen, "--universal", "--python-version", "3.11"]
        command += ["--generate-hashes", "--no-emit-index-url", "--no-header", "--quiet", *arguments]
        if code := run(*command, "-o", ROOT / "requirements" / f"{name}.txt"):
            return code
    return 0


def install(name: str) -> None:
    """Makes the virtual environment hold `requirements/<name>.txt`; does nothing when it already does."""
    wanted = (ROOT / "requirements" / f"{name}.txt").read_bytes() + (ROOT / "pyproject.toml").read_bytes()
    digest = hashlib.sha256(wanted).hexdigest()
    stamp = VENV / f".installed-{name}"
    if PYTHON.exists() and stamp.exists() and stamp.read_text() == digest:
        return
    if not PYTHON.exists():
        print("正在建立虚拟环境 .venv …", flush=True)
        venv.create(VENV, with_pip=True, symlinks=os.name != "nt")
    print("正在安装依赖（第一次需要几分钟）…", flush=True)
    pip = (PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
    for arguments in (("--require-hashes", "-r", f"requirements/{name}.txt"), ("--no-deps", "--no-build-isolation", "-e", ".")):
        if code := run(*pip, *arguments):
            raise SystemExit(code)
    stamp.write_text(digest)


def find_browser() -> str | None:
    """Any Chromium, Chrome or Edge; Debian's chromium is installed where that is allowed."""
    named = os.environ.get("STDBOOK_BROWSER") or next((found for name in BROWSERS if (found := shutil.which(name))), None)
    found = named or next((path for path in INSTALLED_BROWSERS if Path(path).exists()), None)
    if found is None and shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        print("正在安装 chromium …", flush=True)
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], env=environment, check=False, stdout=subprocess.DEVNULL)
        subprocess.run(["apt-get", "install", "-y", "-qq", "chromium"], env=environment, check=False, stdout=subprocess.DEVNULL)
        found = shutil.which("chromium")
    return found


def run(*command: object) -> int:
    """Runs a command in the project's folder and returns its exit code."""
    return subprocess.run([str(part) for part in command], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
