"""Sites with a past and without."""

import pytest
from watched_site import Watched


@pytest.fixture
def site() -> Watched:
    """With twenty ordinary days behind it, ten pages each."""
    return Watched().live(20)


@pytest.fixture
def new_site() -> Watched:
    """Without any past."""
    return Watched()
