"""The hash SHA-512, by which `random.seed` turns text into a number.

Source: FIPS 180-4. Its constants are the first 64 bits of the fractions of square and cube roots of primes.
"""

_MASK = (1 << 64) - 1


def _primes(count):
    found = []
    n = 2
    while len(found) < count:
        if all(n % p for p in found):
            found.append(n)
        n += 1
    return found


def _root(n, degree):
    """The whole part of a root, by halving."""
    low, high = 0, 1 << (n.bit_length() // degree + 1)
    while high - low > 1:
        middle = (low + high) >> 1
        if middle**degree <= n:
            low = middle
        else:
            high = middle
    return low


_START = [_root(p << 128, 2) & _MASK for p in _primes(8)]
_ROUNDS = [_root(p << 192, 3) & _MASK for p in _primes(80)]


def _turn(x, n):
    return (x >> n | x << (64 - n)) & _MASK


def sha512(data):
    """The 64 bytes that belong to the data."""
    state = list(_START)
    padded = data + b"\x80" + bytes(-(len(data) + 17) % 128) + (8 * len(data)).to_bytes(16, "big")
    for block in range(0, len(padded), 128):
        words = [int.from_bytes(padded[block + i : block + i + 8], "big") for i in range(0, 128, 8)]
        for i in range(16, 80):
            x, y = words[i - 15], words[i - 2]
            small = _turn(x, 1) ^ _turn(x, 8) ^ x >> 7
            large = _turn(y, 19) ^ _turn(y, 61) ^ y >> 6
            words.append((words[i - 16] + small + words[i - 7] + large) & _MASK)
        a, b, c, d, e, f, g, h = state
        for word, constant in zip(words, _ROUNDS):
            chosen = e & f ^ ~e & g
            first = h + (_turn(e, 14) ^ _turn(e, 18) ^ _turn(e, 41)) + chosen + constant + word
            most = a & b ^ a & c ^ b & c
            second = (_turn(a, 28) ^ _turn(a, 34) ^ _turn(a, 39)) + most
            a, b, c, d, e, f, g, h = (first + second) & _MASK, a, b, c, (d + first) & _MASK, e, f, g
        state = [(old + new) & _MASK for old, new in zip(state, (a, b, c, d, e, f, g, h))]
    return b"".join(word.to_bytes(8, "big") for word in state)
