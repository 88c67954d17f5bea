# era: 3.6 3.8 3.11 3.13
print(ascii("\N{SNOWMAN} \N{latin small letter e with acute} \N{CJK UNIFIED IDEOGRAPH-4E00}"))
print(repr("\N{LINE FEED}|\N{NBSP}|\N{NULL}"))
print(ascii(f"\N{BULLET}{1+1}\N{GREEK SMALL LETTER ALPHA}"), r"\N{SNOWMAN}", f"{'x':\N{FULL STOP}<3}")
for text in r'"\N{NOTHING}"', r'"a\N{}"', r'"\N"', r'"ab\N{SNOWMAN"', r'f"\N{NOTHING}"', r'"\N{TACO}"', r'"\N{NINJA}"', r'"\N{SHAKING FACE}"':
    try:
        print(ascii(eval(text)))
    except SyntaxError as e:
        print(text, e)
