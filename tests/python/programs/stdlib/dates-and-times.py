from datetime import date, timedelta
d = date(2024, 2, 29)
print(d, repr(d), d.weekday(), d.isocalendar(), f'{d:%d/%m/%Y %j}', d + timedelta(366), d - date(2000,1,1), d.timetuple())
print(timedelta(1.5), repr(timedelta(hours=-1)), timedelta(seconds=90)/4, timedelta(1)//timedelta(hours=5), timedelta(microseconds=0.5), timedelta(1)*1.5, timedelta(3).total_seconds())
for o in (1, 365, 730119, 3652059, 146097): print(date.fromordinal(o), date.fromordinal(o).toordinal() == o)
for f in (lambda: date(2023,2,29), lambda: date(0,1,1), lambda: date(1,13,1), lambda: date(1.0,1,1), lambda: date.max+timedelta(1), lambda: timedelta('a')):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(date.fromisocalendar(2020, 53, 7), d.replace(day=1), d == date(2024,2,29), hash(d) == hash(date(2024,2,29)), d.ctime())
import datetime as m
from datetime import datetime, time, timezone
a = datetime(2024, 1, 31, 23, 59, 30, 5, tzinfo=timezone.utc)
print(a, repr(a), a.astimezone(timezone(timedelta(hours=-5))), a.isoformat(timespec='minutes'), a.timestamp(), a + timedelta(seconds=31))
print(datetime.fromisoformat('2024-01-02T03:04:05.678+01:00'), datetime.strptime('2024-05-06', '%Y-%m-%d'), repr(time(1, 2)), time(1,2) < time(1,3), a == a.astimezone(timezone(timedelta(hours=2))))
for f in (lambda: a < datetime(2024,1,1), lambda: a - datetime(2024,1,1), lambda: time(24), lambda: datetime.fromisoformat('x'), lambda: timezone(timedelta(1))):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(a.date(), a.time(), a.timetz(), datetime.combine(date(2020,1,1), time(5)), f'{a:%H:%M %Z%z %f}', timezone.utc, repr(timezone(timedelta(hours=1), 'X')), datetime(2020,1,1).utctimetuple()[:6], hash(a) == hash(a.astimezone(timezone(timedelta(hours=2)))))
print(a.replace(year=1999, tzinfo=None), datetime.max - datetime.min, datetime(2020,1,1) == date(2020,1,1), a.ctime())
