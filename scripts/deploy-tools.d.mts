export type DeployTool = 'nginx' | 'haproxy' | 'systemd-analyze';
export function findTool(name: DeployTool): string | null;
export function toolMissing(name: DeployTool): string;
export function ensureDeployTools(): string[];
