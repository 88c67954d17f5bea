/**
 * Shiki writes colours as `style` attributes, which the site's content security policy forbids. The `css-variables`
 * theme names a variable per kind of token; this turns each into a class, and the style sheet colours the classes,
 * once for light and once for dark.
 */
import type { ShikiTransformer } from 'shiki';

const variable = /var\(--[a-z]+-(?:code-)?(?:token-)?([a-z-]+)\)/;

export const classTransformer: ShikiTransformer = {
  name: 'classes',
  span(node) {
    const style = String(node.properties.style ?? '');
    delete node.properties.style;
    const kind = variable.exec(style)?.[1];
    if (kind && kind !== 'foreground') node.properties.class = `t-${kind}`;
  },
  pre(node) {
    delete node.properties.style;
    // The page makes a block focusable only where it scrolls (components/chrome/page.ts).
    delete node.properties.tabindex;
    node.properties.class = 'listing';
  },
};
