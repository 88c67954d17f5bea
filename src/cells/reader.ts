import { atLeast, isEra } from '../python/compiler/eras.ts';
import { ExerciseReader } from './exercise-reader.ts';
import { unknownEra } from './frontmatter.ts';
import { readInfo } from './info.ts';
import { nearest } from './mistakes.ts';
import type { Cell, Era, Fence, Language, Mistake, Segment } from './types.ts';

const languages: readonly string[] = ['python', 'js'] satisfies Language[];

/** What can stand after the language of a fence that is more than a listing. */
const kinds = ['run', 'exercise', 'check', 'solution'];

/** Makes cells of segments, one after another: knows which cell the next `input` or `output` belongs to. */
export class CellReader {
  readonly cells: Cell[] = [];
  readonly mistakes: Mistake[] = [];
  /** The cell that an `input` or `output` here would go with: undefined after anything else than blank lines. */
  private open: Cell | undefined;
  /** Whether the fence that would have been that cell was broken: then what follows it is not blamed too. */
  private forgiving = false;
  private readonly exercises = new ExerciseReader((...blame) => this.blame(...blame));
  private readonly path: string;
  private readonly era: Era | undefined;

  constructor(path: string, era: Era | undefined) {
    this.path = path;
    this.era = era;
  }

  read(segment: Segment): void {
    if (segment.kind === 'prose') {
      if (/[^\s>]/.test(segment.raw)) this.close();
      return;
    }
    const meant = this.open && segment.info === '' ? nearest(segment.language, ['output', 'input']) : undefined;
    if (segment.language === 'output' || segment.language === 'input') this.attach(segment, segment.language);
    else if (meant)
      this.blame(
        segment,
        `${segment.language} is neither output nor input.`,
        `Did you mean ${meant}?`,
        segment.language,
      );
    else if (segment.language === 'js' && /^becomes\b/.test(segment.info)) this.becomes(segment);
    else this.start(segment);
  }

  /** To be called when nothing follows. */
  end(): void {
    this.exercises.close();
  }

  private close(): void {
    this.open = undefined;
    this.forgiving = false;
  }

  private blame(fence: Fence, message: string, remedy: string, word?: string): void {
    const at = word === undefined ? -1 : fence.open.indexOf(word);
    this.mistakes.push({ path: this.path, line: fence.line, column: at < 0 ? fence.column : at + 1, message, remedy });
  }

  private start(fence: Fence): void {
    this.close();
    const [first = '', ...rest] = fence.info.split(/\s+/);
    if (isLanguage(fence.language) && (first === 'check' || first === 'solution')) {
      this.exercises.add(first, fence);
      return;
    }
    if (first !== 'run' && !(first === 'exercise' && isLanguage(fence.language))) {
      this.forgiving = this.listing(fence, first, rest);
      return;
    }
    const before = this.mistakes.length;
    const { info, faults } = readInfo(fence.info.slice(first.length));
    for (const { word, message, remedy } of faults) this.blame(fence, message, remedy, word);
    const language = this.language(fence);
    if (language === 'js' && info.oracle) this.blame(fence, 'a js cell has no oracle.', 'Remove oracle.', 'oracle=');
    const era = this.eraOf(fence, language, info.era);
    if (info.await && !(language === 'python' && era !== undefined && atLeast(era, '3.8'))) {
      this.blame(
        fence,
        'await outside of functions came with python -m asyncio, in Python 3.8.',
        'Write it into a coroutine and run that, or give the cell a later era.',
        'await',
      );
    }
    this.exercises.close();
    const index = this.cells.length;
    const name = info.name ?? `cell-${index + 1}`;
    const twin = this.cells.find((other) => other.name === name);
    if (twin)
      this.blame(
        fence,
        `the cell at line ${twin.line} is called ${name} too.`,
        'Give one of the two another name.',
        `name=${name}`,
      );
    if (info.skip !== undefined && info.raises !== undefined) {
      this.blame(fence, 'a skipped cell raises nothing.', 'Remove skip or raises.', 'raises=');
    }
    const { era: _, name: __, ...attributes } = info;
    const alike = (other: Cell): boolean => other.language === language && other.era === era;
    const cells = this.cells.filter((other) => !this.exercises.has(other));
    const previous = first === 'exercise' ? cells.findLast(alike) : cells.at(-1);
    const goesOn = previous && !info.fresh && alike(previous);
    const session = goesOn ? previous.session : Math.max(0, ...this.cells.map((other) => other.session)) + 1;
    this.open = {
      index,
      name,
      language,
      ...(era && { era }),
      text: fence.text,
      input: null,
      transcript: null,
      attributes,
      session,
      line: fence.line,
      codeLine: fence.line + 1,
    };
    this.forgiving = this.mistakes.length > before;
    this.cells.push(this.open);
    if (first === 'exercise') this.exercises.open(this.open, info, fence);
  }

  /** The JavaScript of a function of the Python cell right above. */
  private becomes(fence: Fence): void {
    const [of = '', ...rest] = fence.info.split(/\s+/).slice(1);
    const cell = this.open;
    if (!cell || cell.language !== 'python') {
      if (!this.forgiving)
        this.blame(
          fence,
          'this JavaScript belongs to no Python cell.',
          'Put it right after a Python cell and its output, or call it js alone.',
        );
    } else if (of === '' || rest.length > 0)
      this.blame(
        fence,
        'becomes names one function.',
        'Write js becomes countdown, with the name of a function of the cell.',
      );
    else if (cell.becomes)
      this.blame(fence, 'this cell has two listings of JavaScript.', `Keep the one at line ${cell.becomes.line}.`);
    else cell.becomes = { of, text: fence.text, line: fence.line };
  }

  /** An ordinary listing, unless it was meant to run; answers whether it was. */
  private listing(fence: Fence, first: string, rest: string[]): boolean {
    if (!isLanguage(fence.language) || first === '') return false;
    const meant = nearest(first, kinds);
    const later = kinds.find((kind) => rest.includes(kind));
    if (meant === 'run')
      this.blame(
        fence,
        `${first} is not run.`,
        'Write run after the language; a listing that is not run has only the language.',
        first,
      );
    else if (meant) this.blame(fence, `${first} is not ${meant}.`, `Write ${fence.language} ${meant}.`, first);
    else if (later)
      this.blame(fence, `${later} comes first, before ${first}.`, `Write ${fence.language} ${later} ${first}.`, first);
    return (meant ?? later) !== undefined;
  }

  private language(fence: Fence): Language {
    if (isLanguage(fence.language)) return fence.language;
    const meant =
      { py: 'python', python3: 'python', javascript: 'js', mjs: 'js' }[fence.language] ??
      nearest(fence.language, languages);
    this.blame(
      fence,
      `${fence.language} does not run here.`,
      meant ? `Write ${meant} run.` : 'The languages that run are python and js.',
      fence.language,
    );
    return 'python';
  }

  private eraOf(fence: Fence, language: Language, given: string | undefined): Era | undefined {
    if (language === 'js') {
      if (given !== undefined) this.blame(fence, 'a js cell has no era.', 'Remove era.', 'era=');
      return undefined;
    }
    if (given === undefined) {
      if (!this.era)
        this.blame(
          fence,
          'this cell has no era.',
          "Write era=3.4 after run, or era: '3.4' in the chapter's frontmatter.",
        );
      return this.era;
    }
    if (isEra(given)) return given;
    const { message, remedy } = unknownEra(given);
    this.blame(fence, message, remedy, `era=${given}`);
    return undefined;
  }

  private attach(fence: Fence, kind: 'input' | 'output'): void {
    const cell = this.open;
    if (fence.info) {
      this.blame(
        fence,
        `${kind} has no attributes.`,
        `Write ${kind} alone; attributes belong to the cell.`,
        fence.info,
      );
    }
    if (!cell) {
      const what = kind === 'input' ? 'this input belongs to no cell.' : 'this transcript belongs to no cell.';
      const remedy = `Put it right after a fence like \`\`\`python run, with nothing but blank lines between; for a listing that is not checked, call it text.`;
      if (!this.forgiving) this.blame(fence, what, remedy);
    } else if (this.exercises.has(cell)) {
      this.blame(
        fence,
        `an exercise has no ${kind}.`,
        'Say in the task what is wanted, and let the check look for it.',
      );
    } else if (kind === 'input') {
      if (cell.language === 'js') this.blame(fence, 'a js cell reads no input.', 'Remove the input.');
      else if (cell.transcript !== null)
        this.blame(fence, 'the input stands after the transcript.', 'Put the input between the cell and its output.');
      else if (cell.input !== null)
        this.blame(fence, 'this cell has two inputs.', `Put all lines into the one at line ${cell.inputLine}.`);
      else Object.assign(cell, { input: fence.text, inputLine: fence.line });
    } else if (cell.transcript !== null) {
      this.blame(
        fence,
        'this cell has two transcripts.',
        `Keep the one at line ${cell.transcriptLine}, or split the cell.`,
      );
    } else Object.assign(cell, { transcript: fence.text, transcriptLine: fence.line });
  }
}

function isLanguage(word: string): word is Language {
  return languages.includes(word);
}
