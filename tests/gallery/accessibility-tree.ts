import type { Page } from 'playwright-core';

interface Value {
  value?: unknown;
}
interface AxNode {
  nodeId: string;
  ignored: boolean;
  role?: Value;
  name?: Value;
  description?: Value;
  value?: Value;
  properties?: { name: string; value: Value }[];
  childIds?: string[];
}

/** States that a screen reader says, in the order in which they are written. */
const states = [
  'level',
  'checked',
  'selected',
  'expanded',
  'pressed',
  'required',
  'invalid',
  'disabled',
  'busy',
  'modal',
];
/** Roles that nobody hears: what is in them stands in their place. */
const silent = new Set([
  'generic',
  'none',
  'presentation',
  'LabelText',
  'InlineTextBox',
  'LineBreak',
  'ListMarker',
]);

const quote = (text: unknown) => JSON.stringify(String(text));

/** The page as a screen reader meets it: a line per role with its name, description, value and states, indented by what holds what. */
export async function accessibilityTree(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as { nodes: AxNode[] };
  await session.detach();
  const byId = new Map(nodes.map(node => [node.nodeId, node]));
  const lines: string[] = [];
  const visit = (node: AxNode, depth: number, said: string) => {
    const role = String(node.role?.value ?? 'none');
    const name = String(node.name?.value ?? '');
    const children = (node.childIds ?? []).flatMap(id => byId.get(id) ?? []);
    // A text that its element's name has said already.
    if (role === 'StaticText' && (name.trim() === '' || said.includes(name.trim()))) return;
    const skipped = node.ignored || silent.has(role);
    if (!skipped) lines.push(`${'  '.repeat(depth)}${line(node, role, name)}`);
    // The countries are another table's business.
    if (role === 'combobox') return;
    for (const child of children) visit(child, skipped ? depth : depth + 1, skipped ? said : name);
  };
  const [root] = nodes;
  if (root) visit(root, 0, '');
  return `${lines.join('\n')}\n`;
}

function line({ description, value, properties = [] }: AxNode, role: string, name: string): string {
  const on = states.flatMap(state => {
    // Only a heading's level is said.
    if (state === 'level' && role !== 'heading') return [];
    const found = properties.find(property => property.name === state)?.value.value;
    if (found === undefined || found === false || found === 'false')
      return state === 'checked' && found === 'false' ? ['not checked'] : [];
    return found === true || found === 'true' ? [state] : [`${state}=${found}`];
  });
  return [
    role === 'StaticText' ? 'text' : role,
    name && quote(name),
    value?.value !== undefined && value.value !== '' && `= ${quote(value.value)}`,
    on.length > 0 && `(${on.join(', ')})`,
    description?.value && `— ${quote(description.value)}`,
  ]
    .filter(Boolean)
    .join(' ');
}
