/** Writes the widget's npm package into a folder, which it replaces. */
export function writeWidgetPackage(out: string): Promise<void>;
