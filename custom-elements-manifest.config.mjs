/** What `scripts/manifest.mjs` has analysed. It writes its files itself, and package.json is nobody's to change. */
export default {
  globs: ['widget/connect-chat-widget.ts'],
  litelement: true,
  packagejson: false,
};
