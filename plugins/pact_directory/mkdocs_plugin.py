"""Door 1: the MkDocs plugin. Thin: it asks the pipeline for a site and hands MkDocs the files."""

import logging
import os
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, Literal

import jinja2
from mkdocs.commands.build import build
from mkdocs.config import base, config_options, load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext
from pydantic_core import PydanticCustomError

from .addresses import Address, file_path
from .checking import Checked, check_record
from .model.days import read_day
from .pipeline import MadeSite, make_site
from .problems import Report
from .publish.content_files import check_content, content_files
from .publish.fault_page import fault_site
from .publish.hand_written import NoRawHtml, hand_written, page_parts
from .publish.policy import CONTENT_POLICY
from .publish.search import FOLDER, IndexingFailedError, find_indexer, index_site
from .publish.settings import Settings, read_appearance
from .publish.site import Artefact
from .publish.unsuitable import UnsuitableSettingError
from .site_folder import end_with_parent

_THEME_SETTINGS = ("logo", "favicon", "language", "palette")
_log = logging.getLogger("mkdocs.plugins.pact_directory")


class Options(base.Config):
    """What `mkdocs.yml` can say to the plugin."""

    record = config_options.Type(str, default="pacts")
    as_of = config_options.Optional(config_options.Type(str))
    pdf = config_options.Type(bool, default=True)
    tiles = config_options.Optional(config_options.Type(object))  # its faults are told in our words


class PactDirectoryPlugin(BasePlugin[Options]):
    """Turns the record into pages."""

    def __init__(self) -> None:
        self._serving = False
        self._site: MadeSite | None = None
        self._faults: Iterable[Artefact] = ()
        self._pages: frozenset[Address] = frozenset()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether this is a preview; being here at all keeps the plugin alive between rebuilds."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check before MkDocs empties anything."""
        record = Path(os.path.relpath(_beside(config) / self.config.record))  # as reports name it
        config.watch.append(str(record))
        config.theme.static_templates -= {"404.html", "sitemap.xml"}
        config.markdown_extensions.append(NoRawHtml())  # type: ignore[arg-type]  # Markdown takes objects too
        _refuse_settings(config)
        checked = check_record(record, _day(self.config.as_of))
        content = check_content(Path(os.path.relpath(config.docs_dir)))
        report = Report.of([*checked.report.errors, *content], checked.as_of)
        if report.problems and not self._serving:
            raise PluginError(report.explain("text"))
        self._faults = fault_site(report, self._pages)
        self._site = None if report.problems else _plan(checked, config, serving=self._serving)
        self._pages = self._site.site_map.known if self._site else self._pages
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Leave the theme's assets out and put our pages in."""
        theme_folders = {str(Path(folder)) for folder in config.theme.dirs} - {str(config.theme.custom_dir)}
        kept = [file for file in files if file.src_dir not in theme_folders]
        if self._site is None:
            return Files(_generated(config, self._faults))
        ours = _generated(config, self._site.artefacts())
        _refuse_same_addresses(kept, ours)
        return Files([*kept, *ours])

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Hand-written pages are made by our press, in our frame."""
        return self._site.press.environment if self._site else env

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Take a hand-written page's fields and words as the check read them."""
        fields, words = page_parts(page.file.content_bytes)
        page.meta = {**fields}
        return words

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Clean what Markdown made of a hand-written page; its heading is its title where it gives no other."""
        made = hand_written(html, str(page.title))
        page.meta.setdefault("title", made.heading)
        return made.words

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give a hand-written page what the frame needs."""
        assert self._site is not None  # noqa: S101 - a faulty record has no hand-written pages
        own: Any = self._site.press.shell_context(Address("/" + page.url))
        context.update(own)
        return context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Make the index of `/search/`, and tell what was made besides pages; a preview has neither."""
        try:
            if self._site and not self._serving:
                _log.info("\n".join([*self._site.told, str(index_site(Path(config.site_dir)))]))
        except IndexingFailedError as error:
            raise PluginError(str(error)) from error


def _generated(config: MkDocsConfig, artefacts: Iterable[Artefact]) -> list[File]:
    return [File.generated(config, file_path(one.address), content=one.content) for one in artefacts]


def _beside(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path or "").parent


def _day(typed: str | None) -> date | None:
    try:
        return read_day(typed) if typed else None
    except PydanticCustomError as error:
        raise PluginError(f"mkdocs.yml: plugins: pact_directory: as_of: {(error.context or {})['said']}") from None


def _refuse_settings(config: MkDocsConfig) -> None:
    """Refuse what would run words of `content/` as a program, or break the frame's links."""
    if config.extra_templates:
        raise PluginError("mkdocs.yml: extra_templates: templates stand in overrides/. Take the line away.")
    if not config.use_directory_urls:
        raise PluginError("mkdocs.yml: use_directory_urls: the frame's links need it to be true.")


def _plan(checked: Checked, config: MkDocsConfig, *, serving: bool) -> MadeSite:
    options = config.plugins["pact_directory"].config
    settings = Settings(
        name=config.site_name,
        site_url="" if serving else config.site_url or "",
        theme={key: config.theme[key] for key in _THEME_SETTINGS if key in config.theme},
        files=content_files(Path(config.docs_dir)),
        styles=tuple(str(style) for style in config.extra_css),
        copyright=config.copyright or "",
        social=config.extra.get("social", ()),
        nav=config.nav or (),
        has_search=not serving and find_indexer() is not None,
        tiles=options.tiles,
        papers=not serving and options.pdf,
    )
    try:
        appearance = read_appearance(settings, "" if serving else CONTENT_POLICY)
    except UnsuitableSettingError as error:
        raise PluginError(str(error)) from error
    overrides = Path(config.theme.custom_dir) if config.theme.custom_dir else None
    return make_site(checked, appearance, _beside(config), overrides)


def _refuse_same_addresses(kept: list[File], ours: list[File]) -> None:
    taken = {file.dest_uri for file in ours}
    for file in kept:
        if file.dest_uri in taken or file.dest_uri.startswith(f"{FOLDER}/"):
            raise PluginError(
                f"content/{file.src_uri} stands at an address the directory makes itself "
                f"(/{file.dest_uri.removesuffix('index.html')}). Give it another name."
            )


def build_site(config_file: str, site_dir: str, record: str, as_of: str) -> None:
    """Build the site into an empty folder, as `pact build` asks for it in a process of its own."""
    # What MkDocs warns of, and what we say, as plain lines.
    logging.basicConfig(format="%(message)s")
    _log.setLevel(logging.INFO)
    config = load_config(config_file, site_dir=site_dir, strict=True)
    options = config.plugins["pact_directory"].config
    options.record = os.path.relpath(record, Path(config_file).absolute().parent)
    options.as_of = as_of
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()


if __name__ == "__main__":
    end_with_parent()
    try:
        build_site(*sys.argv[1:5])
    except (Abort, ConfigurationError, PluginError) as stopped:
        sys.exit(str(stopped) or 1)
    except KeyboardInterrupt:
        sys.exit(1)
