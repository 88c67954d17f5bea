# era: 3.6 3.8 3.13
# Timers by time, then by when they were set; what is ready goes first; a cancelled one does not come.
import asyncio

loop = asyncio.new_event_loop()
now = loop.time()
loop.call_at(now + 0.03, print, 'third')
loop.call_at(now + 0.01, print, 'first')
loop.call_at(now + 0.02, print, 'second')
gone = loop.call_at(now + 0.015, print, 'never')
gone.cancel()
loop.call_later(-1, print, 'overdue')
loop.call_soon(print, 'soon')
loop.call_at(now + 0.04, loop.stop)
loop.run_forever()
loop.close()
