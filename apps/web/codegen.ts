import type { CodegenConfig } from '@graphql-codegen/cli';

/** Types of every GraphQL document in `src`, from the schema the server commits. */
const config: CodegenConfig = {
  schema: process.env.JEJAK_SCHEMA ?? '../server/schema.graphql',
  // Files of their own, so that a bundle holds only the documents its page imports.
  documents: 'src/**/*.graphql',
  generates: {
    './src/generated/': {
      preset: 'client',
      presetConfig: {
        fragmentMasking: false,
        // Bundles hold the hashes of documents; the texts stand in a file of their own, which the server knows too.
        persistedDocuments: { mode: 'replaceDocumentWithHash', hashAlgorithm: 'sha256' },
      },
      config: {
        documentMode: 'documentNodeImportFragments',
        pureMagicComment: true,
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
      },
    },
  },
};

export default config;
