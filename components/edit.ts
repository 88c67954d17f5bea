/**
 * Where a reader can propose a change. The repository's address is not written in the sources: a build is told it, in
 * `REPOSITORY_URL`, or by the variables that a GitHub workflow has. Without either, the page names the file instead.
 */
export function editLink(file: string): string | undefined {
  const { REPOSITORY_URL, GITHUB_SERVER_URL, GITHUB_REPOSITORY } = process.env;
  const repository =
    REPOSITORY_URL ?? (GITHUB_REPOSITORY && `${GITHUB_SERVER_URL ?? 'https://github.com'}/${GITHUB_REPOSITORY}`);
  return repository && `${repository.replace(/\/$/, '')}/edit/main/${file}`;
}
