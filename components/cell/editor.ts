/**
 * The editor, fetched when somebody first edits. It lives in a shadow root: there CodeMirror adopts constructed style sheets, which
 * the content security policy allows, where in the document it would write a `<style>` element, which it forbids.
 */
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { javascriptLanguage } from '@codemirror/lang-javascript';
import { pythonLanguage } from '@codemirror/lang-python';
import { HighlightStyle, bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { EditorView, drawSelection, keymap } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { Language } from '../../src/sandbox/protocol.ts';

export interface Editor {
  focus(): void;
  replace(text: string): void;
  close(): void;
}

interface Wishes {
  text: string;
  language: Language;
  label: string;
  change(text: string): void;
  run(): void;
}

/** The page's colours come in through custom properties, which reach into a shadow root. */
const theme = EditorView.theme({
  '&': { backgroundColor: 'transparent', color: 'var(--ink)', fontSize: '0.8rem' },
  '&.cm-focused': { outline: '2px solid var(--link)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.6' },
  '.cm-content': { padding: '0.9rem 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 1.1rem' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    backgroundColor: 'var(--rule)',
  },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--rule)' },
});

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword], color: 'var(--t-keyword)' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--t-string)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--t-constant)' },
  {
    tag: [tags.function(tags.variableName), tags.function(tags.definition(tags.variableName))],
    color: 'var(--t-function)',
  },
  { tag: tags.comment, color: 'var(--t-comment)' },
]);

/**
 * Where coloured text is typed over, Chrome would carry its colour along in a `style` attribute, which the policy blocks and the
 * console then complains of. So the editor makes that change itself.
 */
const typeOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const plain = event.inputType === 'insertText' && !event.isComposing && event.data !== null;
    if (!plain || view.state.selection.ranges.every(({ empty }) => empty)) return false;
    event.preventDefault();
    view.dispatch(view.state.replaceSelection(event.data), { userEvent: 'input.type', scrollIntoView: true });
    return true;
  },
});

export function openEditor(host: HTMLElement, wishes: Wishes): Editor {
  const root = host.attachShadow({ mode: 'open' });
  const run = (): boolean => {
    wishes.run();
    return true;
  };
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: wishes.text,
      extensions: [
        keymap.of([
          { key: 'Ctrl-Enter', mac: 'Cmd-Enter', run },
          { key: 'Shift-Enter', run },
          ...defaultKeymap,
          ...historyKeymap,
          // Escape, then Tab, moves on: CodeMirror lets one Tab through after an Escape.
          indentWithTab,
        ]),
        history(),
        typeOver,
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        indentUnit.of(wishes.language === 'python' ? '    ' : '  '),
        wishes.language === 'python' ? pythonLanguage : javascriptLanguage,
        syntaxHighlighting(colours),
        theme,
        EditorView.contentAttributes.of({ 'aria-label': wishes.label }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) wishes.change(update.state.doc.toString());
        }),
      ],
    }),
  });
  return {
    focus: () => view.focus(),
    replace: (text) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }),
    close: () => view.destroy(),
  };
}
