export type Name = 'chromium' | 'firefox';
export function which(program: string): string;
export function look(name: Name): { path: string; refused: string[] };
export function find(name: Name): string;
