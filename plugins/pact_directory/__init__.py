"""A directory of PACTs (Partners and Communities Together): record files in, a checked static site out.

The rooms, from the top: `model`, `problems`, `addresses`, `prose`, `reading`, `rules`, `writing`,
`importing`, `publication`, `views`, `publish`, `checking`, `pipeline`, `site_folder`, and two
doors, `mkdocs_plugin` and `cli`. Each imports only from rooms above it.
"""
