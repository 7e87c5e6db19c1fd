/** The `id` of the control that edits a member: `/theme/openIcon/color` becomes `theme-openIcon-color`. */
export const fieldId = (pointer: string): string => pointer.slice(1).replace(/\//g, '-');
