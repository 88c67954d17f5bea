import textwrap
t="Hello there -- you goof-ball, use the -b option! This is a well-known long paragraph with some words--and dashes, e.g. this/that. Supercalifragilisticexpialidocious."
for w in (10,20,33): print(textwrap.fill(t,w))
print(textwrap.wrap(t, 12, break_long_words=False, fix_sentence_endings=True))
print(textwrap.dedent("""
    a
      b

    c"""))
print(textwrap.wrap("  foo  bar  ", 6, initial_indent="* ", subsequent_indent="  "))
import sys
if sys.version_info>(3,4):
    print(textwrap.shorten(t, 30), textwrap.indent("a\n\nb","> "))
    print(textwrap.wrap(t, 20, max_lines=2))
    print(textwrap.wrap("e-mail 2-3 x-y foo---bar --opt a-b-c pre-existing-thing", 5))
