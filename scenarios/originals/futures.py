import asyncio

async def main():
    future = asyncio.get_running_loop().create_future()
    print('done:', future.done())
    future.set_result(42)
    print('result:', future.result(), await future, await future)
    try:
        future.set_result(43)
    except asyncio.InvalidStateError as error:
        print('InvalidStateError:', error)
    task = asyncio.create_task(asyncio.sleep(10))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print('cancelled:', task.cancelled())

asyncio.run(main())
