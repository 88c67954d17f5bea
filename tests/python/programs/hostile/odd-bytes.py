# era: 2.7
# Bytes that are no text, and names that are no ASCII.
import sys

print('\xff\xfe')
print(u'\U0010ffff'.encode('utf-8'))
print('\xf8\x88\x80\x80\x80 \xe2\x82 \xe2\x82\xac \xc3\xa9')
for name in u'\u1234', u'\U0010ffff', u'version', u'':
    for f in getattr, hasattr, delattr:
        try:
            print(f(sys, name) is not None)
        except Exception as e:
            print(type(e).__name__, str(e))
raise ValueError('\xf7\xbf\xbf\xbf')
