"""An action is added as one block, whatever the log looks like, and nothing else is touched."""

from datetime import date
from textwrap import dedent, indent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pact_directory.reading.strict_yaml import parse
from pact_directory.writing.actions import NewAction, action_added, next_action_id
from pact_directory.writing.refusal import NotWrittenError

NEW = NewAction("Cut back the hedge", "council", date(2026, 3, 12), "2026-03-12")
BLOCK = """\
- id: "2"
  action: Cut back the hedge
  lead_agency: council
  raised_at: 2026-03-12
  # due_on: 2026-06-04
  # next_update: 2026-05-07  # the day by which news of it is owed
"""


def values(text: str) -> dict[str, list[dict[str, object]]]:
    parsed = parse(text.removeprefix("\ufeff"))
    assert not parsed.faults
    return parsed.values or {}


# In each, HERE is where the block belongs; what stands around it must stay to the byte.
LAYOUTS = {
    "indented": 'actions:\n  - id: "1"\n    action: a\nHERE2',
    "not indented": "actions:\n- id: '1'\n  action: a\nHERE0",
    "four spaces": "actions:\n    - id: 1\n      action: a\nHERE4",
    "in braces": 'actions:\n  - {id: "1", action: a,\n     lead_agency: b}  # first\nHERE2',
    "not last": "actions:\n- id: '1'\nHERE0\n# What residents raised\npriorities:\n- id: x\n",
    "not last, close": "actions:\n- id: '1'\nHERE0priorities:\n- id: x\n",
    "notes of the last action": "actions:\n  - id: '1'\n    # due_on:\n    # more\nHERE2  # - id: 9\n\n# End\n",
    "notes, not indented": "actions:\n- id: '1'\n  # due_on:\nHERE0# - id: 9\n",
    "blank lines after": "actions:\n  - id: '1'\nHERE2\n\n\n# The end\n\n",
    "a text at the end": "actions:\n  - id: '1'\n    note: |\n      a\n\n      # no note\n\nHERE2# The end\n",
    "a folded text": "actions:\n- id: '1'\n  note: >-\n    a\n    b\nHERE0priorities:\n",
    "a text over lines": 'actions:\n- id: "1"\n  note: a\n    b\n  more: "c\n    d"\nHERE0x: y\n',
    "an empty value at the end": "actions:\n- id: '1'\n  note:\nHERE0x: y\n",
    "a list at the end": "actions:\n- id: '1'\n  progress:\n  - on: a\n    # note\nHERE0x: y\n",
    "a key called actions elsewhere": "x: {actions: []}\npriorities:\n- actions: y\nactions:\n- id: 1\nHERE0",
    "quoted key": '"actions":\n- id: 1\nHERE0',
    "document end": "actions:\n- id: 1\nHERE0...\n# The end\n",
    "document start": "---\nactions:\n- id: 1\nHERE0",
}


def parted(layout: str, line_end: str) -> tuple[str, str, str]:
    """The text before, the block and the text after."""
    before, _, rest = layout.partition("HERE")
    block = indent(BLOCK, " " * int(rest[0]))
    return tuple(part.replace("\n", line_end) for part in (before, block, rest[1:]))  # type: ignore[return-value]


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_one_block_is_put_in_after_the_last_action(layout: str, line_end: str, mark: str) -> None:
    before, block, after = parted(layout, line_end)
    text = mark + before + after
    added = action_added(text, NEW, "2")
    assert added == mark + before + block + after
    assert values(added)["actions"] == [*values(text)["actions"], NEW.fields("2")]
    assert {**values(added), "actions": 0} == {**values(text), "actions": 0}


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "layout",
    [
        "HERE",
        "# Nothing yet\nHERE",
        "priorities:\n  - id: x\nHERE",
        "actions:\nHERE",
        "actions:  # none yet\nHEREpriorities: []\n",
        "actions:\nHERE\n  # - id: 9\npriorities:\n",
        "priorities:\n    - id: x\nactions:\nHERE",
        "priorities:\n- id: x\nactions:\nHERE",
        "priorities: [{id: x}]\nactions:\nHERE",
    ],
)
def test_a_log_without_actions_gets_its_first(layout: str, line_end: str) -> None:
    before, _, after = layout.replace("\n", line_end).partition("HERE")
    added = action_added(before + after, NEW, "2")
    block = added.removeprefix(before).removesuffix(after)
    assert added == before + block + after
    assert block.startswith("actions:") is ("actions:" not in before)
    assert values(added)["actions"] == [NEW.fields("2")]
    assert set(block) & {"\r"} == (set(line_end) - {"\n"} if "\r" in before + after else set())


@pytest.mark.parametrize(
    ("before", "left"),
    [
        ("actions: []\n", "actions:\n"),
        ("actions: []", "actions:"),
        ("actions: [ ]  # none yet\npriorities:\n", "actions:   # none yet\npriorities:\n"),
        ("priorities:\n- id: x\nactions: []\n# The end\n", "priorities:\n- id: x\nactions:\n# The end\n"),
    ],
)
def test_the_block_takes_the_place_of_empty_brackets(before: str, left: str) -> None:
    added = action_added(before, NEW, "2")
    block = indent(BLOCK, "" if "- id" in before else "  ")
    assert added.replace(block, "", 1).rstrip("\n") == left.rstrip("\n")
    assert values(added) == {**values(before), "actions": [NEW.fields("2")]}


@pytest.mark.parametrize("end", ["", "\n"])
def test_a_file_without_a_last_line_end(end: str) -> None:
    for text in ("actions:\n- id: '1'", "actions:\n- id: '1'\n  note: |\n    a", "actions:\n- id: '1'\n  # note"):
        assert action_added(text + end, NEW, "2") == f"{text}\n{BLOCK}"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("actions: [{id: '1'}]", "stand in square brackets"),
        ("actions: [ # none\n]\n", "stand in square brackets"),
        ("actions: none\n", "not a list of actions"),
        ("actions: [none]\n", "not a list of actions"),
        ("actions:\n- id: '1'\n- none\n", "not a list of actions"),
        ("{actions: }", "laid out in a way"),
        ("{priorities: []}", "laid out in a way"),
        ("priorities: []\n...\n", "laid out in a way"),
        ("- a\n", "has a fault"),
        ("actions: []\nactions: []\n", "has a fault"),
        ("actions: [\n", "has a fault"),
        ("actions:\n\t- id: 1\n", "has a fault"),
        ("actions:\n- id: '2'\n", 'already an action "2"'),
    ],
)
def test_what_cannot_be_added_to_is_left_alone(text: str, said: str) -> None:
    with pytest.raises(NotWrittenError, match=said):
        action_added(text, NEW, "2")


@pytest.mark.parametrize(
    ("ids", "following"),
    [
        ([], "1"),
        (["1", "2"], "3"),
        (["10", "9"], "11"),
        (["hedge"], "1"),
        (["2", "hedge"], "3"),
        (["7-a", "2"], "3"),
    ],
)
def test_the_next_id_is_the_next_number(ids: list[str], following: str) -> None:
    text = "actions:\n" + "".join(f"- {{id: {given}, action: a}}\n" for given in ids)
    assert next_action_id(text) == following


def test_awkward_words_are_quoted_and_read_back() -> None:
    new = NewAction('Ask "them": now # or never', "council", date(2026, 3, 12))
    added = action_added("actions:\n", new, "1")
    assert values(added)["actions"] == [
        {"id": "1", "action": 'Ask "them": now # or never', "lead_agency": "council"}
    ]
    assert "    # raised_at: 2026-03-12  # once the meeting has a file of its own\n" in added


def test_an_agency_that_was_only_asked_is_reminded_of() -> None:
    new = NewAction("Cut back the hedge", "council", date(2026, 3, 12), "2026-03-12", has_agreed=False)
    assert "    # agreed_on: 2026-03-12" in action_added("", new, "1")
    assert "agreed_on" not in action_added("", NEW, "1")


def test_many_can_be_added_one_after_the_other() -> None:
    text = dedent("""\
        # Log
        actions:
        - id: "1"

        # The end
        """)
    for number in range(2, 6):
        assert next_action_id(text) == str(number)
        text = action_added(text, NEW, str(number))
    assert [action["id"] for action in values(text)["actions"]] == ["1", "2", "3", "4", "5"]
    assert text.endswith("\n\n# The end\n")


COMMENTS = st.sampled_from(["", "# note", "  # note", "    # note", "      # - id: 9", "#"])
ITEMS = st.sampled_from(
    [
        "- {id: ID, action: a}",
        "- id: ID\n  action: a",
        '- id: "ID"\n  action: "a"   # why',
        "- id: ID\n  progress:\n    - {on: 2026-04-14, status: done}",
        "- id: ID\n  progress:\n  - on: 2026-04-14\n    note: |\n      one\n\n      # two",
        "- id: ID\n  blocked_by: >-\n    one\n    two",
        "-\n  id: ID\n  note: one\n    two",
        "- # first\n  id: ID\n  note:",
    ]
)


@st.composite
def logs(draw: st.DrawFn) -> str:
    """Logs as people leave them: any indent, notes and blank lines anywhere, keys in any order."""
    column = draw(st.sampled_from([0, 2, 4]))
    lines = []
    for number in range(draw(st.integers(0, 3))):
        lines.append(draw(ITEMS).replace("ID", f"{number + 10}"))
        lines += draw(st.lists(COMMENTS, max_size=2))
    actions = "actions:\n" + indent("\n".join(lines), " " * column)
    others = draw(
        st.lists(st.sampled_from(["priorities:\n  - id: x", "# note", "", "priorities: []"]), max_size=3)
    )
    parts = draw(st.permutations([actions, *others]))
    text = "\n".join(parts) + draw(st.sampled_from(["", "\n", "\n\n", "\n# end"]))
    text = text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))
    return draw(st.sampled_from(["", "\ufeff"])) + text


@given(logs())
def test_any_layout_keeps_every_byte(text: str) -> None:
    parsed = parse(text.removeprefix("\ufeff"))
    if parsed.faults:
        with pytest.raises(NotWrittenError):
            action_added(text, NEW, "2")
        return
    added = action_added(text, NEW, "2")
    start = next((at for at, letter in enumerate(added) if at >= len(text) or letter != text[at]), len(added))
    block = len(added) - len(text)
    assert any(added[:at] + added[at + block :] == text for at in range(max(0, start - block), start + 1))
    before, after = values(text), values(added)
    assert after["actions"][-1] == NEW.fields("2")
    assert [one["id"] for one in after["actions"][:-1]] == [one["id"] for one in before.get("actions", [])]
    assert after.get("priorities") == before.get("priorities")
