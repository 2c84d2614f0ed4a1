"""把 stdbook-diff.md 贴成合并请求上的一条评论；再贴就改原来那条。只用 Python 自带的库，说明见 docs/ci/README.md。

    python ci/comment.py github open               打开的合并请求，一行一个：编号、提交
    python ci/comment.py github 12 stdbook-diff.md 贴到 12 号

读这些环境变量：STDBOOK_API（接口地址）、STDBOOK_REPO（仓库；GitLab 是项目编号）、
STDBOOK_TOKEN（令牌）、STDBOOK_BOT（令牌的用户名）。
文件的内容当作不可信：只当文字贴，@ 不会提醒人，行首的 / 不会成为命令。
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import Request, urlopen

MARK = "<!-- stdbook-diff -->"
LONGEST = 60_000
PAGE = 50
PLATFORMS = {
    # 打开的请求，它的编号和提交，评论，一条评论（改），令牌怎么写，贴的人在评论的哪一项
    "github": ("pulls?state=open", "number", "issues/{n}/comments", "issues/comments/{id}", "Authorization", "user", "login"),
    "gitea": ("pulls?state=open", "number", "issues/{n}/comments", "issues/comments/{id}", "Authorization", "user", "login"),
    "gitlab": (
        "merge_requests?state=opened",
        "iid",
        "merge_requests/{n}/notes",
        "merge_requests/{n}/notes/{id}",
        "PRIVATE-TOKEN",
        "author",
        "username",
    ),
}


def ask(platform: str, path: str, body: str = "", method: str = "GET") -> Any:
    """One call of the platform's interface; `body` is the text of a comment."""
    repository = os.environ["STDBOOK_REPO"]
    base = f"projects/{quote(repository, safe='')}" if platform == "gitlab" else f"repos/{quote(repository)}"
    token, header = os.environ["STDBOOK_TOKEN"], PLATFORMS[platform][4]
    request = Request(  # noqa: S310
        f"{os.environ['STDBOOK_API'].rstrip('/')}/{base}/{path}",
        data=json.dumps({"body": body}).encode() if body else None,
        headers={
            header: token if platform == "gitlab" else f"token {token}",
            "Content-Type": "application/json",
            "Accept": "application/json",
            "User-Agent": "stdbook-diff",
        },
        method=method,
    )
    with urlopen(request, timeout=60) as answer:  # noqa: S310
        return json.load(answer)


def pages(platform: str, path: str) -> Iterator[dict[str, Any]]:
    """Everything that a list holds, page by page."""
    number, size = 1, "limit" if platform == "gitea" else "per_page"
    while found := ask(platform, f"{path}{'&' if '?' in path else '?'}{size}={PAGE}&page={number}"):
        yield from found
        number += 1


def harmless(text: str) -> str:
    """The text as text: it calls nobody and commands nothing; one that is too long is cut."""
    if len(text) > LONGEST:
        text = f"{text[:LONGEST].rpartition(chr(10))[0]}\n\n……太长，以下略去；全文在检查任务保存的 stdbook-diff 里。"
    lines = text.replace("\r", "\n").replace("@", "&#64;").split("\n")
    return "\n".join(f"&#47;{line.lstrip()[1:]}" if line.lstrip().startswith("/") else line for line in lines)


def main(platform: str, what: str, file: str = "") -> int:
    """Lists the open requests, or posts a file to one."""
    requests, key, comments, comment, _, author, login = PLATFORMS[platform]
    if what == "open":
        for one in pages(platform, requests):
            print(one[key], one["sha"] if platform == "gitlab" else one["head"]["sha"])
        return 0
    path = Path(file)
    if not what.isdecimal() or path.is_symlink() or not path.is_file():
        print(f"未完成：要写合并请求的编号和文件，收到的是 {what} {file}", file=sys.stderr)
        return 2
    text = path.read_bytes()[: 4 * LONGEST].decode("utf-8", "replace")
    if not text.startswith(MARK):
        print(f"未完成：{file} 不是 stdbook diff --format markdown 写的，没有贴", file=sys.stderr)
        return 2
    body = MARK + harmless(text.removeprefix(MARK))
    bot = os.environ["STDBOOK_BOT"]
    own = [c for c in pages(platform, comments.format(n=what)) if c["body"].startswith(MARK) and c[author][login] == bot]
    if own and own[0]["body"].strip() == body.strip():
        return 0
    if own:
        ask(platform, comment.format(n=what, id=own[0]["id"]), body, "PUT" if platform == "gitlab" else "PATCH")
    else:
        ask(platform, comments.format(n=what), body, "POST")
    return 0


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4) or sys.argv[1] not in PLATFORMS:
        sys.exit(__doc__)
    try:
        sys.exit(main(*sys.argv[1:]))
    except KeyError as error:
        sys.exit(f"未完成：缺少环境变量 {error}")
    except (HTTPError, URLError) as error:
        sys.exit(f"未完成：平台的接口没有接受：{error}")
