# era: 3.8 3.12 3.13
# f-strings that are refused, and what = shows.
for s in ["f'{3!'", "f'{3!s'", "f'{3!g'", "f'{3!}'", "f'{3!:'", "f'{3!:}'", "f'{3!g}'", "f'{3!A}'", "f'{3!3}'", "f'{3!!}'", "f'{3! s}'", "f'{3! s }'", "f'{3!ss}'", "f'{3!s }'", "f'{3!s :3}'", 'f"{1+2 = # c\n  }"', 'f"{\\"a\\"}"', "f'{\\t3}'", 'f"""', "f'", 'z = f"""', "f'{a b}'", "f'{}'", "f'{ }'", "f'{!r}'", "f'{a[4)}'", "f'{a(4]}'", "f'}'", "f'{a'", "f'{a:{b}'", "f'{a:{b:{c:{d}}}}'", "f'{yield}'", "f'{x:=5}'", "f'{,}'", "f'{a, b}'", "f'{#}'", "f'{a #}'", "f'{1:{2}}'"]:
    try: print(repr(s), eval(s, {'a': 1, 'b': 2, 'x': 3}))
    except Exception as e: print(repr(s), type(e).__name__, e)
