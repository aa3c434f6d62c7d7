/** What lets somebody else into a release: through a workflow, or through a package of the lockfile. */

/** The steps of a workflow, each with all its lines. */
const stepsOf = (workflow: string): string[] => workflow.split(/^ {6}- /m).slice(1);

/** An action by the hash of its commit, an image by the hash of what is in it. The readable version stands beside it. */
const pinnedAction = /^[\w.-]+(?:\/[\w.-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;
const pinnedImage = /^[\w./:-]+@sha256:[0-9a-f]{64}$/;

export function faultsInWorkflow(workflow: string): string[] {
  const steps = stepsOf(workflow);
  const valuesOf = (key: string) =>
    [...workflow.matchAll(new RegExp(`^[ -]*${key}: (.+)$`, 'gm'))].map(([, value = '']) => value);
  const checkouts = steps.filter(step => step.startsWith('uses: actions/checkout@'));
  return [
    ...valuesOf('uses')
      .filter(action => !pinnedAction.test(action))
      .map(action => `${action}: not by its commit`),
    ...[...valuesOf('container'), ...valuesOf('image')]
      .filter(image => !pinnedImage.test(image))
      .map(image => `${image}: not by its digest`),
    ...checkouts
      .filter(step => !/^ {10}persist-credentials: false$/m.test(step))
      .map(() => 'a checkout leaves its token in the folder'),
    ...(/^permissions:\n {2}contents: read$/m.test(workflow) ? [] : ['may write by default']),
    ...(/pull_request_target|workflow_run/.test(workflow) ? ['runs for others with our rights'] : []),
    ...(/^[ -]+run:.*\$\{\{ *github\.(?:event|head_ref)/m.test(workflow) ? ['runs what others wrote'] : []),
  ];
}

/** The jobs of a workflow by name, each with all its lines. */
function jobsOf(workflow: string): Map<string, string> {
  const [, jobs = ''] = workflow.split(/^jobs:\n/m);
  return new Map(
    jobs
      .split(/^(?= {2}[\w-]+:$)/m)
      .map(job => [/^ {2}([\w-]+):/.exec(job)?.[1] ?? '', job] as const)
      .filter(([name]) => name),
  );
}

/** What a release must do beside: be of main, be packed twice and compared, and be signed by a job that runs nothing of ours. */
export function faultsInRelease(workflow: string): string[] {
  const jobs = [...jobsOf(workflow)];
  const writing = jobs.filter(([, job]) => /^ {6}(?:contents|id-token|attestations): write$/m.test(job));
  const packing = jobs.filter(([, job]) => /run: npm run zip$/m.test(job));
  const clean = packing.filter(([, job]) => !/\.ci\/run|npm test|vitest/.test(job));
  const draft = writing[0]?.[1] ?? '';
  return [
    ...(/run: git merge-base --is-ancestor HEAD origin\/main$/m.test(workflow) ? [] : ['a tag beside main']),
    ...(packing.length === 2 && clean.length === 1 ? [] : ['not packed again in a clean checkout']),
    ...(clean.some(([, job]) => /^ +diff --recursive clean tested$/m.test(job))
      ? []
      : ['packages not compared']),
    ...(writing.length === 1 ? [] : ['more than one job may write']),
    ...(/npm |node |actions\/checkout/.test(draft)
      ? ['code of the repository runs where one may write']
      : []),
    ...(packing.every(([name]) => new RegExp(`needs: .*\\b${name}\\b`).test(draft))
      ? []
      : ['does not wait for both']),
    ...(/environment: release$/m.test(draft) ? [] : ['nobody is asked']),
    ...(/uses: actions\/attest-build-provenance@[\s\S]*subject-path: packages\/\*\.zip$/m.test(draft)
      ? []
      : ['provenance not attested']),
  ];
}

interface Lockfile {
  packages: Record<string, { integrity?: string; link?: boolean; resolved?: string }>;
}

/** The packages that an install would take as they come, and those that come from elsewhere than the registry in use. */
export const faultsInLockfile = ({ packages }: Lockfile): string[] =>
  Object.entries(packages).flatMap(([name, { integrity = '', link, resolved }]) => {
    if (name === '') return [];
    if (link || resolved) return [`${name}: from elsewhere`];
    return /^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity) ? [] : [`${name}: without its hash`];
  });
