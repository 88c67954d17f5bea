def loops(n, items):
    for i in range(n):
        if i == 5:
            continue
        for x, (y, *rest) in items:
            if y:
                break
        else:
            print(i)
    while True:
        n -= 1
        if n < 0:
            break
    return [x * 2 for x in items if x], {k: v for k, v in items}, (z for z in items)
