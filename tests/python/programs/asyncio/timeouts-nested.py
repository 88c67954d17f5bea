import asyncio
async def main():
    try:
        async with asyncio.timeout(0.01):
            try:
                await asyncio.sleep(1)
            except BaseException as x:
                print('got', repr(x), repr(x.__context__))
                first = x
                try:
                    async with asyncio.timeout(0.01):
                        try:
                            await asyncio.sleep(10)
                        except BaseException as y:
                            second = y
                            print('second', y is first, repr(y.__context__), y.__context__ is first)
                            raise
                except TimeoutError as e2:
                    print('e2', e2.__context__ is second, e2.__cause__ is second)
                raise
    except TimeoutError as e1:
        print('e1', e1.__context__ is first, e1.__context__ is second, e1.__cause__ is first, first.__context__, second.__context__ is first, repr(e1.__context__.__context__))
asyncio.run(main())
