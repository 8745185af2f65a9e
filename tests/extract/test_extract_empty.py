"""A template whose boxes are empty is a named error, never a crash."""

import pytest

from nnnews.errors import PageError
from nnnews.items import Page
from nnnews.reading import read
from nnnews.sites import site_for


def test_a_layout_whose_body_box_is_empty_is_a_page_error() -> None:
    html = '<div class="xiangqing_dabiaoti"><h2>空白</h2></div><div class="xiangqing_three_left"></div>'
    page = Page("http://www.nnnews.net/p/100001.html", html.encode())
    with pytest.raises(PageError):
        read(page, site_for(page.url))
