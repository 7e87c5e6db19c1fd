/** Returns the `id` of the control of a member: `theme-openIcon-color` for `/theme/openIcon/color`. */
export const fieldId = (pointer: string): string => pointer.slice(1).replace(/\//g, '-');
