/** A timetable as a table, for who would rather read it or hear it: one row a turn. */
import { node, type Node } from './drawing.ts';
import { seconds, type Spot, type Timetable, type Turn } from './timetable.ts';

/** @param printed everything that the program printed */
export function tableOf(table: Timetable, printed: string): Node {
  const { moments, timed, turns, rows } = table;
  const columns = [timed ? 'Time' : 'Turn', 'Who', 'Prints', 'Then'];
  const body = turns.map((turn, index) => {
    const [from, to] = [moments[turn.from]!, moments[turn.to]!];
    const does = [...carried(table, turn), then(table, turn)].filter((text) => text !== '').join('; ');
    const cells = [rows[turn.row]!.name, shown(printed.slice(from.output, to.output)), does];
    const when = timed ? seconds(from.at) : String(index + 1);
    return node('tr', {}, node('th', { scope: 'row' }, when), ...cells.map((text) => node('td', {}, text)));
  });
  return node(
    'table',
    {},
    node('thead', {}, node('tr', {}, ...columns.map((text) => node('th', { scope: 'col' }, text)))),
    node('tbody', {}, ...body),
  );
}

const shown = (text: string): string => text.trim().replace(/\s*\n\s*/g, ' / ');

/** What a turn reads from connections and writes to them. */
function carried({ packets }: Timetable, { row, from }: Turn): string[] {
  const here = (spot: Spot | undefined): spot is Spot => spot?.row === row && spot.moment === from;
  const words = [
    ...packets.map(({ read }) => (here(read) ? `reads ${read.on}` : '')),
    ...packets.map(({ sent }) => (here(sent) ? `writes ${sent.on}` : '')),
  ];
  return [...new Set(words)];
}

function then({ waits, endings, moments, turns, rows }: Timetable, turn: Turn): string {
  // Nothing follows a call that waits for nothing: it says what it was for.
  if (rows[turn.row]!.called) return /is called.*$/.exec(moments[turn.from]!.what)?.[0] ?? '';
  const ending = endings.find(({ row, moment }) => row === turn.row && moment === turn.to);
  if (ending) return /(ends.*|is (closed|cancelled).*)$/.exec(moments[turn.to]!.what)?.[0] ?? ending.kind;
  const wait = waits.find(({ row, from }) => row === turn.row && from === turn.to);
  const next = turns[turns.indexOf(turn) + 1];
  if (wait?.on === undefined) return next && next.row !== turn.row ? `${rows[next.row]!.name} goes on` : '';
  const what = wait.on.startsWith('yield') ? wait.on : `waits for ${wait.on}`;
  return wait.line === undefined ? what : `${what}, line ${wait.line}`;
}
