# A generator that yields inside except and finally
def g():
    try:
        x = yield 1
    except ValueError:
        yield 2
    finally:
        yield 3
