/** GraphiQL carries fonts inside its style sheet. Ours are used there, and the pages' policy takes none of that kind. */
const withoutInlineFonts = {
  postcssPlugin: 'without-inline-fonts',
  OnceExit(root) {
    root.walkAtRules('font-face', (rule) => {
      if (rule.toString().includes('url(data:')) rule.remove();
    });
  },
};

export default { plugins: ['@tailwindcss/postcss', withoutInlineFonts] };
