import itertools as it

print(list(it.islice(it.count(5, 2), 3)), it.count(3), it.count(1, -2), it.repeat(4, 2), list(it.islice(it.count(0.5, 0.25), 3)))
print(list(it.chain([1], 'ab', ())), list(it.chain.from_iterable(['ab', [1]])))
print(list(it.product('ab', repeat=2)), list(it.product()), list(it.product([1, 2], 'x')), list(it.product([], 'x')))
print(list(it.permutations(range(3))), list(it.permutations('abc', 2)), list(it.permutations('ab', 3)))
print(list(it.combinations(range(4), 2)), list(it.combinations('ab', 0)), list(it.combinations_with_replacement('ab', 2)))
print([(k, list(g)) for k, g in it.groupby('aabbbc')], [(k, len(list(g))) for k, g in it.groupby([1, 3, 2, 4], key=lambda n: n % 2)])
groups = list(it.groupby('aab'))
print([list(g) for _, g in groups])
a, b = it.tee(iter('abc'))
print(next(a), next(a), list(b), list(a), it.tee([1], 0))
print(list(it.accumulate([1, 2, 3])), list(it.accumulate([3, 1, 2], max)), list(it.accumulate([1, 2], initial=10)))
print(list(it.batched('abcde', 2)), list(it.pairwise('abcd')), list(it.zip_longest([1], [2, 3], fillvalue=0)))
print(list(it.islice('abcdefg', 1, 6, 2)), list(it.islice('abc', None)), list(it.islice('abc', 2)))
print(list(it.compress('abcd', [1, 0, 1])), list(it.dropwhile(str.islower, 'abCd')), list(it.takewhile(str.islower, 'abCd')))
print(list(it.filterfalse(None, [0, 1, ''])), list(it.starmap(pow, [(2, 3), (3, 2)])), ''.join(it.islice(it.cycle('ab'), 5)))
source = iter(range(10))
print(list(it.islice(source, 2, 6, 3)), next(source))
for f in (
    lambda: it.islice('a', -1),
    lambda: it.islice('a', 1, 2, 0),
    lambda: it.combinations('ab', -1),
    lambda: it.count('a'),
    lambda: list(it.batched('abc', 2, strict=True)),
    lambda: it.batched('a', 0),
    lambda: it.tee([], -1),
    lambda: it.chain(1).__next__(),
):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


def failing():
    yield 1
    raise ValueError('once')


class Again:
    n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n == 2:
            raise KeyError('second')
        if self.n > 3:
            raise StopIteration
        return self.n


z = it.chain(Again())
print(next(z))
try:
    next(z)
except KeyError as e:
    print('raised', e)
print(list(z))


class Mine(it.count):
    def twice(self):
        return next(self) * 2


print(Mine(4).twice(), it.repeat(1, 3).__length_hint__(), isinstance(it.chain(), it.chain))
