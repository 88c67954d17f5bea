# Building, joining, splitting and searching strings.
words = []
for i in range(20000):
    words.append('item-' + str(i) + ':' + 'x' * (i % 5))
text = ','.join(words)
count = 0
for part in text.split(','):
    if part.endswith('xx'):
        count += len(part.upper())
print(len(text), count)
