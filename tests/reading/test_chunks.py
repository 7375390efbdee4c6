"""What is asked once for all texts stays right and small."""

from articles.reading import chunks
from articles.reading.chunks import OncePerChunk


def test_each_chunk_is_asked_once():
    asked = []
    lengths = OncePerChunk(lambda chunk: asked.append(chunk) or len(chunk))
    assert [lengths[chunk] for chunk in ("un", "deux", "un")] == [2, 4, 2]
    assert asked == ["un", "deux"]


def test_a_long_chunk_is_answered_and_not_kept():
    lengths = OncePerChunk(len)
    assert lengths["a" * 10_000] == 10_000
    assert not lengths


def test_a_full_table_is_emptied(monkeypatch):
    monkeypatch.setattr(chunks, "_MOST_KEPT", 3)
    lengths = OncePerChunk(len)
    assert [lengths["a" * size] for size in range(1, 9)] == list(range(1, 9))
    assert 0 < len(lengths) <= 3
