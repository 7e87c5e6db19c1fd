export function testFiles(): { node: string[]; browser: string[] };
