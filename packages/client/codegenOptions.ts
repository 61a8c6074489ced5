/** How TypeScript is made of GraphQL documents, here and in whatever has documents of its own. */
export const codegenOptions = {
  useTypeImports: true,
  enumsAsTypes: true,
  importExtension: '.ts',
  emitLegacyCommonJSImports: false,
  scalars: {
    ID: 'string',
    DateTime: 'string',
    MapVersion: { input: 'string', output: 'string' },
  },
  strictScalars: true,
  defaultScalarType: 'unknown',
} as const;
