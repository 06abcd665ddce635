"""Sleeps for a second N times at once in asyncio; prints the seconds that took, and the bytes of memory for each."""
import asyncio
import sys
import time


def peak_bytes():
    # Not getrusage: its maximum counts what the parent process had when it started this one.
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM:"))


async def main(count):
    before = peak_bytes()
    start = time.perf_counter()
    await asyncio.gather(*(asyncio.sleep(1) for _ in range(count)))
    print(time.perf_counter() - start)
    print((peak_bytes() - before) / count)


asyncio.run(main(int(sys.argv[1])))
