import asyncio

res = 0

# производим вычисления
async def calc(num):
    global res
    while num > 0:
        print(num)
        if num % 10 == 0:
            res = num
        num -= 1
        await asyncio.sleep(0.1)

# сообщаем о статусе вычислений
async def status():
    global res
    prev_res = 0
    while res > 0:
        if res != prev_res:
            print(f'{res} numbers remain')
            prev_res = res
        await asyncio.sleep(0.1)

async def main():
    tasks = [asyncio.create_task(calc(1000)),
             asyncio.create_task(status())]
    await asyncio.gather(*tasks)

if __name__ == '__main__':
    asyncio.run(main())
