"""The MkDocs plugin: artifacts become pages and files of the site, generated in memory."""

from __future__ import annotations

import gc
import logging
import os
from datetime import date
from html import escape
from pathlib import Path
from typing import Any, Literal

from mkdocs.config import base
from mkdocs.config import config_options as option
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator import report
from generator.deliver import MARK
from generator.diagnostics import CannotRun, Severity
from generator.load.root import find_root
from generator.model.edition import Heading, Page
from generator.pipeline import publish
from site_plugins.endpoint import endpoint

log = logging.getLogger("mkdocs.plugins.stdbook")


class StdbookConfig(base.Config):
    """The plugin's options in mkdocs.yml."""

    root = option.Type(str, default=".")
    """Folder of the knowledge base."""
    outputs = option.ListOfItems(option.Type(str), default=[])
    """Names of the outputs to publish; empty for all."""


class FragmentPage(MkDocsPage):
    """A page whose HTML is ready: Python-Markdown is not asked."""

    def __init__(self, page: Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(escape(page.title), file, config)
        self.source = page

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown = ""
        hide = ["navigation"] if self.source.headings else ["navigation", "toc"]
        self.meta = {"description": escape(self.source.description), "hide": hide, "language": self.source.lang}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content = self.source.body
        self.toc = TableOfContents([_anchor(h, 2) for h in self.source.headings])
        self.present_anchor_ids: set[str] = set()
        self.links_to_anchors: dict[Any, dict[str, str]] = {}


def _anchor(heading: Heading, level: int) -> AnchorLink:
    link = AnchorLink(escape(heading.title), heading.id, level)
    link.children = [_anchor(child, level + 1) for child in heading.children]
    return link


class StdbookPlugin(BasePlugin[StdbookConfig]):
    """Publishes the knowledge base into the MkDocs build."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """A build ends soon: looking for garbage among its pages costs more than the memory is worth."""
        if command == "build":
            gc.disable()

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Adds every artifact; a blocking finding stops the build."""
        for artifact in self._artifacts():
            if isinstance(artifact, Page):
                file = File.generated(config, f"{artifact.url}index.md", content="")
                FragmentPage(artifact, file, config)
            else:
                file = File.generated(config, artifact.path, content=artifact.content)
            files.append(file)
        return files

    def _artifacts(self) -> Any:
        try:
            root = find_root(Path(self.config.root))
            today = os.environ.get("STDBOOK_TODAY")
            publication = publish(root, today=date.fromisoformat(today) if today else date.today(), only=self.config.outputs)
        except CannotRun as error:
            raise PluginError(f"{error.message} {error.hint}") from error
        shown = [f for f in publication.findings if f.severity is not Severity.NOTE]
        if shown:
            log.info("\n%s", report.text(shown, root, "zh"))
        if publication.edition is None:
            raise PluginError("有错误，网站没有生成。")
        return publication.artifacts

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Marks the folder as ours, so that the next build may replace it."""
        Path(config.site_dir, MARK).write_text("This folder was made by stdbook and is replaced as a whole.\n", "utf-8")

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """A saved standard or template shows in the browser at once."""
        root = find_root(Path(self.config.root))
        server.watch(str(root / "standards"))
        server.watch(str(Path(__file__).parent.parent / "templates"))
        server.set_app(endpoint(root, server.get_app()))
        return server
