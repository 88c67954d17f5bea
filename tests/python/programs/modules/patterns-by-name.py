# era: 3.6 3.8 3.13
# Characters by their names in patterns, since 3.8.
import re
for pattern, text in [(r"\N{LESS-THAN SIGN}+", "<<"), (r"[\N{LATIN SMALL LETTER A}-\N{LATIN SMALL LETTER C}]+", "abcd"), (r"\N", ""), (r"\N{", ""), (r"\N{}", ""), (r"[\N{SNAKE]", ""), (r"a\N{SPAM}", "")]:
    try:
        print(pattern, re.match(pattern, text))
    except re.error as e:
        print(pattern, e)
