"""The address the site will have, from mkdocs.yml, without loading MkDocs."""

import os
from pathlib import Path

import yaml


def site_address(config_file: Path) -> str:
    """The whole address of the site with a slash at its end; empty where mkdocs.yml does not say.

    An address taken from the environment (`!ENV NAME`) is looked up there.
    """
    try:
        tree = yaml.compose(config_file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return ""
    pairs = tree.value if isinstance(tree, yaml.MappingNode) else []
    written = next((value for key, value in pairs if key.value == "site_url"), None)
    if not isinstance(written, yaml.ScalarNode):
        return ""
    address = os.environ.get(written.value, "") if written.tag == "!ENV" else str(written.value)
    return f"{address.rstrip('/')}/" if address.startswith(("https://", "http://")) else ""
