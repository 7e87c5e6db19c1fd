/** Says a line for each of `count` steps that is done; call the answer with the name of a step. */
export function createProgress(count: number, say: (line: string) => void): (name: string) => void;
