"""Tornado, small: a loop for sockets and times, futures, and generators that wait for them.

This is this book's own re-creation of the interface, written from its documentation for what the chapters show. It follows Tornado 4, of 2014 and 2015, the
last that had a loop of its own (since 5.0, of March 2018, it is asyncio's). Each part is there from the first era whose Python was released after it:
`ioloop` from 2.7; `gen`, of 2.0, from 3.3; `gen.coroutine` and `concurrent`, of 3.0, from 3.4; `gen.sleep`, of 4.1, from 3.5; `await`, of 4.3, from 3.6.
Its web server and the older `gen.Callback` and `gen.Wait` are not part of it. The original lives at https://www.tornadoweb.org/.
Source: https://www.tornadoweb.org/en/branch4.5/
"""

version = "4.5"
version_info = (4, 5, 0, 0)
