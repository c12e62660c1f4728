/** `boyfanz-schema/testing`: what an application's unit tests may use. */
export {
  createTestDatabase,
  registerFunctions,
  type TestDatabase,
  type TestDatabaseOptions,
} from './create-test-database.ts';
