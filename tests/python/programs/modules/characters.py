# era: 2.7 3.6 3.8 3.11 3.13
# What unicodedata says, and how it refuses.
from __future__ import print_function
import unicodedata as u
def t(f, *a):
    try: print(f, repr(getattr(u, f)(*a)).encode('unicode-escape'))
    except Exception as e: print(f, type(e).__name__, e)
print(u.unidata_version)
for c in u'a', u'\u00bd', u'7', u'\u0663', u'\u4e00', u'\uac01', u'\x00', u'\u0378', u'\xe9', u'\u00b2':
    for f in 'name category bidirectional combining mirrored decomposition numeric decimal digit east_asian_width'.split(): t(f, c)
for f in 'name category numeric'.split():
    t(f, u'ab'); t(f, 5); t(f, u''); t(f, b'a');
for n in 'SNOWMAN', 'snowman', 'nothing', 'HANGUL SYLLABLE GAG', 'CJK UNIFIED IDEOGRAPH-4E00', 'LINE FEED', 'NBSP', '', 'CJK UNIFIED IDEOGRAPH-4e00', 'LATIN SMALL LETTER GHA': t('lookup', n)
t('lookup', 5)
for f in 'NFC', 'NFD', 'NFKC', 'NFKD', 'X': t('normalize', f, u'\u212b\ufb01e\u0301')
t('normalize', 5, u'a'); t('normalize', 'NFC', 5)
if hasattr(u, 'is_normalized'): t('is_normalized', 'NFC', u'e\u0301'); t('is_normalized', 'NFD', u'e\u0301'); t('is_normalized', 'X', 'a')
t('name', u'\u0378', 'default'); t('numeric', u'x', None); t('digit', u'\u00bd', -1)
# Characters that came with Unicode 8.0, 10.0, 13.0, 15.0.
for n in 'TACO', 'GENIE', 'NINJA', 'SHAKING FACE': t('lookup', n)
