/** Each chapter with Python in it, to take away: `downloads/06-yield-from.py` and `downloads/06-yield-from.ipynb`. */
import { readFileSync } from 'node:fs';
import type { APIRoute } from 'astro';
import { notebook } from '../../../components/download/notebook.ts';
import { eraOf } from '../../../components/download/pieces.ts';
import { script } from '../../../components/download/script.ts';
import { writtenChapters } from '../../../components/written.ts';
import { readChapter } from '../../cells/parse.ts';
import type { Chapter } from '../../cells/types.ts';

interface Props {
  text: string;
}

export async function getStaticPaths() {
  const files = (await writtenChapters()).map(({ filePath, id }) => {
    const path = filePath ?? `content/${id}.mdx`;
    return { id, chapter: readChapter(readFileSync(path), path) };
  });
  return files.filter(({ chapter }) => eraOf(chapter) !== undefined).flatMap(({ id, chapter }) => both(id, chapter));
}

function both(id: string, chapter: Chapter): { params: { file: string }; props: Props }[] {
  return [
    { params: { file: `${id}.py` }, props: { text: script(chapter) } },
    { params: { file: `${id}.ipynb` }, props: { text: `${JSON.stringify(notebook(chapter), undefined, 1)}\n` } },
  ];
}

export const GET: APIRoute<Props> = ({ props }) => new Response(props.text);
