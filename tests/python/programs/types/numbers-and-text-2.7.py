# era: 2.7
# -*- coding: utf-8 -*-
"""Python 2: int and long, str and unicode. Each line is evaluated: its value or its error is shown."""
cases = r'''
1L
-5L
2**64
2**63
2**63-1
-2**63
-2**63-1
1+1L
5L*2
5L/2
5/2
-5/2
5%-3
5L//2
5L**2
2**-1
5.0/2
1L==1
{1:2}[1L]
hash(1L)
int(5L)
int(2**70)
long(5)
long("5")
long("5L")
int("5L")
type(2**31)
type(2**62)
type(2**64)
2**64-2**64
repr(5L)
str(5L)
"%d" % 5L
"%s" % 5L
hex(255)
hex(255L)
oct(8L)
oct(8)
bin(5L)
0777
0xFFL
1<<62
1<<63
1<<64
~0L
-(5L)
abs(-5L)
divmod(7L,2)
divmod(7,2L)
pow(2,3,5L)
pow(2L,3)
round(2.5)
round(-2.5)
round(2.567,2)
int(1e20)
int(1.5)
long(1.5)
1e20
0.1
1/3.0
str(0.1+0.2)
repr(0.1+0.2)
1e16
str(1e16)
1.0
100000000000.0
str(123456789012.5)
sys.maxint
sys.maxint+1
type(sys.maxint+1)
-sys.maxint-1
type(-sys.maxint-2)
isinstance(5L,int)
isinstance(True,int)
coerce(1,2L)
coerce(1,2.0)
5L.bit_length()
(5L).__class__
5L & 3
True & 1L
1 if 0L else 2
not 0L
max(1,2L)
sum([1L,2])
range(2L)
[1,2][1L]
"ab"*2L
1j*2
complex(1,2)
str(1j/3)
repr(1j/3)
(1+2j)//1
(5+2j)%2
1<2L
cmp(1,2L)
1 <> 2
`5L`
5L.real
int.__new__(int,5)
long(True)
float(5L)
5L == 5.0
2**1000 > 1e300
long.__mro__
0L
1e308*10
-1e308*10
float("nan")
10L**20
3L.__add__(4)
3 .__add__(4L)
9223372036854775807
9223372036854775808
0b11L
0o17
int("0b11",2)
"abc" > 5
5 < None
(1).__cmp__(2)
1.5//0.5
1.5 % 0
1 % 0
1/0
1L/0
1.0/0
1L.__hash__()
-1L
5L.__coerce__(3)
int(-1e19)
int(u"12")
float(u"1.5")
4.0.is_integer()
long(2)**0.5
2L**-1
[0L]*2
u"a" "b"
"%5.1f%%" % 12.345
"%x" % -255
"%x" % 1.5
"%o" % 8
"%#o" % 8
"%i" % 1.9
"%s" % (1,)
"%r" % "a"
"%d" % "a"
u'a' + 'b'
'\xe9' == u'\xe9'
'a' + 1
u'a' + 1
'%s' % u'\xe9'
u'%s' % 'a'
u'%r' % u'\xe9'
{'a': 1}[u'a']
hash('a') == hash(u'a')
'a' in u'abc'
str(u'\xe9')
unicode('\xe9')
unicode('\xc3\xa9', 'utf-8')
isinstance(u'a', basestring)
u'{0} {1!r}'.format('a', u'b')
'{0}'.format(u'a')
unichr(8364)
'abc'.translate(None, 'b')
u'abc'.translate({97: u'z'})
cmp('a', u'b')
u'\xe9'.encode('ascii', 'replace')
bytearray('abc')[0]
'a,b'.split(u',')
','.join(['a', u'b'])
'''
import sys
for case in cases.strip().split('\n'):
    try:
        shown = repr(eval(case))
        print case, '->', shown
    except Exception, e:
        print case, '!', type(e).__name__, e
