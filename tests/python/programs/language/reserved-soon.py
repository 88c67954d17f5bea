# era: 3.6
# The words of 3.7 are announced wherever one of them is given as a name.
import warnings
warnings.simplefilter('always')
def c(code):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter('always')
        try:
            compile(code, '<test>', 'exec')
        except SyntaxError as e:
            print(repr(code), 'SyntaxError', e, e.lineno)
    print(repr(code), [(x.category.__name__, str(x.message), x.lineno) for x in w])
for code in ['await = 1', 'x.async = 1', 'x.async', 'print(await)', 'del await', 'f(await=1)', 'import await', 'import x as await', 'from x import async', 'from async import y', 'import async.x',
  'import a.await', 'def async(): pass', 'class await: pass', 'def f(await): pass', 'def f(*await, **async): pass', 'global await', 'def f():\n global await\n nonlocal async', 'for await in x: pass', 'with x as await: pass',
  'try: pass\nexcept E as await: pass', 'lambda await: 1', '[async for async in x]', 'x.await += 1', 'await += 1', 'await: int = 1', 'await, async = 1, 2', 'del x.async', 'from x import y as await', '@await\ndef f(): pass', 'class A(async=1): pass', 'await.x = 1', 'async[1] = 2']:
    c(code)
