import asyncio
import time

async def ticking():
    longest = 0
    before = time.perf_counter()
    while time.perf_counter() - start < 1.5:
        await asyncio.sleep(0.01)
        now = time.perf_counter()
        longest = max(longest, now - before)
        before = now
    return longest

async def main(call):
    ticks = asyncio.create_task(ticking())
    await asyncio.sleep(0.1)
    await call()
    return await ticks

async def on_the_loop():
    time.sleep(1)

async def in_a_thread():
    await asyncio.to_thread(time.sleep, 1)

for call in (on_the_loop, in_a_thread):
    start = time.perf_counter()
    print(call.__name__, 'longest pause %.1f s' % asyncio.run(main(call)))
