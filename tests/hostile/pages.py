"""Hand-written pages, file names, pictures and settings of somebody who means harm, or pastes without looking."""

MARK = "window.pwned=1"
_SCRIPT = f"<script>{MARK}</script>"
_PICTURE = f'<img src=x onerror="{MARK}">'

# What CommonMark reads as words or code, and Python-Markdown as something else; what no check refuses.
ACCEPTED = {
    "admonition.md": f"""# Admonition

!!! note "\\<b onclick={MARK}>\\</b>"

    {_SCRIPT}

    {_PICTURE}

        <b onclick="{MARK}">code</b>

    [one](javascript:{MARK}) [two](JaVaScRiPt:{MARK}) [three][ref] [four](data:text/html,{MARK}) <javascript:{MARK}>

    [ref]: javascript:{MARK}

    ![picture](https://example.com/{MARK}.png) ![picture](//example.com/picture.png)

    ![\\<table>\\<img src=x onerror={MARK}>](https://example.com/picture.png)
""",
    "footnote.md": f"""# Footnote

Words[^1].

[^1]: First

    {_SCRIPT}

    {_PICTURE} [one](vbscript:{MARK}) [two][ref]

    [ref]: javascript:{MARK}
""",
    "fences.md": f"# Fences\n\n~~~~\n{_SCRIPT}\n~~~~\n\n~~~~ {{.html onclick={MARK}}}\n{_PICTURE}\n~~~~\n",
    "backslash.md": f"# Backslash\n\n\\<b> \\{_SCRIPT.replace('</', chr(92) + '</')} `<b onclick={MARK}>`\n",
    "entities.md": f"# A &lt;b&gt; & \\<i>\n\n&lt;script&gt;{MARK}&lt;/script&gt; &#60;img src=x onerror={MARK}&#62;\n",
    "attributes.md": f"""# Attributes {{: onclick="{MARK}" }}

Words
{{: onclick="{MARK}" style="position:fixed" #main .demo }}

[words](about.md){{: onmouseover="{MARK}" target=_blank rel=opener href="javascript:{MARK}" }}

- item
{{: formaction="javascript:{MARK}" srcdoc="x" }}
""",
    "titles.md": f"""# Titles [words](about.md "</h1><script>{MARK}</script>")

[words](about.md "<table><img src=x onerror={MARK}>")
""",
    "abbreviation.md": f"# Abbreviation\n\nHTML is text.\n\n*[HTML]: \\<b>\" onmouseover=\"{MARK}\n",
    "snippet.md": '# Snippet\n\n--8<-- "mkdocs.yml"\n\n--8<-- "../../etc/passwd"\n',
    "template.md": "# Template {{ 7*7 }}\n\n{{ config }} {% raw %} {{ page.file.abs_src_path }} {# words #} ${7+7}\n",
    "first-line.md": "Template: pact.html\nNote: bring a torch\n\n## Second\n\n###### Sixth\n\n# First\n",
    "fields.md": "---\ntitle: \"A & B' {{ 7*7 }} &lt;b&gt; =1\"\ndescription: '\" onmouseover=\"x'\n---\n\n# Fields\n",
    "picture.md": "# Picture :smile:\n\n:material-alert: ![a drawing](still.svg){: onerror=x }\n",
    "menu.md": "# Menu\n\n## Main\n\n[to](#main) [and](#menu)\n",
    "long.md": "# " + "W" * 200 + "\n\n" + "W" * 400 + "\n\n`" + "c" * 300 + "`\n\n    " + "p" * 400 + "\n\n"
    "| " + "A" * 200 + " | b |\n| --- | --- |\n| " + "X" * 300 + " | y |\n",
    "empty.md": "",
}  # fmt: skip

# Refused: the file, its bytes, and the line and code of each problem.
REFUSED: dict[str, tuple[str | bytes, list[tuple[int, str]]]] = {
    "element.md": (f"# Words\n\nMore {_SCRIPT}\n", [(3, "raw-html")]),
    "comment.md": ("# Words\n\n<!-- ring 01632 960100 -->\n", [(3, "raw-html")]),
    "reference.md": (f"# Words\n\n[x][y]\n\n[y]: javascript:{MARK}\n", [(3, "odd-link")]),
    "spelt.md": (f"# Words\n\n[x](java&#10;script:{MARK}) <javascript:{MARK}>\n", [(3, "odd-link"), (3, "odd-link")]),
    "elsewhere.md": ("# Words\n\n![x](https://example.com/x.png)\n\n![x](//a/b.png)\n", [(3, "image-elsewhere"), (5, "image-elsewhere")]),
    "program.md": ("---\ntemplate: ../../etc/passwd\n---\n# Words\n", [(2, "unknown-field")]),
    "draft.md": ("---\ntitle: Words\ndraft: true\nhide: [toc]\n---\n# Words\n", [(3, "unknown-field"), (4, "unknown-field")]),
    "markup.md": ("---\ntitle: A <b>title</b>\ndescription: {a: b}\n---\n# Words\n", [(2, "markup"), (3, "wrong-shape")]),
    "turned.md": ('---\ntitle: "a \\u202egpj"\n---\n# Words\n', [(2, "invisible-character")]),
    "bomb.md": ("---\ntitle: &a [x, x]\ndescription: [*a, *a]\n---\n# Words\n", [(2, "anchor"), (3, "alias"), (2, "wrong-shape")]),
    "open.md": ("---\ntitle: Words\n\nRing me\n", [(1, "open-front-matter")]),
    "below.md": ("\n---\ntitle: Words\n---\n# Words\n", [(1, "no-front-matter")]),
    "latin.md": (b"# Caf\xe9\n", [(1, "encoding")]),
    "binary.md": (b"# Words\0\n", [(1, "not-text")]),
    "huge.md": ("a" * 250_001, [(1, "too-long")]),
    "page.html": (_SCRIPT, [(1, "stray-file")]),
    "prefix.svg": (f'<svg xmlns="http://www.w3.org/2000/svg"><x:script xmlns:x="http://www.w3.org/2000/svg">{MARK}</x:script></svg>', [(1, "stray-file")]),
    "xhtml.svg": (f'<svg xmlns="http://www.w3.org/2000/svg"><h:script xmlns:h="http://www.w3.org/1999/xhtml">{MARK}</h:script></svg>', [(1, "stray-file")]),
    "moving.svg": (f'<svg xmlns="http://www.w3.org/2000/svg"><a><set attributeName="href" to="j&#97;vascript:{MARK}"/>x</a></svg>', [(1, "stray-file")]),
    "sheet.svg": ('<?xml-stylesheet href="data:text/xsl,x" type="text/xsl"?><svg xmlns="http://www.w3.org/2000/svg"/>', [(1, "stray-file")]),
    "import.svg": ('<svg xmlns="http://www.w3.org/2000/svg"><style>@import "https://example.com/x.css";</style></svg>', [(1, "stray-file")]),
    "coded.svg": (f'<svg xmlns="http://www.w3.org/2000/svg"><script>{MARK}</script></svg>'.encode("utf-16"), [(1, "stray-file")]),
    "charset.svg": ('<?xml version="1.0" encoding="utf-7"?><svg xmlns="http://www.w3.org/2000/svg"/>', [(1, "stray-file")]),
}  # fmt: skip

STILL_PICTURE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" xmlns:n="urn:notes" viewBox="0 0 4 4">'
    '<defs><linearGradient id="a"><stop offset="0"/></linearGradient></defs><n:view zoom="2"/>'
    '<path d="M0 0h4v4z" style="fill:url(#a)"/><use href="#a"/></svg>'
)

ODD_NAMES = [
    "javascript:alert(1).md",
    "x\x1b[31m.md",
    "two\nlines.md",
    '"><img src=x>.md',
    "{{7*7}}.md",
    "-rf.md",
    "a b.md",
    b"\xff.md".decode("utf-8", "surrogateescape"),
]

SETTINGS = """
copyright: "<a href='x' onclick='window.pwned=1'>Us</a> &copy; {{ 7*7 }} </p><script>window.pwned=1</script>"
site_description: "<script>window.pwned=1</script>"
site_author: "\\"><script>window.pwned=1</script>"
extra_javascript: [https://example.com/evil.js]
extra:
  social:
    - {name: "<b onclick=window.pwned=1>Council</b>", link: "https://example.org/\\" onclick=\\"window.pwned=1"}
    - {link: "mailto:panel@example.org?subject=<script>"}
  analytics: {provider: google, property: G-1}
  version: {provider: mike}
"""
"""What an adopter may paste into mkdocs.yml."""

SITE_NAME = 'Our </title><script>window.pwned=1</script> \\" onload=x {{ 7*7 }}'
NAV = """nav:
  - "</a><script>window.pwned=1</script>": admonition.md
  - "Long {}": long.md
  - Program: "javascript:window.pwned=1//.md"
  - Data: "data:text/html,x//.md"
  - Elsewhere: https://example.org/x.md
  - Elsewhere: //example.org/x.md
""".format("W" * 200)

EXTENSIONS = """
  - attr_list
  - md_in_html
  - abbr
  - def_list
  - pymdownx.superfences
  - pymdownx.details
  - pymdownx.tabbed
  - pymdownx.highlight
  - pymdownx.inlinehilite
  - pymdownx.critic
  - pymdownx.keys
  - pymdownx.magiclink
"""

REFUSED_SETTINGS: list[tuple[dict[str, object], str]] = [
    ({"social": [{"name": "x", "link": "javascript:alert(1)"}]}, "is not an address"),
    ({"social": [{"icon": "x"}]}, "is not an address"),
    ({"social": ["javascript:alert(1)"]}, "write each entry as"),
    ({"social": {"a": "b"}}, "a list belongs here"),
    ({"social": 3}, "a list belongs here"),
    ({"theme": {"palette": {"primary": ["x"]}}}, "is not a colour"),
    ({"theme": {"palette": {"accent": {"a": "b"}}}}, "is not a colour"),
    ({"theme": {"palette": {"primary": "#fff;}*{color:red"}}}, "is not a colour"),
    ({"theme": {"language": ["en"]}}, "there are no words"),
    ({"theme": {"logo": "../../etc/passwd"}}, "there is no file"),
    ({"theme": {"favicon": "https://example.com/x.png"}}, "there is no file"),
    ({"theme": {"logo": ["x"]}}, "there is no file"),
    ({"styles": ("https://example.com/x.css",)}, "there is no file"),
    ({"styles": ("../x.css",)}, "there is no file"),
]
