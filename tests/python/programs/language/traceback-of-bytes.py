# era: 2.7
# -*- coding: utf-8 -*-
# A line of the program is bytes, and so is the message: both reach the reader as they were written.
import sys
import traceback

try:
    assert "é…" == "", "… é"
except AssertionError:
    print traceback.format_exc().splitlines()[-2].strip()
    print repr(str(sys.exc_info()[1]))
print "é…"[0:2]
raise ValueError("… é")
