# era: 3.13
# Chains of exceptions that are longer than any stack.
import traceback

for link in '__context__', '__cause__':
    e = None
    for i in range(2000):
        new = ValueError(i)
        setattr(new, link, e)
        e = new
    try:
        raise e
    except ValueError as last:
        text = ''.join(traceback.format_exception(last))
        print(text.count('ValueError'), text.count('\n'), text[:60])
