/** selectors by file number, quick (stdlib/selectors.py is the text): event loops ask for a key several times for each packet. */
import type { Value } from '../object.ts';
import { quicken } from './quick.ts';

const isNumber = (fd: Value): fd is number => typeof fd === 'number' && fd >= 0;

quicken('_number', (slow) => (file: Value) => (isNumber(file) ? file : slow(file)));
quicken(
  '_BaseSelectorImpl._lookup',
  (slow) => (selector: Value, file: Value) => (isNumber(file) ? file : slow(selector, file)),
);
quicken(
  '_SelectorMapping.get',
  (slow) => (mapping: Value, file: Value, fallback: Value) =>
    isNumber(file) ? (mapping.$_selector.$_fd_to_key.get(file) ?? fallback) : slow(mapping, file, fallback),
);
