def counter():
    count = 0
    def increment(by=1):
        nonlocal count
        count += by
        return count
    return increment

def late(flag):
    if flag:
        value = 1
    print(value)
    del value
    return lambda: value
