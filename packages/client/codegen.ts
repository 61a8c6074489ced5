import type { CodegenConfig } from '@graphql-codegen/cli';
import { codegenOptions } from './codegenOptions.ts';

/** The documents of this package with their types, from the schema the server commits. */
const config: CodegenConfig = {
  schema: process.env.JEJAK_SCHEMA ?? '../../apps/server/schema.graphql',
  documents: 'src/documents/*.graphql',
  generates: {
    './src/generated/graphql.ts': {
      plugins: ['typescript-operations', 'typed-document-node'],
      config: { ...codegenOptions, immutableTypes: true, dedupeFragments: true },
    },
  },
};

export default config;
