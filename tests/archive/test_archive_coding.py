"""Content codings are taken off as they were put on, and no further than is good."""

import gzip
import zlib
from collections.abc import Callable

import brotli  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnnews.archive.coding import LARGEST, CodingError, decode, zstd

PAGE = ("<p>青秀区人大常委会听取专项工作报告。</p>" * 200).encode()


def raw_deflate(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


PACKERS: dict[str, list[Callable[[bytes], bytes]]] = {
    "gzip": [gzip.compress],
    "x-gzip": [gzip.compress],
    "deflate": [zlib.compress, raw_deflate],
    "br": [lambda body: brotli.compress(body, quality=1)],
    "zstd": [zstd.compress, lambda body: zstd.compress(body[:100]) + zstd.compress(body[100:])],
}
CASES = [(name, packer) for name, packers in PACKERS.items() for packer in packers]


@settings(max_examples=30, deadline=None)
@given(body=st.binary(max_size=3000), case=st.sampled_from(CASES))
def test_a_body_comes_back_as_it_was_packed(body: bytes, case: tuple[str, Callable[[bytes], bytes]]) -> None:
    name, pack = case
    assert decode(pack(body), f" {name.upper()} ") == body


def test_the_coding_put_on_last_comes_off_first() -> None:
    assert decode(brotli.compress(gzip.compress(PAGE)), "gzip, br") == PAGE


def test_without_a_coding_or_with_an_unknown_one_the_body_stays() -> None:
    assert decode(PAGE, "") == PAGE
    assert decode(PAGE, "identity") == PAGE


@pytest.mark.parametrize("name", ["gzip", "deflate", "br", "zstd"])
def test_a_body_cut_short_gives_what_is_there(name: str) -> None:
    whole = b"".join(str(number * 7919).encode() for number in range(60000))
    packed = PACKERS[name][0](whole)
    got = decode(packed[: len(packed) * 3 // 4], name)
    assert whole.startswith(got)
    assert len(got) > 1000


@pytest.mark.parametrize("name", ["gzip", "br", "zstd"])
def test_a_body_that_is_not_what_its_header_says_is_an_error(name: str) -> None:
    with pytest.raises(CodingError, match=f"no {name}"):
        decode(PAGE, name)


@pytest.mark.parametrize("name", ["gzip", "deflate", "br", "zstd"])
def test_a_bomb_is_not_unpacked(name: str) -> None:
    with pytest.raises(CodingError, match="more than 64 MB"):
        decode(PACKERS[name][0](bytes(LARGEST + 1)), name)
