import { fileURLToPath } from 'node:url';

/** The build's folder of browser files, beside the service, whose modules it bundles into one folder. */
export const publicFolder = fileURLToPath(new URL('../public/', import.meta.url));
