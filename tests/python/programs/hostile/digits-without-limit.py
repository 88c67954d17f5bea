# era: 3.11 3.13
import sys

many = 7**6000
for limit in (0, 640, 6000, 4300, 3, -1, 'x'):
    try:
        sys.set_int_max_str_digits(limit)
        print(sys.get_int_max_str_digits(), len(str(many)))
        print(int('9' * 5000) > many)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
