"""The lecture's coroutines calc and status, counting from 30 and without the long sleeps."""
import asyncio

res = 0


async def calc(num):
    global res
    while num > 0:
        if num % 10 == 0:
            res = num
        num -= 1
        await asyncio.sleep(0.01)


async def status():
    global res
    prev_res = 0
    while res > 0:
        if res != prev_res:
            print(f'{res} numbers remain')
            prev_res = res
        await asyncio.sleep(0.01)


async def main():
    tasks = [asyncio.create_task(calc(30)), asyncio.create_task(status())]
    done, pending = await asyncio.wait(tasks, timeout=3)
    print('calc has ended:', tasks[0] in done)
    print('status has ended:', tasks[1] in done)
    print('res is', res, 'for ever')
    tasks[1].cancel()


asyncio.run(main())
