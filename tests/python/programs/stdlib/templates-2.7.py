# era: 2.7
import string
class At(string.Template):
    pattern = r'(?P<escaped>@{2})|@(?P<named>[a-z.]+)|@{(?P<braced>[a-z]+)}|(?P<invalid>@)'
class Percent(string.Template):
    delimiter = '%'
    idpattern = '[a-z]+_[a-z]+'
print At('@a.b and @{c} at @@').substitute({'a.b': 1, 'c': 2}), Percent('%a_b %% %{c_d}').substitute(a_b=1, c_d=2), Percent('%a').safe_substitute()
f = string.Formatter()
print f.format(arg='test', format_string='-{arg}-'), f.format('{0}{x}', 1, x=2)
