"""The runner of the documentation's examples must not believe a page, nor spoil one."""

from pathlib import Path

import pytest

from tests.docs_examples import blocks, update

PAGE = """# Page

```python
x = 1
print("one", x)
print("#")
# one 1
# #
```

Between.

```python
for i in range(2):
    print(x + i)
```

```console
$ left alone
```

```python
y = x  # prints nothing
```

Behind.
"""


def test_updating_writes_the_output_and_nothing_else(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(PAGE)
    update(page)
    whole = PAGE.replace("print(x + i)\n", "print(x + i)\n# 1\n# 2\n")
    assert page.read_text() == whole
    update(page)
    assert page.read_text() == whole


def test_a_wrong_output_is_seen(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(PAGE.replace("# one 1", "# one 2"))
    first, second, third = blocks(page)
    assert (first.said, first.printed) == ("# one 2\n# #\n", "# one 1\n# #\n")
    assert (second.said, second.printed) == ("", "# 1\n# 2\n")
    assert (third.said, third.printed) == ("", "")


def test_an_error_names_the_line_of_the_page(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# Page\n\n```python\nx = 1\nx / 0\n```\n")
    with pytest.raises(ZeroDivisionError) as caught:
        blocks(page)
    assert (caught.traceback[-1].path, caught.traceback[-1].lineno) == (page, 4)
