# era: 2.7 3.13
# What strptime reads, and what it refuses.
import time, warnings
warnings.simplefilter('ignore')
for s, f in [("2024-02-29", "%Y-%m-%d"), ("2023-02-29", "%Y-%m-%d"), ("Mon Jan  5 10:20:30 2015", "%c"), ("12/31/99", "%x"), ("366 2024", "%j %Y"), ("60 2023", "%j %Y"), ("10 PM", "%I %p"), ("12 am", "%I %p"), ("12 pm", "%I %p"), ("2024 x", "%Y"), ("x", "%Y"), ("1", "%q"), ("1%", "%d%%"), ("1", "%"), ("a.b 5", "a.b %d"), ("  5", " %d"), ("May", "%b"), ("december 3", "%B %d"), ("Tuesday", "%A"), ("UTC", "%Z"), ("0000", "%Y"), ("1600 3", "%Y %m"), ("68", "%y"), ("69", "%y"), ("31 4 2020", "%d %m %Y"), ("23:59:61", "%X"), ("5 (a)", "%d (a)"), ("", ""), ("4 2020-01-01", "%w %Y-%m-%d"), ("0", "%w"), ("Sun 2020-01-01", "%a %Y-%m-%d"), ("2020-12-31T23:59", "%Y-%m-%dT%H:%M")]:
    try: print(tuple(time.strptime(s, f)))
    except Exception as e: print("%s: %s" % (type(e).__name__, e))
