import type { CodegenConfig } from '@graphql-codegen/cli';
import { codegenOptions } from '@jejak/client/codegen';

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
        ...codegenOptions,
        documentMode: 'documentNodeImportFragments',
        pureMagicComment: true,
      },
    },
  },
};

export default config;
