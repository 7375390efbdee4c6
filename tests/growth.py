"""Whether work grows in step with its input: measured, but so that a busy machine does not decide."""

import gc
import time
from collections.abc import Callable


def cost(work: Callable[[], object], *, tries: int = 2) -> float:
    """The least processor time of a few tries, in seconds, without the collector’s pauses."""
    best = float("inf")
    gc.disable()
    try:
        for _ in range(tries):
            begun = time.process_time()
            work()
            best = min(best, time.process_time() - begun)
    finally:
        gc.enable()
    return best


def in_step(work: Callable[[int], object], size: int, *, times: int = 4) -> bool:
    """Whether `times` the input costs clearly less than the square of that: linear work does, quadratic does not.

    A machine that was busy during one measurement gets two more.
    """
    for _attempt in range(3):
        small, large = cost(lambda: work(size)), cost(lambda: work(times * size), tries=1)
        if large < 0.65 * times**2 * max(small, 0.004):
            return True
    return False
