const words = [];
for (let i = 0; i < 20000; i++) {
  words.push('item-' + String(i) + ':' + 'x'.repeat(i % 5));
}
const text = words.join(',');
let count = 0;
for (const part of text.split(',')) {
  if (part.endsWith('xx')) count += part.toUpperCase().length;
}
console.log(text.length, count);
