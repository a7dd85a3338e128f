"""The lines that licences ask for, and what SOURCES.md should say of a file that was made."""

from .code_point import CodePoint

CODE_POINT = (
    "Contains OS data © Crown copyright and database right{year}. "
    "Contains Royal Mail data © Royal Mail copyright and database right{year}. "
    "Contains National Statistics data © Crown copyright and database right{year}. "
    "Source: Office for National Statistics licensed under the Open Government Licence v.3.0."
)
BOUNDARIES = (
    "Contains OS data © Crown copyright and database right. "
    "Contains public sector information licensed under the Open Government Licence v3.0."
)
"""What official boundaries usually ask for; the year, and who made them, the person at the keyboard knows."""


def code_point_line(code_point: CodePoint) -> str:
    """The lines Ordnance Survey, Royal Mail and National Statistics ask for, with the year of the download."""
    return CODE_POINT.format(year=f" {code_point.year}" if code_point.year else "")


def edition(code_point: CodePoint) -> str:
    """The download by name and version: "OS Code-Point Open 2025.2.0"."""
    return f"OS Code-Point Open {code_point.version}".rstrip()


def table_row(file: str, holds: str, source: str) -> str:
    """A line for the table of SOURCES.md; the date of the data is left to be filled in."""
    return f"| `{file}` | {holds} | {source} | |"
